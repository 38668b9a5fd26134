import { useText } from '../../../../controls/LanguageProvider';
import { Select } from '../../../../controls/Select';
import { Switch } from '../../../../controls/Switch';
import { TextField } from '../../../../controls/TextField';
import { TEXT_OPERATORS } from '../../../../map/schema';
import styles from '../Rules.module.css';
import type { OperandsProps } from '../../../../editing/fields';
import { OperatorSelect } from './OperatorSelect';

/** A text to compare with, and whether case counts. */
export function TextOperands({ clause, attribute, onChange }: OperandsProps<'text'>) {
  const t = useText();
  return (
    <div className={styles.test}>
      <OperatorSelect
        choices={TEXT_OPERATORS}
        value={clause.operator}
        onChange={(operator) => onChange({ ...clause, operator })}
      />
      <TextValue clause={clause} attribute={attribute} onChange={onChange} />
      <Switch
        label={t('ruleEditor.caseSensitive')}
        checked={clause.caseSensitive}
        onChange={(caseSensitive) => onChange({ ...clause, caseSensitive })}
      />
    </div>
  );
}

/** Offered choices where the attribute has some and the operator wants a whole one. */
function TextValue({ clause, attribute, onChange }: OperandsProps<'text'>) {
  const t = useText();
  const isWhole = clause.operator === 'equals' || clause.operator === 'not-equals';
  const choices = attribute?.choices ?? [];
  if (isWhole && choices.length > 0) {
    return (
      <Select
        label={t('ruleEditor.value')}
        hideLabel
        options={choices.map((value) => ({ value, label: value }))}
        value={clause.value}
        onChange={(value) => onChange({ ...clause, value })}
      />
    );
  }
  return (
    <TextField
      label={t('ruleEditor.value')}
      hideLabel
      value={clause.value}
      onChange={(value) => onChange({ ...clause, value })}
    />
  );
}
