import { cyclicComments } from '../records';
import { type CollectionName, COLLECTIONS, type JourneyMap } from '../schema';
import { giveWay, readReferences, toPointer, withDependents } from '../shape';
import { type Repairs } from './finding';

/**
 * Clears references to records the file does not hold, in place, but for those that are kept. A record
 * that cannot stand without what it points at is removed.
 */
export function repairReferences(map: JourneyMap, repairs: Repairs): void {
  removeHomeless(map, repairs);
  for (const collection of COLLECTIONS) {
    for (const [id, record] of Object.entries<object>(map[collection])) {
      const loose = readReferences(collection, record).filter(
        (site) => !site.kept && !Object.hasOwn(map[site.to], site.id),
      );
      // From the last to the first, so that indexes in lists of rules stay true.
      for (const site of loose.toReversed()) {
        giveWay(record, site.slots);
        repairs.add('reference-cleared', toPointer([collection, id, ...site.path]), {
          id: site.id,
          collection: site.to,
        });
      }
    }
  }
  for (const id of cyclicComments(map.comments)) {
    const comment = map.comments[id];
    if (comment) comment.parent = null;
    repairs.add('answers-itself', toPointer(['comments', id, 'parent']));
  }
}

function removeHomeless(map: JourneyMap, repairs: Repairs): void {
  const missing: [CollectionName, string][] = [];
  for (const collection of COLLECTIONS) {
    for (const record of Object.values<object>(map[collection])) {
      for (const { to, id } of readReferences(collection, record)) {
        if (!Object.hasOwn(map[to], id)) missing.push([to, id]);
      }
    }
  }
  if (missing.length === 0) return;
  const gone = withDependents(map, missing, readReferences);
  for (const collection of COLLECTIONS) {
    for (const id of gone[collection]) {
      if (!Object.hasOwn(map[collection], id)) continue;
      Reflect.deleteProperty(map[collection], id);
      repairs.add('record-removed', toPointer([collection, id]));
    }
  }
}
