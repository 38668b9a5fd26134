import { current, isDraft } from 'mutative';
import { COLLECTIONS, type CollectionName, type JourneyMap } from '../schema';
import { type ReferenceSite, referencesOf } from '../shape';
import { type Edit } from './applyEdit';
import { giveWay } from './giveWay';
import { type RecordTarget } from './records';

type Gone = Readonly<Record<CollectionName, ReadonlySet<string>>>;

/**
 * Removes records, and every reference to them with them: a nullable reference becomes null, a
 * member of a set or an entry keyed by it is taken out, so is a rule clause that names it; a record
 * that cannot stand without it (a transition without its touchpoint) is removed too. What does not
 * exist is ignored.
 */
export function removeRecords(targets: readonly RecordTarget[]): Edit {
  return (map) => {
    const now = isDraft(map) ? current(map) : map;
    const gone = withDependents(now, targets);
    for (const collection of COLLECTIONS) {
      for (const [id, record] of Object.entries(now[collection])) {
        if (gone[collection].has(id)) Reflect.deleteProperty(map[collection], id);
        else letGo(map[collection], id, referencesOf(collection, record).filter(pointsInto(gone)));
      }
    }
  };
}

/** The targets and, in turn, every record that cannot stand without one of them. */
export function withDependents(map: JourneyMap, targets: readonly RecordTarget[]): Gone {
  const gone = Object.fromEntries(
    COLLECTIONS.map((name) => [name, new Set<string>()]),
  ) as unknown as Record<CollectionName, Set<string>>;
  for (const { collection, id } of targets) gone[collection].add(id);
  for (let found = true; found;) {
    found = false;
    for (const collection of COLLECTIONS) {
      for (const [id, record] of Object.entries(map[collection])) {
        if (gone[collection].has(id)) continue;
        const falls = referencesOf(collection, record).some(
          (site) => site.slots.length === 0 && gone[site.to].has(site.id),
        );
        if (falls) {
          gone[collection].add(id);
          found = true;
        }
      }
    }
  }
  return gone;
}

function pointsInto(gone: Gone) {
  return (site: ReferenceSite) => gone[site.to].has(site.id);
}

/** From the last site to the first, so that indexes in lists of rules stay true. */
function letGo(table: object, id: string, sites: readonly ReferenceSite[]): void {
  if (sites.length === 0) return;
  const record = (table as Readonly<Record<string, unknown>>)[id];
  for (const site of sites.toReversed()) giveWay(record, site.slots);
}
