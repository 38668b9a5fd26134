import { useText } from '../../../controls/LanguageProvider';
import { Switch } from '../../../controls/Switch';
import type { OptionalField } from '../../../editing/fields';
import { FieldList } from './FieldList';
import { Inside, useWrite } from './holder';

/** A switch that brings the object and its fields in, or takes them away. */
export function OptionalFieldView({ spec, value }: { spec: OptionalField; value: unknown }) {
  const t = useText();
  const write = useWrite(spec.label, spec.path);
  const isThere = value !== null && value !== undefined;
  return (
    <>
      <Switch
        label={t(spec.label)}
        hint={spec.hint && t(spec.hint)}
        checked={isThere}
        onChange={(on) => write(on ? spec.initial : null)}
      />
      {isThere && (
        <Inside path={spec.path}>
          <FieldList specs={spec.fields} value={value} />
        </Inside>
      )}
    </>
  );
}
