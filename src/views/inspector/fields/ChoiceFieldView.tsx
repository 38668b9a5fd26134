import { useText } from '../../../controls/LanguageProvider';
import { MultiComboBox } from '../../../controls/MultiComboBox';
import { Select } from '../../../controls/Select';
import type { ChoiceField, ManyField } from '../../../editing/fields';
import { useWrite } from './holder';
import { useMixed } from './useMixed';

/** Stands for null in a native list, whose values are texts. */
const NONE = '';

/** A native list; several records that differ show a placeholder. */
export function ChoiceFieldView({ spec, value }: { spec: ChoiceField; value: unknown }) {
  const t = useText();
  const write = useWrite(spec.label, spec.path);
  const mixed = useMixed();
  const options = spec.options.map((option) => ({
    value: option,
    label: t(spec.nameOf(option)),
    ...(spec.groupOf ? { group: t(spec.groupOf(option)) } : {}),
  }));
  return (
    <Select
      label={t(spec.label)}
      layout="row"
      hint={spec.hint && t(spec.hint)}
      options={spec.nullable ? [{ value: NONE, label: t('field.none') }, ...options] : options}
      {...(mixed === undefined ? {} : { placeholder: mixed })}
      value={typeof value === 'string' ? value : mixed === undefined ? NONE : null}
      onChange={(next) => write(next === NONE ? null : next)}
    />
  );
}

/** The values are kept as a list, in the order they were chosen. */
export function ManyFieldView({ spec, value }: { spec: ManyField; value: unknown }) {
  const t = useText();
  const write = useWrite(spec.label, spec.path);
  return (
    <MultiComboBox
      label={t(spec.label)}
      options={spec.options.map((id) => ({ id, label: t(spec.nameOf(id)) }))}
      value={Array.isArray(value) ? (value as string[]) : []}
      onChange={write}
    />
  );
}
