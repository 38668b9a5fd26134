import { newId, newRecord, orderAfter } from '../records';
import { type CollectionName, type JourneyMap, type RecordInputOf, type RecordOf } from '../schema';
import { fromPointer, isObject, type Path, same, valueAt, writeAt } from '../shape';
import { type Edit } from './applyEdit';
import { EditRefused } from './editRefused';

/** Points at a record of a map. */
export interface RecordTarget {
  readonly collection: CollectionName;
  readonly id: string;
}

/** The draft of a record. @throws {EditRefused} when it does not exist. */
export function recordIn<Collection extends CollectionName>(
  map: JourneyMap,
  collection: Collection,
  id: string,
): RecordOf<Collection> {
  const table = map[collection] as Record<string, RecordOf<Collection>>;
  const record = Object.hasOwn(table, id) ? table[id] : undefined;
  if (record === undefined) {
    throw new EditRefused(`/${collection}/${id}`, `there is no ${id} in ${collection}`);
  }
  return record;
}

/** Adds a record, at the end of its collection unless `input` says where. */
export function addRecord<Collection extends CollectionName>(
  collection: Collection,
  input: RecordInputOf<Collection>,
  id: string = newId(),
): Edit {
  return (map) => {
    if (Object.hasOwn(map[collection], id)) {
      throw new EditRefused(`/${collection}/${id}`, 'the id is taken');
    }
    const record = newRecord(collection, input);
    if ('order' in record && !('order' in input)) {
      record.order = orderAfter(map[collection] as Record<string, { order: string }>);
    }
    Object.assign(map[collection], { [id]: record });
  };
}

/** Changes a record by a recipe on its draft, or by top-level fields to replace. */
export function changeRecord<Collection extends CollectionName>(
  collection: Collection,
  id: string,
  change: ((record: RecordOf<Collection>) => void) | Partial<RecordOf<Collection>>,
): Edit {
  return (map) => {
    const record = recordIn(map, collection, id);
    if (typeof change === 'function') change(record);
    else for (const [field, value] of Object.entries(change)) write(record, [field], value);
  };
}

/**
 * Sets one value inside a record; undefined takes out an entry of a table, or resets a field to its
 * default. `path` is keys or a JSON Pointer.
 */
export function setField(
  collection: CollectionName,
  id: string,
  path: Path | string,
  value: unknown,
): Edit {
  const keys = typeof path === 'string' ? fromPointer(path) : path;
  return (map) => write(recordIn(map, collection, id), keys, value);
}

/** Sets a field of the map itself, e.g. `['title']` or `/market/grossMargin`. */
export function setMapField(path: Path | string, value: unknown): Edit {
  const keys = typeof path === 'string' ? fromPointer(path) : path;
  return (map) => write(map, keys, value);
}

function write(root: unknown, path: Path, value: unknown): void {
  const parent = valueAt(root, path.slice(0, -1));
  const reserved = path.find((key) => typeof key === 'string' && key in Object.prototype);
  if (path.length === 0 || reserved !== undefined || !(isObject(parent) || Array.isArray(parent))) {
    throw new EditRefused(`/${path.join('/')}`, 'there is no such place');
  }
  if (!same(valueAt(root, path), value)) writeAt(root, path, value);
}

/** Several edits as one. */
export function inTurn(...edits: readonly Edit[]): Edit {
  return (map) => {
    for (const edit of edits) edit(map);
  };
}
