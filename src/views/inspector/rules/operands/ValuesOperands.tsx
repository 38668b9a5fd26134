import { useText } from '../../../../controls/LanguageProvider';
import { MultiComboBox } from '../../../../controls/MultiComboBox';
import { LIST_OPERATORS } from '../../../../map/schema';
import styles from '../Rules.module.css';
import type { OperandsProps } from '../../../../editing/fields';
import { OperatorSelect } from './OperatorSelect';

/** Several values: one of them, or a list compared with them. */
export function ValuesOperands({ clause, attribute, onChange }: OperandsProps<'one-of' | 'list'>) {
  const t = useText();
  const known = [...new Set([...(attribute?.choices ?? []), ...clause.values])];
  return (
    <div className={styles.test}>
      {clause.test === 'list' && (
        <OperatorSelect
          choices={LIST_OPERATORS}
          value={clause.operator}
          onChange={(operator) => onChange({ ...clause, operator })}
        />
      )}
      <MultiComboBox
        label={t('ruleEditor.values')}
        hideLabel
        options={known.map((id) => ({ id, label: id }))}
        value={clause.values}
        onChange={(values) => onChange({ ...clause, values })}
        onCreate={(text) => onChange({ ...clause, values: [...clause.values, text] })}
      />
    </div>
  );
}
