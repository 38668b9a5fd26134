import { useText } from '../../../../controls/LanguageProvider';
import { DATE_OPERATORS } from '../../../../map/schema';
import { RuleDateField } from '../RuleDateField';
import styles from '../Rules.module.css';
import type { OperandsProps } from '../../../../editing/fields';
import { OperatorSelect } from './OperatorSelect';

/** Two dates for (not-)between, one for every other operator. */
export function DateOperands({ clause, onChange }: OperandsProps<'date'>) {
  const t = useText();
  return (
    <div className={styles.test}>
      <OperatorSelect
        choices={DATE_OPERATORS}
        value={clause.operator}
        onChange={(operator) => onChange({ ...clause, operator })}
      />
      <RuleDateField
        label={t('ruleEditor.value')}
        value={clause.value}
        onChange={(value) => onChange({ ...clause, value })}
      />
      {clause.operator.endsWith('between') && (
        <RuleDateField
          label={t('ruleEditor.to')}
          value={clause.to}
          onChange={(to) => onChange({ ...clause, to })}
        />
      )}
    </div>
  );
}
