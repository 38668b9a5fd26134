import { ComboBox } from '../../../controls/ComboBox';
import { useText } from '../../../controls/LanguageProvider';
import { MultiComboBox } from '../../../controls/MultiComboBox';
import { useOptionsAnd } from '../../session';
import type { RecordField, RecordsField } from '../../../editing/fields';
import { useWrite } from './holder';
import { useMixed } from './useMixed';

/** A reference to what is gone is shown in red until another record is chosen. */
export function RecordFieldView({ spec, value }: { spec: RecordField; value: unknown }) {
  const t = useText();
  const write = useWrite(spec.label, spec.path);
  const chosen = typeof value === 'string' ? value : null;
  const mixed = useMixed();
  return (
    <ComboBox
      label={t(spec.label)}
      hint={spec.hint && t(spec.hint)}
      options={useOptionsAnd(spec.to, chosen === null ? [] : [chosen])}
      value={chosen}
      clearable={spec.nullable}
      placeholder={mixed ?? t('field.none')}
      onChange={(id) => {
        if (id !== null || spec.nullable) write(id);
      }}
    />
  );
}

/** References to what is gone are listed among the others, in red. */
export function RecordsFieldView({ spec, value }: { spec: RecordsField; value: unknown }) {
  const t = useText();
  const write = useWrite(spec.label, spec.path);
  const chosen = Object.keys(value ?? {});
  return (
    <MultiComboBox
      label={t(spec.label)}
      hint={spec.hint && t(spec.hint)}
      options={useOptionsAnd(spec.to, chosen)}
      value={chosen}
      onChange={(ids) => write(Object.fromEntries(ids.map((id) => [id, true])))}
    />
  );
}
