import { inOrder, newId, ordersAfter } from '../records';
import { COLLECTIONS, type CollectionName, type JourneyMap } from '../schema';
import { readReferences, referencesOf, renameReferences, withDependents } from '../shape';
import { type Edit } from './applyEdit';
import { placed } from './companions';
import { extract, type Fragment, noTables, type RecordTables } from './fragment';
import { type RecordTarget } from './records';

/** Where the records of a fragment go. */
export interface Placement {
  /** Added to the position of touchpoints and notes. */
  readonly offset?: { readonly x: number; readonly y: number };
  /** The stage for all touchpoints and notes; without it each keeps its own where that exists. */
  readonly stage?: string | null;
}

/** An edit with the records it will have made. */
export interface Insertion {
  readonly edit: Edit;
  readonly made: readonly RecordTarget[];
}

/**
 * Puts a fragment into a map. Chosen records keep their ids in the map they were taken from, as long as
 * none of them is there; else they get new ones, and references among them follow. What they name and
 * need is found in the map or comes along. References to what neither the fragment nor the map holds
 * give way, unless they are kept, and a record that cannot stand without them is left out.
 */
export function insertFragment(
  map: JourneyMap,
  fragment: Fragment,
  placement: Placement = {},
): Insertion {
  const { records, companions: named } = standing(map, fragment);
  const { known, companions } = placed(map, records, named);
  const ids = new Map<string, string>(known);
  const made: RecordTarget[] = [];
  const isBack = fragment.from === map.id && isFree(map, records);
  for (const collection of COLLECTIONS) {
    for (const [old] of inPlaceOrder(records[collection])) {
      const id = isBack ? old : newId();
      ids.set(`${collection}/${old}`, id);
      made.push({ collection, id });
    }
  }
  const edit: Edit = (draft) => {
    const rename = (to: CollectionName, id: string) => {
      const stays = Object.hasOwn(draft[to], id) || Object.hasOwn(companions[to], id);
      return ids.get(`${to}/${id}`) ?? (stays ? id : null);
    };
    for (const collection of COLLECTIONS) {
      let nextOrder: (() => string) | null = null;
      const add = (record: object, id: string) => {
        const copy = structuredClone(record);
        renameReferences(collection, copy, rename);
        // Transitions are ordered among those out of one touchpoint, which keep their order as they are.
        if ('order' in copy && collection !== 'transitions') {
          nextOrder ??= ordersAfter(draft[collection] as Record<string, { order: string }>);
          copy.order = nextOrder();
        }
        place(collection, copy, placement);
        Object.assign(draft[collection], { [id]: copy });
      };
      for (const [id, record] of inPlaceOrder(companions[collection])) {
        if (!Object.hasOwn(draft[collection], id)) add(record, id);
      }
      for (const [old, record] of inPlaceOrder(records[collection])) {
        add(record, ids.get(`${collection}/${old}`) ?? newId());
      }
    }
  };
  return { edit, made };
}

/** Copies records beside themselves, with the transitions among them. */
export function duplicate(
  map: JourneyMap,
  targets: readonly RecordTarget[],
  offset: Placement['offset'] = { x: 24, y: 24 },
): Insertion {
  return insertFragment(map, extract(map, targets), { offset });
}

/** The fragment without what cannot stand in this map. */
function standing(map: JourneyMap, fragment: Fragment): Pick<Fragment, 'records' | 'companions'> {
  const all = noTables();
  for (const name of COLLECTIONS) {
    Object.assign(all[name], fragment.companions[name], fragment.records[name]);
  }
  const missing = COLLECTIONS.flatMap((collection) =>
    Object.values<object>(all[collection]).flatMap((record) =>
      referencesOf(collection, record)
        .filter(({ to, id }) => !Object.hasOwn(map[to], id) && !Object.hasOwn(all[to], id))
        .map(({ to, id }) => [to, id] as const),
    ),
  );
  const gone = withDependents(all, missing, readReferences);
  const kept = (tables: RecordTables) => {
    const result = noTables();
    for (const name of COLLECTIONS) {
      const entries = Object.entries<object>(tables[name]).filter(([id]) => !gone[name].has(id));
      Object.assign(result[name], Object.fromEntries(entries));
    }
    return result;
  };
  return { records: kept(fragment.records), companions: kept(fragment.companions) };
}

/** None of the records is in the map. */
function isFree(map: JourneyMap, records: RecordTables): boolean {
  return COLLECTIONS.every((name) =>
    Object.keys(records[name]).every((id) => !Object.hasOwn(map[name], id)),
  );
}

function inPlaceOrder(table: RecordTables[CollectionName]): readonly (readonly [string, object])[] {
  const isOrdered = Object.values(table).every((record) => 'order' in record);
  return isOrdered
    ? inOrder(table as Record<string, { order: string }>)
    : Object.entries<object>(table);
}

function place(collection: CollectionName, record: object, { offset, stage }: Placement): void {
  if (collection !== 'touchpoints' && collection !== 'notes') return;
  const placed = record as JourneyMap['touchpoints'][string] | JourneyMap['notes'][string];
  if (offset) {
    placed.position.x += offset.x;
    placed.position.y += offset.y;
  }
  if (stage !== undefined) placed.stage = stage;
}
