import { listUnder } from '../basics';
import { type CollectionName, COLLECTIONS, type JourneyMap } from '../schema';
import { type ReferenceSite } from './references';

/** Ids of each collection. */
export type IdsByCollection = Readonly<Record<CollectionName, ReadonlySet<string>>>;

/**
 * The given records and, in turn, every record that cannot stand without one of them: whose
 * reference has no slot around it to give way. Linear in the references of the map.
 */
export function withDependents(
  map: Pick<JourneyMap, CollectionName>,
  targets: Iterable<readonly [CollectionName, string]>,
  referencesOf: (
    collection: CollectionName,
    record: object,
    id: string,
  ) => readonly ReferenceSite[],
): IdsByCollection {
  const dependents = new Map<string, [CollectionName, string][]>();
  for (const collection of COLLECTIONS) {
    for (const [id, record] of Object.entries<object>(map[collection])) {
      for (const site of referencesOf(collection, record, id)) {
        if (site.slots.length > 0) continue;
        const key = `${site.to}/${site.id}`;
        listUnder(dependents, key, [collection, id]);
      }
    }
  }
  const gone = Object.fromEntries(
    COLLECTIONS.map((name) => [name, new Set<string>()]),
  ) as unknown as Record<CollectionName, Set<string>>;
  const queue = [...targets];
  for (let next = queue.pop(); next; next = queue.pop()) {
    const [collection, id] = next;
    if (gone[collection].has(id)) continue;
    gone[collection].add(id);
    queue.push(...(dependents.get(`${collection}/${id}`) ?? []));
  }
  return gone;
}
