import { mapValues } from '../../map/basics';
import { JourneyMap } from '../../map/schema';
import { fromPointer, isObject, type Json, type Path } from '../../map/shape';
import { Refusal, repairReferences, Repairs } from '../../map/text';
import type { LossLog } from './finding';

/** Where a record came from, for findings. */
export type PathOfRecord = (collection: string, id: string) => Path;

/**
 * The map a candidate describes. What the schema does not allow is taken out, as little as
 * possible, and reported: first the field, then the record, then the collection. Null when even the
 * rest is no map.
 */
export function validMap(candidate: Json, originOf: PathOfRecord, log: LossLog): JourneyMap | null {
  let draft = candidate;
  for (;;) {
    const { data, error } = JourneyMap.safeParse(draft);
    if (data) return withReferences(data, log);
    const states = new Map(
      error.issues.map(({ path }) => [JSON.stringify(path.slice(0, 3)), path.map(String)]),
    );
    draft = copyOf(draft);
    let removed = false;
    for (const path of states.values()) removed = remove(draft, path, originOf, log) || removed;
    if (!removed) return null;
  }
}

/** Repairs references to missing records, as in any file. Null when there are too many. */
function withReferences(map: JourneyMap, log: LossLog): JourneyMap | null {
  const repairs = new Repairs();
  try {
    repairReferences(map, repairs);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
  for (const { pointer } of repairs.listed) {
    const [collection, id] = fromPointer(pointer);
    log.add(
      'reference',
      ['meta', 'map', ...fromPointer(pointer)],
      `${collection ?? ''} ${id ?? ''}`,
    );
  }
  return map;
}

/** A copy that may lose fields, records and fields of records without touching what was read. */
function copyOf(draft: Json): Json {
  const copied = (value: unknown, depth: number): unknown =>
    isObject(value) && depth > 0 ? mapValues(value, (inner) => copied(inner, depth - 1)) : value;
  return copied(draft, 3) as Json;
}

/** Takes out the field, record or collection a path leads to; false when it is gone already. */
function remove(draft: Json, path: readonly string[], originOf: PathOfRecord, log: LossLog) {
  const [field, id, key] = path;
  if (field === undefined || !Object.hasOwn(draft, field)) return false;
  const table = draft[field];
  if (id === undefined || !isObject(table) || !Object.hasOwn(table, id)) {
    log.add('bad-field', ['meta', 'map'], field);
    return Reflect.deleteProperty(draft, field);
  }
  const record = table[id];
  if (key !== undefined && isObject(record) && Object.hasOwn(record, key)) {
    log.add('bad-field', originOf(field, id), key);
    return Reflect.deleteProperty(record, key);
  }
  log.add('bad-record', originOf(field, id), id);
  return Reflect.deleteProperty(table, id);
}
