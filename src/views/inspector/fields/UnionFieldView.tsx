import type { MessageId } from '../../../language';
import type { JourneyMap } from '../../../map/schema';
import { useText } from '../../../controls/LanguageProvider';
import { Select } from '../../../controls/Select';
import { useMap } from '../../session';
import {
  type FieldSpec,
  firstOf,
  type RecordField,
  type UnionField,
} from '../../../editing/fields';
import { FieldList } from './FieldList';
import { Inside, useWrite } from './holder';
import { useMixed } from './useMixed';

/** A list of kinds, and below it the fields of the chosen kind. */
export function UnionFieldView({ spec, value }: { spec: UnionField; value: unknown }) {
  const t = useText();
  const write = useWrite(spec.label, spec.path);
  const map = useMap((whole) => whole);
  const mixed = useMixed();
  const current = (value ?? {}) as Record<string, unknown>;
  const chosen = spec.options.find((option) => option.value === current[spec.discriminator]);

  function become(kind: string) {
    const option = spec.options.find((each) => each.value === kind);
    if (!option) return;
    const { order } = current;
    write({
      [spec.discriminator]: kind,
      ...filled(option.initial, option.fields, map),
      ...(typeof order === 'string' ? { order } : {}),
    });
  }

  return (
    <>
      <Select
        label={t(
          spec.path.length === 0 ? (`field.${spec.discriminator}` as MessageId) : spec.label,
        )}
        layout="row"
        options={spec.options.map((option) => ({
          value: option.value,
          label: t(spec.nameOf(option.value)),
          disabled: pointingOf(option.fields).some(({ to }) => firstOf(map, to) === null),
        }))}
        value={chosen?.value ?? null}
        {...(mixed === undefined ? {} : { placeholder: mixed })}
        onChange={become}
      />
      {chosen && chosen.fields.length > 0 && (
        <Inside path={spec.path}>
          <FieldList specs={chosen.fields} value={value} />
        </Inside>
      )}
    </>
  );
}

/** A fresh value must point somewhere: each required reference begins with the first record. */
function filled(initial: object, fields: readonly FieldSpec[], map: JourneyMap): object {
  const pointing = pointingOf(fields).map(({ path, to }) => [String(path[0]), firstOf(map, to)]);
  return { ...initial, ...(Object.fromEntries(pointing) as Record<string, string | null>) };
}

/** Fields that have to name a record: a kind that has one can be chosen where there is one to name. */
function pointingOf(fields: readonly FieldSpec[]): readonly RecordField[] {
  return fields.flatMap((each) =>
    each.control === 'record' && !each.nullable && each.path.length === 1 ? [each] : [],
  );
}
