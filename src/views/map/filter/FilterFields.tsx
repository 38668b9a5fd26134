import { channelName } from '../../../map/records';
import type { Filter } from '../../../editing';
import { EVIDENCE_LEVELS, type JourneyMap } from '../../../map/schema';
import type { ComboOption } from '../../../controls/comboOptions';
import { useText } from '../../../controls/LanguageProvider';
import { MultiComboBox } from '../../../controls/MultiComboBox';
import { useMap, useOptionsAnd } from '../../session';

interface FilterFieldsProps {
  readonly filter: Filter;
  readonly onChange: (part: Partial<Filter>) => void;
}

/** A box for each part of a filter that the map has something to choose for. */
export function FilterFields({ filter, onChange }: FilterFieldsProps) {
  const t = useText();
  const map = useMap((whole) => whole);
  const sets: readonly [key: 'personas' | 'segments' | 'campaigns', readonly ComboOption[]][] = [
    ['personas', useOptionsAnd('personas', Object.keys(filter.personas))],
    ['segments', useOptionsAnd('segments', Object.keys(filter.segments))],
    ['campaigns', useOptionsAnd('campaigns', Object.keys(filter.campaigns))],
  ];
  const lists: readonly [
    key: 'channels' | 'owners',
    label: 'field.channel' | 'field.owner',
    readonly ComboOption[],
  ][] = [
    ['channels', 'field.channel', channels(map).map((id) => ({ id, label: channelName(id, t) }))],
    ['owners', 'field.owner', owners(map).map((id) => ({ id, label: id }))],
  ];
  return (
    <>
      {sets.map(
        ([key, options]) =>
          options.length > 0 && (
            <MultiComboBox
              key={key}
              label={t(`record.${key}.many`)}
              options={options}
              value={Object.keys(filter[key])}
              onChange={(ids) => {
                onChange({ [key]: Object.fromEntries(ids.map((id) => [id, true])) });
              }}
            />
          ),
      )}
      {lists.map(
        ([key, label, options]) =>
          options.length > 0 && (
            <MultiComboBox
              key={key}
              label={t(label)}
              options={options}
              value={filter[key]}
              onChange={(ids) => {
                onChange({ [key]: ids });
              }}
            />
          ),
      )}
      <MultiComboBox
        label={t('field.evidence')}
        options={EVIDENCE_LEVELS.map((id) => ({ id, label: t(`canvas.evidence.${id}`) }))}
        value={filter.evidence}
        onChange={(ids) => {
          onChange({ evidence: EVIDENCE_LEVELS.filter((level) => ids.includes(level)) });
        }}
      />
    </>
  );
}

/** Channels of the touchpoints. */
function channels({ touchpoints }: JourneyMap): string[] {
  return each(Object.values(touchpoints).map(({ channel }) => channel));
}

/** Owners of touchpoints and of stages. */
function owners({ touchpoints, stages }: JourneyMap): string[] {
  const all = [...Object.values(touchpoints), ...Object.values(stages)];
  return each(all.map(({ owner }) => owner));
}

/** Every text once, in order, without the empty one. */
function each(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== '').sort((a, b) => a.localeCompare(b));
}
