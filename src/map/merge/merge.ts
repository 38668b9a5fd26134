import { ownFields } from '../change';
import { cyclicComments } from '../records';
import { type CollectionName, COLLECTIONS, type JourneyMap, RECORDS } from '../schema';
import { MAP_SHAPE, type Path, recordShape, referencesOf } from '../shape';
import { mergeLineage } from './lineage';
import { type Clash, mergeValues } from './mergeValues';

/** Both sides changed one thing differently. Undefined means: it is not there on that side. */
export interface Conflict extends Clash {
  /** `map` for the fields of the map itself. */
  readonly collection: CollectionName | 'map';
  readonly id: string;
}

/** What a merge results in. */
export interface Merged {
  /** Valid; where there is a conflict it holds `mine`, or whichever side still has the thing. */
  readonly map: JourneyMap;
  readonly conflicts: readonly Conflict[];
}

type Tables = Record<CollectionName, Record<string, object>>;

/**
 * Merges two maps that grew from `base`. Every edit of either side is in the result or in the list
 * of conflicts, with both values: fields merge one by one; rules, delays and lists as wholes; what
 * one side removed and the other changed, or still points at, stays.
 */
export function merge(base: JourneyMap, mine: JourneyMap, theirs: JourneyMap): Merged {
  const conflicts = new Conflicts();
  const fields = mergeValues(
    MAP_SHAPE,
    ownFields(base),
    ownFields(mine),
    ownFields(theirs),
    [],
    conflicts.of('map', ''),
  );
  const tables = Object.fromEntries(COLLECTIONS.map((name) => [name, {}])) as Tables;
  for (const collection of COLLECTIONS) {
    const [old, a, b] = [base[collection], mine[collection], theirs[collection]] as [
      Tables[CollectionName],
      Tables[CollectionName],
      Tables[CollectionName],
    ];
    for (const id of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const record = mergeRecord(collection, id, old[id], a[id], b[id], conflicts);
      if (record) tables[collection][id] = record;
    }
  }
  const map = Object.assign({}, fields, tables, {
    lineage: mergeLineage(mine.lineage, theirs.lineage),
  }) as unknown as JourneyMap;
  bringBack(map, base, mine, theirs, conflicts);
  for (const id of cyclicComments(map.comments)) {
    const comment = map.comments[id];
    if (!comment) continue;
    conflicts.add(
      'comments',
      id,
      ['parent'],
      mine.comments[id]?.parent,
      theirs.comments[id]?.parent,
    );
    map.comments[id] = { ...comment, parent: null };
  }
  return { map, conflicts: conflicts.list };
}

class Conflicts {
  readonly list: Conflict[] = [];

  add(collection: Conflict['collection'], id: string, path: Path, mine: unknown, theirs: unknown) {
    this.list.push({ collection, id, path, mine, theirs });
  }

  of(collection: Conflict['collection'], id: string) {
    return ({ path, mine, theirs }: Clash) => {
      this.add(collection, id, path, mine, theirs);
    };
  }
}

function mergeRecord(
  collection: CollectionName,
  id: string,
  old: object | undefined,
  a: object | undefined,
  b: object | undefined,
  conflicts: Conflicts,
): object | undefined {
  const clashes: Clash[] = [];
  const merged = mergeValues(recordShape(collection), old, a, b, [], (clash) =>
    clashes.push(clash),
  );
  // Two fields that are right on either side can be wrong together: a window that ends too early.
  const valid = merged === undefined || merged === a || merged === b || isValid(collection, merged);
  if (!valid) {
    conflicts.add(collection, id, [], a, b);
    return a;
  }
  clashes.forEach(conflicts.of(collection, id));
  return merged as object | undefined;
}

function isValid(collection: CollectionName, record: unknown): boolean {
  return RECORDS[collection].safeParse(record).success;
}

/**
 * What one side removed and the other's edits still point at comes back, as a conflict. A reference
 * that the removing side has kept, and lives with, brings nothing back.
 */
function bringBack(
  map: JourneyMap,
  base: JourneyMap,
  mine: JourneyMap,
  theirs: JourneyMap,
  conflicts: Conflicts,
): void {
  const queue: [CollectionName, string, object][] = COLLECTIONS.flatMap((name) =>
    Object.entries<object>(map[name]).map(([id, record]): [CollectionName, string, object] => [
      name,
      id,
      record,
    ]),
  );
  for (let next = queue.pop(); next; next = queue.pop()) {
    const [collection, holder, pointing] = next;
    for (const { to, id, kept } of referencesOf(collection, pointing)) {
      if (Object.hasOwn(map[to], id)) continue;
      const isLived = (side: JourneyMap) =>
        !Object.hasOwn(side[to], id) && pointsAt(side, collection, holder, to, id);
      if (kept && (isLived(mine) || isLived(theirs))) continue;
      const [a, b] = [mine[to][id], theirs[to][id]];
      const record: object | undefined = a ?? b ?? base[to][id];
      if (!record) continue;
      Object.assign(map[to], { [id]: record });
      conflicts.add(to, id, [], a, b);
      queue.push([to, id, record]);
    }
  }
}

function pointsAt(
  side: JourneyMap,
  collection: CollectionName,
  holder: string,
  to: CollectionName,
  id: string,
): boolean {
  const record: object | undefined = side[collection][holder];
  return (
    record !== undefined &&
    referencesOf(collection, record).some((site) => site.to === to && site.id === id)
  );
}
