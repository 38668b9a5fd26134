import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useStore } from 'zustand';
import { channelName } from '../../../map/records';
import { type Filter, filterSize, lookOf, NO_FILTER } from '../../../editing';
import { EVIDENCE_LEVELS, type JourneyMap } from '../../../map/schema';
import { Button } from '../../../controls/Button';
import { type ComboOption } from '../../../controls/comboOptions';
import { IconButton } from '../../../controls/IconButton';
import { useText } from '../../../controls/LanguageProvider';
import { MultiComboBox } from '../../../controls/MultiComboBox';
import { useEditor, useMap } from '../../session/EditorContext';
import { useOptions } from '../../session/useOptions';
import styles from './FilterPanel.module.css';
import { SavedViews } from './SavedViews';

/** What the map shall show, part by part; within a part any of what is chosen will do. */
export function FilterPanel() {
  const t = useText();
  const editor = useEditor();
  const titleId = useId();
  const root = useRef<HTMLElement>(null);
  const map = useMap((whole) => whole);
  const filter = useStore(lookOf(editor), (look) => look.filter);
  const personas = useOptions('personas');
  const segments = useOptions('segments');
  const campaigns = useOptions('campaigns');
  useEffect(() => {
    root.current?.querySelector('input')?.focus();
  }, []);

  function change(part: Partial<Filter>) {
    lookOf(editor).setState({ filter: { ...filter, ...part } });
  }
  function close() {
    lookOf(editor).setState({ isFilterOpen: false });
  }
  const evidence = EVIDENCE_LEVELS.map((id) => ({ id, label: t(`canvas.evidence.${id}`) }));
  const channels = texts(map, ({ channel }) => channel).map((id) => ({
    id,
    label: channelName(id, t),
  }));
  const owners = texts(map, ({ owner }) => owner, true).map((id) => ({ id, label: id }));

  const sets: readonly [key: 'personas' | 'segments' | 'campaigns', readonly ComboOption[]][] = [
    ['personas', personas],
    ['segments', segments],
    ['campaigns', campaigns],
  ];
  return (
    // Escape closes it from any of its fields.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <section
      ref={root}
      className={styles.panel}
      aria-labelledby={titleId}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Escape' && !event.defaultPrevented) close();
        event.stopPropagation();
      }}
    >
      <header className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {t('map.filter')}
        </h2>
        <Button
          size="sm"
          variant="ghost"
          disabled={filterSize(filter) === 0}
          onClick={() => {
            change(NO_FILTER);
            // The button goes out of use: the keyboard goes on in the first field.
            root.current?.querySelector('input')?.focus();
          }}
        >
          {t('map.filter.clear')}
        </Button>
        <IconButton size="sm" label={t('control.close')} onClick={close}>
          <X aria-hidden="true" />
        </IconButton>
      </header>
      {sets.map(
        ([key, options]) =>
          options.length > 0 && (
            <MultiComboBox
              key={key}
              label={t(`record.${key}.many`)}
              options={options}
              value={Object.keys(filter[key])}
              onChange={(ids) => {
                change({ [key]: Object.fromEntries(ids.map((id) => [id, true])) });
              }}
            />
          ),
      )}
      {channels.length > 0 && (
        <MultiComboBox
          label={t('field.channel')}
          options={channels}
          value={filter.channels}
          onChange={(ids) => {
            change({ channels: ids });
          }}
        />
      )}
      {owners.length > 0 && (
        <MultiComboBox
          label={t('field.owner')}
          options={owners}
          value={filter.owners}
          onChange={(ids) => {
            change({ owners: ids });
          }}
        />
      )}
      <MultiComboBox
        label={t('field.evidence')}
        options={evidence}
        value={filter.evidence}
        onChange={(ids) => {
          change({ evidence: EVIDENCE_LEVELS.filter((level) => ids.includes(level)) });
        }}
      />
      <SavedViews />
    </section>
  );
}

/** Every text the map's touchpoints, and where asked its stages, have in a field; each once. */
function texts(
  map: JourneyMap,
  read: (record: { readonly channel: string; readonly owner: string }) => string,
  withStages = false,
): string[] {
  const stages = withStages ? Object.values(map.stages) : [];
  const all = [
    ...Object.values(map.touchpoints).map(read),
    ...stages.map(({ owner }) => read({ owner, channel: '' })),
  ];
  return [...new Set(all)].filter((text) => text !== '').sort((a, b) => a.localeCompare(b));
}
