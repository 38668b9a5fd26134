import { current, isDraft, original } from 'mutative';
import { type CollectionName, COLLECTIONS } from '../schema';
import {
  giveWay,
  type IdsByCollection,
  readReferences,
  type ReferenceSite,
  referencesOf,
  withDependents,
} from '../shape';
import { type Edit } from './applyEdit';
import { type RecordTarget } from './records';

/**
 * Removes records, and every reference to them with them: a nullable reference becomes null, a
 * member of a set or an entry keyed by it is taken out, so is a rule clause that names it; a record
 * that cannot stand without it (a transition without its touchpoint) is removed too. What does not
 * exist is ignored.
 */
export function removeRecords(targets: readonly RecordTarget[]): Edit {
  return (map) => {
    const now = isDraft(map) ? current(map) : map;
    const asked = targets.map(({ collection, id }) => [collection, id] as const);
    const before = isDraft(map) ? original(map) : null;
    // What this edit made itself can still change in place: nothing may be remembered of it.
    const sitesOf = (collection: CollectionName, record: object, id: string) =>
      before?.[collection][id] === record
        ? referencesOf(collection, record)
        : readReferences(collection, record);
    const gone = withDependents(now, asked, sitesOf);
    for (const collection of COLLECTIONS) {
      for (const [id, record] of Object.entries<object>(now[collection])) {
        if (gone[collection].has(id)) Reflect.deleteProperty(map[collection], id);
        else letGo(map[collection], id, sitesOf(collection, record, id).filter(pointsInto(gone)));
      }
    }
  };
}

function pointsInto(gone: IdsByCollection) {
  return (site: ReferenceSite) => gone[site.to].has(site.id);
}

/** From the last site to the first, so that indexes in lists of rules stay true. */
function letGo(table: object, id: string, sites: readonly ReferenceSite[]): void {
  if (sites.length === 0) return;
  const record = (table as Readonly<Record<string, unknown>>)[id];
  for (const site of sites.toReversed()) giveWay(record, site.slots);
}
