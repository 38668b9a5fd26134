import { useText } from '../../../../controls/LanguageProvider';
import { Select } from '../../../../controls/Select';
import type { MessageId } from '../../../../language';

interface Props<Value extends string> {
  /** What is chosen, for a screen reader; an operator where nothing is said. */
  readonly label?: string;
  /** The text of a choice; an operator's where nothing is said. */
  readonly textOf?: (value: Value) => MessageId;
  readonly choices: readonly Value[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** Chooses an operator, or another word of a rule, by the texts of the catalogue. */
export function OperatorSelect<Value extends string>({
  label,
  textOf = (each) => `ruleEditor.operator.${each}` as MessageId,
  choices,
  value,
  onChange,
}: Props<Value>) {
  const t = useText();
  return (
    <Select
      label={label ?? t('ruleEditor.operation')}
      hideLabel
      options={choices.map((each) => ({ value: each, label: t(textOf(each)) }))}
      value={value}
      onChange={onChange}
    />
  );
}
