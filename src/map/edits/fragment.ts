import { type CollectionName, COLLECTIONS, type JourneyMap } from '../schema';
import { referencesOf } from '../shape';
import { type RecordTarget } from './records';

/** The `format` of a fragment. */
export const FRAGMENT_FORMAT = 'journey-fragment';

/** Some tables of a map. */
export type RecordTables = Pick<JourneyMap, CollectionName>;

/** A part of a map, on its way to another place or another map. */
export interface Fragment {
  readonly format: typeof FRAGMENT_FORMAT;
  readonly version: JourneyMap['version'];
  /** The map it was taken from; null where it is unknown. */
  readonly from: string | null;
  /** What was chosen, with the transitions among it. Gets new ids where one of them is taken. */
  readonly records: RecordTables;
  /** What the chosen records name and need. Put in, under its own id, where it is missing. */
  readonly companions: RecordTables;
}

/** What comes along when a chosen record names it. */
const COMPANIONS: readonly CollectionName[] = [
  'attributes',
  'segments',
  'personas',
  'images',
  'assets',
];

/** Empty tables of all collections. */
export function noTables(): RecordTables {
  return Object.fromEntries(COLLECTIONS.map((name) => [name, {}])) as unknown as RecordTables;
}

/** The chosen records, the transitions among them, and what they name. */
export function extract(map: JourneyMap, targets: readonly RecordTarget[]): Fragment {
  const records = noTables();
  for (const target of targets) take(map, target, records);
  for (const [id, { from, to }] of Object.entries(map.transitions)) {
    if (records.touchpoints[from] && records.touchpoints[to]) {
      take(map, { collection: 'transitions', id }, records);
    }
  }
  const companions = noTables();
  const queue: RecordTarget[] = named(records);
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { collection, id } = next;
    if (!COMPANIONS.includes(collection) || records[collection][id] || companions[collection][id]) {
      continue;
    }
    const record = take(map, next, companions);
    if (record) queue.push(...referencesIn(collection, record));
  }
  return { format: FRAGMENT_FORMAT, version: map.version, from: map.id, records, companions };
}

function take(
  map: JourneyMap,
  { collection, id }: RecordTarget,
  into: RecordTables,
): object | null {
  if (!Object.hasOwn(map[collection], id)) return null;
  const record: object = map[collection][id] ?? {};
  Object.assign(into[collection], { [id]: record });
  return record;
}

function named(tables: RecordTables): RecordTarget[] {
  return COLLECTIONS.flatMap((collection) =>
    Object.values<object>(tables[collection]).flatMap((record) => referencesIn(collection, record)),
  );
}

function referencesIn(collection: CollectionName, record: object): RecordTarget[] {
  return referencesOf(collection, record).map(({ to, id }) => ({ collection: to, id }));
}
