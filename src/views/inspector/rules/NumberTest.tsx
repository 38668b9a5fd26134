import { NUMBER_OPERATORS } from '../../../map/schema';
import { useText } from '../../../controls/LanguageProvider';
import { NumberField } from '../../../controls/NumberField';
import { Select } from '../../../controls/Select';
import styles from './Rules.module.css';

interface NumberComparison {
  readonly operator: (typeof NUMBER_OPERATORS)[number];
  readonly value: number;
  readonly to: number;
}

/** A comparison of one number, with its second bound where the operator has one. */
export function NumberTest({
  test,
  unit,
  onChange,
}: {
  readonly test: NumberComparison;
  readonly unit?: string | undefined;
  readonly onChange: (change: Partial<NumberComparison>) => void;
}) {
  const t = useText();
  const isRange = test.operator === 'between' || test.operator === 'not-between';
  return (
    <div className={styles.test}>
      <Select
        label={t('ruleEditor.operation')}
        hideLabel
        options={NUMBER_OPERATORS.map((value) => ({
          value,
          label: t(`ruleEditor.operator.${value}`),
        }))}
        value={test.operator}
        onChange={(operator) => onChange({ operator })}
      />
      <NumberField
        label={t('ruleEditor.value')}
        hideLabel
        required
        unit={unit}
        value={test.value}
        onChange={(value) => {
          if (value !== null) onChange({ value });
        }}
      />
      {isRange && (
        <NumberField
          label={t('ruleEditor.to')}
          hideLabel
          required
          unit={unit}
          value={test.to}
          onChange={(to) => {
            if (to !== null) onChange({ to });
          }}
        />
      )}
    </div>
  );
}
