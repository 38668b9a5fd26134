import { current, isDraft, original } from 'mutative';
import { type CollectionName, COLLECTIONS, type JourneyMap } from '../schema';
import {
  giveWay,
  readReferences,
  type ReferenceSite,
  referencesOf,
  withDependents,
} from '../shape';
import { type Edit } from './applyEdit';
import { recordIn, type RecordTarget } from './records';

/**
 * Removes records, and the references to them with them: a nullable reference becomes null, a member
 * of a set or an entry keyed by it is taken out; a record that cannot stand without it (a transition
 * without its touchpoint) is removed too. References that are kept stay, so that no rule and no scope
 * says more than before. What does not exist is ignored.
 */
export function removeRecords(targets: readonly RecordTarget[]): Edit {
  return (map) => {
    const now = isDraft(map) ? current(map) : map;
    const asked = targets.map(({ collection, id }) => [collection, id] as const);
    const sitesOf = sitesIn(map);
    const gone = withDependents(now, asked, sitesOf);
    const goes = (site: ReferenceSite) => !site.kept && gone[site.to].has(site.id);
    for (const collection of COLLECTIONS) {
      for (const [id, record] of Object.entries<object>(now[collection])) {
        if (gone[collection].has(id)) Reflect.deleteProperty(map[collection], id);
        else letGo(map[collection], id, sitesOf(collection, record, id).filter(goes));
      }
    }
  };
}

/**
 * Clears every reference of one record to another, the kept ones too: a clause is taken out of its
 * rule, what was limited to a segment is for everybody. For somebody who sees that and asks for it.
 */
export function clearReferences(to: RecordTarget, { collection, id }: RecordTarget): Edit {
  return (map) => {
    const record = recordIn(map, collection, id);
    const points = (site: ReferenceSite) => site.to === to.collection && site.id === to.id;
    letGo(map[collection], id, readReferences(collection, record).filter(points));
  };
}

/** What this edit made itself can still change in place: nothing may be remembered of it. */
function sitesIn(map: JourneyMap) {
  const before = isDraft(map) ? original(map) : null;
  return (collection: CollectionName, record: object, id: string) =>
    before?.[collection][id] === record
      ? referencesOf(collection, record)
      : readReferences(collection, record);
}

/** From the last site to the first, so that indexes in lists of rules stay true. */
function letGo(table: object, id: string, sites: readonly ReferenceSite[]): void {
  if (sites.length === 0) return;
  const record = (table as Readonly<Record<string, unknown>>)[id];
  for (const site of sites.toReversed()) giveWay(record, site.slots);
}
