import { today } from '../../../map/records';
import type { RuleDate } from '../../../map/schema';
import { DateField } from '../../../controls/DateField';
import { useText } from '../../../controls/LanguageProvider';
import { NumberField } from '../../../controls/NumberField';
import { Select } from '../../../controls/Select';
import styles from './Rules.module.css';

/** A fixed date, or days counted from the day the rule is read. Stored as what it is. */
export function RuleDateField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: RuleDate;
  readonly onChange: (value: RuleDate) => void;
}) {
  const t = useText();
  const isFixed = typeof value === 'string';
  return (
    <div role="group" aria-label={label} className={styles.test}>
      <Select
        label={label}
        hideLabel
        options={[
          { value: 'relative', label: t('ruleEditor.date.relative') },
          { value: 'fixed', label: t('ruleEditor.date.fixed') },
        ]}
        value={isFixed ? 'fixed' : 'relative'}
        onChange={(kind) => onChange(kind === 'fixed' ? today() : { daysFromToday: 0 })}
      />
      {isFixed ? (
        <DateField
          label={label}
          hideLabel
          value={value}
          onChange={(date) => {
            if (date !== null) onChange(date);
          }}
        />
      ) : (
        <NumberField
          label={t('ruleEditor.date.daysFromToday')}
          hideLabel
          required
          integer
          unit={t('field.unit.days')}
          value={value.daysFromToday}
          onChange={(days) => {
            if (days !== null) onChange({ daysFromToday: days });
          }}
        />
      )}
    </div>
  );
}
