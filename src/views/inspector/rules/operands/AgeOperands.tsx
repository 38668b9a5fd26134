import { useText } from '../../../../controls/LanguageProvider';
import { NumberField } from '../../../../controls/NumberField';
import styles from '../Rules.module.css';
import type { OperandsProps } from '../../../../editing/fields';
import { OperatorSelect } from './OperatorSelect';

const AGE_OPERATORS = ['within-last', 'more-than-ago'] as const;

/** How many days ago a date lies. */
export function AgeOperands({ clause, onChange }: OperandsProps<'age'>) {
  const t = useText();
  return (
    <div className={styles.test}>
      <OperatorSelect
        choices={AGE_OPERATORS}
        value={clause.operator}
        onChange={(operator) => onChange({ ...clause, operator })}
      />
      <NumberField
        label={t('ruleEditor.value')}
        hideLabel
        required
        integer
        min={0}
        unit={t('field.unit.days')}
        value={clause.days}
        onChange={(days) => {
          if (days !== null) onChange({ ...clause, days });
        }}
      />
    </div>
  );
}
