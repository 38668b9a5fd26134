import type { MessageId } from '../../language';
import type { CollectionName, JourneyMap, RecordInputOf, RecordOf } from '../../map/schema';
import type { Path } from '../../map/shape';
import type {
  AttachedField,
  ChoiceField,
  FieldSpec,
  KeyedField,
  ManyField,
  OptionalField,
  OutgoingField,
  PlainField,
  ReadingField,
  RecordField,
  RecordsField,
  SectionSpec,
  TableField,
  UnionField,
} from './spec';

type At = string | Path;
type Extras = Partial<Omit<PlainField, 'control' | 'path'>>;

function pathOf(at: At): Path {
  if (typeof at !== 'string') return at;
  return at === '' ? [] : at.split('.');
}

/** `field.<last key>`: fields that share a key share a label, unless the spec says otherwise. */
function labelOf(path: Path): MessageId {
  // A test holds every label of every spec to the catalogue.
  return `field.${String(path.at(-1) ?? 'value')}` as MessageId;
}

/** Names of options by the convention `<names>.<option>`; a test holds them to the catalogue. */
function namesIn(names: string) {
  return (option: string) => `${names}.${option}` as MessageId;
}

function base(at: At) {
  const path = pathOf(at);
  return { path, label: labelOf(path) };
}

/** A plain control at a path such as `economics.revenue`. */
export function field(control: PlainField['control'], at: At, extras: Extras = {}): PlainField {
  return { control, ...base(at), ...extras };
}

/** One of `options`, whose names are the messages `<names>.<option>`. */
export function choice(
  at: At,
  options: readonly string[],
  names: string,
  extras: Partial<ChoiceField> = {},
): ChoiceField {
  return { control: 'choice', ...base(at), options, nameOf: namesIn(names), ...extras };
}

/** Any of `options`, whose names are the messages `<names>.<option>`. */
export function many(at: At, options: readonly string[], names: string): ManyField {
  return { control: 'many', ...base(at), options, nameOf: namesIn(names) };
}

/** One record; `nullable` by default. */
export function oneOf(at: At, to: CollectionName, extras: Partial<RecordField> = {}): RecordField {
  return { control: 'record', ...base(at), to, nullable: true, ...extras };
}

/** Any number of records. */
export function someOf(
  at: At,
  to: CollectionName,
  extras: Partial<RecordsField> = {},
): RecordsField {
  return { control: 'records', ...base(at), to, ...extras };
}

/** An object or null; `initial` is what it begins with when it is added. */
export function optional(at: At, initial: object, fields: readonly FieldSpec[]): OptionalField {
  return { control: 'optional', ...base(at), initial, fields };
}

/** An object whose other fields depend on `discriminator`; the names of its kinds are the messages `<names>.<kind>`. */
export function union(
  at: At,
  discriminator: string,
  names: string,
  options: UnionField['options'],
): UnionField {
  return { control: 'union', ...base(at), discriminator, nameOf: namesIn(names), options };
}

/** A table of rows in order; where `initial` returns null for a map, no row can be added. */
export function tableField(
  at: At,
  fields: readonly FieldSpec[],
  initial: TableField['initial'] = () => ({}),
): TableField {
  return { control: 'table', ...base(at), fields, initial, ordered: true };
}

/**
 * Rows keyed by records of `to`, each at most once; `initial` is a new row's value. With `ordered` rows carry an
 * order.
 */
export function keyed(
  at: At,
  to: CollectionName,
  initial: unknown,
  fields: readonly FieldSpec[],
  ordered = false,
): KeyedField {
  return { control: 'keyed', ...base(at), to, initial, fields, ordered };
}

/** Records that point at this one. */
export function attached<To extends CollectionName>(
  to: To,
  label: MessageId,
  link: {
    readonly isAttached: (record: RecordOf<To>, id: string) => boolean;
    readonly attach: (record: RecordOf<To>, id: string) => void;
    readonly detach: (record: RecordOf<To>, id: string) => void;
    readonly create: (id: string) => RecordInputOf<To>;
  },
): AttachedField {
  // The renderer passes each function records of `to` only.
  return { control: 'attached', path: [], label, to, ...link } as unknown as AttachedField;
}

/** The transitions out of the touchpoint itself. */
export function outgoingField(label: MessageId): OutgoingField {
  return { control: 'outgoing', path: [], label };
}

/** Something to see only where chances are written that nothing reads. */
export function readingField(label: MessageId): ReadingField {
  return { control: 'reading', path: [], label };
}

/** A member of a set, as `attached` wants it. */
export function membership<Key extends string>(key: Key) {
  type Holder = Record<Key, Record<string, true>>;
  return {
    isAttached: (record: Holder, id: string) => Object.hasOwn(record[key], id),
    attach: (record: Holder, id: string) => {
      Object.assign(record[key], { [id]: true });
    },
    detach: (record: Holder, id: string) => {
      Reflect.deleteProperty(record[key], id);
    },
    create: (id: string) => ({ [key]: { [id]: true as const } }),
  };
}

/** Closed at first, unless `extras` says otherwise. */
export function section(
  title: MessageId,
  fields: readonly FieldSpec[],
  extras: Partial<SectionSpec> = {},
): SectionSpec {
  return { title, fields, open: false, ...extras };
}

/** The first record's id of a collection; a row that must point somewhere begins with it. */
export function firstOf(map: JourneyMap, collection: CollectionName): string | null {
  return Object.keys(map[collection])[0] ?? null;
}
