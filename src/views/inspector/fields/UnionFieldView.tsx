import type { MessageId } from '../../../language';
import { newId } from '../../../map/records';
import type { CollectionName, JourneyMap } from '../../../map/schema';
import { useText } from '../../../controls/LanguageProvider';
import { Select } from '../../../controls/Select';
import { useEditor } from '../../session';
import type { FieldSpec, UnionField } from '../../../editing/fields/spec';
import { firstOf } from '../../../editing/fields/build';
import { FieldList } from './FieldList';
import { Inside, useWrite } from './holder';
import { useMixed } from './useMixed';

/** A list of kinds, and below it the fields of the chosen kind. */
export function UnionFieldView({ spec, value }: { spec: UnionField; value: unknown }) {
  const t = useText();
  const editor = useEditor();
  const write = useWrite(spec.label, spec.path);
  const mixed = useMixed();
  const current = (value ?? {}) as Record<string, unknown>;
  const chosen = spec.options.find((option) => option.value === current[spec.discriminator]);

  function become(kind: string) {
    const option = spec.options.find((each) => each.value === kind);
    if (!option) return;
    const { map } = editor.store.getState();
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
  const pointing = fields.flatMap((each) =>
    each.control === 'record' && !each.nullable && each.path.length === 1
      ? [[String(each.path[0]), firstRecord(map, each.to)] as const]
      : [],
  );
  return { ...initial, ...Object.fromEntries(pointing) };
}

/** Where there is none the edit is refused with a sentence, so any well-formed id will do. */
function firstRecord(map: JourneyMap, to: CollectionName): string {
  return firstOf(map, to) ?? newId();
}
