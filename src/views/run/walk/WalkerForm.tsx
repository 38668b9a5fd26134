import { inOrder, nameOfRecord } from '../../../map/records';
import type { Attribute, AttributeValue } from '../../../map/schema';
import { useLanguage } from '../../../controls/LanguageProvider';
import { NumberField } from '../../../controls/NumberField';
import { Section } from '../../../controls/Section';
import { Select } from '../../../controls/Select';
import { useMap } from '../../session';
import type { WalkSettings } from './useWalk';
import styles from './Walk.module.css';

/** No choice made: a value no id can have. */
const DRAWN = '';

/** Who walks: a persona, a customer of the run, and what is set by hand about them. */
export function WalkerForm({
  settings,
  onChange,
}: {
  readonly settings: WalkSettings;
  readonly onChange: (settings: WalkSettings) => void;
}) {
  const { t } = useLanguage();
  const personas = useMap((map) => map.personas);
  const attributes = useMap((map) => map.attributes);
  const set = (id: string, value: AttributeValue | null | undefined) => {
    const others = Object.entries(settings.attributes).filter(([other]) => other !== id);
    const all = value === undefined ? others : [...others, [id, value] as const];
    onChange({ ...settings, attributes: Object.fromEntries(all) });
  };
  return (
    <>
      <div className={styles.who}>
        <Select
          label={t('walk.persona')}
          value={settings.persona ?? DRAWN}
          onChange={(persona) => onChange({ ...settings, persona: persona || null })}
          options={[
            { value: DRAWN, label: t('walk.anyPersona') },
            ...inOrder(personas).map(([id, persona]) => ({
              value: id,
              label: nameOfRecord('personas', persona, t),
            })),
          ]}
        />
        <NumberField
          label={t('walk.customer')}
          value={settings.customer + 1}
          min={1}
          max={1e8}
          integer
          required
          onChange={(next) => onChange({ ...settings, customer: (next ?? 1) - 1 })}
        />
      </div>
      <Section title={t('walk.setByHand')} defaultOpen={false}>
        <div className={styles.fields}>
          {inOrder(attributes).map(([id, attribute]) => (
            <AttributeField
              key={id}
              attribute={attribute}
              value={Object.hasOwn(settings.attributes, id) ? settings.attributes[id] : undefined}
              onChange={(value) => set(id, value)}
            />
          ))}
        </div>
      </Section>
    </>
  );
}

interface AttributeFieldProps {
  readonly attribute: Attribute;
  /** Undefined = as drawn. */
  readonly value: AttributeValue | null | undefined;
  readonly onChange: (value: AttributeValue | undefined) => void;
}

/** Numbers, choices and yes or no can be set; other types stay as drawn. */
function AttributeField({ attribute, value, onChange }: AttributeFieldProps) {
  const { t } = useLanguage();
  const { type, unit, choices } = attribute;
  const name = nameOfRecord('attributes', attribute, t);
  const drawn = { value: DRAWN, label: t('walk.asDrawn') };
  switch (type) {
    case 'number':
      return (
        <NumberField
          label={name}
          layout="row"
          unit={unit || undefined}
          placeholder={t('walk.asDrawn')}
          value={typeof value === 'number' ? value : null}
          onChange={(next) => onChange(next ?? undefined)}
        />
      );
    case 'choice':
      return (
        <Select
          label={name}
          layout="row"
          value={typeof value === 'string' ? value : DRAWN}
          onChange={(next) => onChange(next || undefined)}
          options={[drawn, ...choices.map((choice) => ({ value: choice, label: choice }))]}
        />
      );
    case 'boolean':
      return (
        <Select
          label={name}
          layout="row"
          value={typeof value === 'boolean' ? String(value) : DRAWN}
          onChange={(next) => onChange(next === DRAWN ? undefined : next === 'true')}
          options={[
            drawn,
            { value: 'true', label: t('walk.value.yes') },
            { value: 'false', label: t('walk.value.no') },
          ]}
        />
      );
    default:
      return null;
  }
}
