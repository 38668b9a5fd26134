import type { CollectionName, JourneyMap } from '../../map/schema';
import { isObject, type Path, same, valueAt } from '../../map/shape';
import type { FieldSpec, InspectorSpec } from './spec';

/** A place inside several records of a collection; `id` is the first of them. */
export interface SharedPlace {
  readonly collection: CollectionName | null;
  readonly id: string;
  readonly ids?: readonly string[];
  readonly base: Path;
}

/** Stands for the value of a field in which several records differ. */
export const MIXED = Symbol('mixed');

/** Controls that show no value, or whose values depend on what only one record has: its type, its variants, its picture. */
const OF_ONE: ReadonlySet<FieldSpec['control']> = new Set([
  'attached',
  'outgoing',
  'reading',
  'readonly',
  'picture',
  'value',
  'options',
  'variant',
  'number-path',
  'map-link',
]);

/** The part of an inspector that makes sense for several records together. */
export function sharedPart(sections: InspectorSpec): InspectorSpec {
  return sections
    .map((section) => ({ ...section, fields: section.fields.filter(isShared) }))
    .filter(({ fields }) => fields.length > 0);
}

function isShared(spec: FieldSpec): boolean {
  const isMeasured = 'unitOf' in spec;
  return spec.own !== true && !isMeasured && !OF_ONE.has(spec.control);
}

/** What a field holds at a place in all of the records, or {@link MIXED}. The object of the first, as it is in the map. */
export function commonValue(map: JourneyMap, place: SharedPlace, spec: FieldSpec): unknown {
  const { collection, id, base, ids = [id] } = place;
  if (collection === null) return MIXED;
  const at = (record: string) => valueAt(map, [collection, record, ...base, ...spec.path]);
  const first = at(id);
  return ids.every((each) => isAlike(spec, first, at(each))) ? first : MIXED;
}

/** Can one control stand for both values? Fields inside are compared each by itself. */
function isAlike(spec: FieldSpec, a: unknown, b: unknown): boolean {
  if (a === b) return true;
  switch (spec.control) {
    case 'union':
      return isObject(a) && isObject(b) && a[spec.discriminator] === b[spec.discriminator];
    case 'optional':
      return isObject(a) && isObject(b);
    case 'keyed':
      return spec.fields.every(isShared) && same(keysOf(a), keysOf(b));
    default:
      return same(a, b);
  }
}

const keysOf = (rows: unknown) => Object.keys(isObject(rows) ? rows : {}).toSorted();
