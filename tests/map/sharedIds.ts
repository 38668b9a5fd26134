import fc, { type Arbitrary } from 'fast-check';
import { COLLECTIONS, type CollectionName, type JourneyMap } from '../../src/map/schema';
import { renameReferences } from '../../src/map/shape';
import { idFor, journeyMap, type MapOptions } from './arbitraries';

/** The same map with the same few ids in every collection, as the format allows. */
export function withSharedIds(map: JourneyMap): JourneyMap {
  const copy = structuredClone(map);
  const places = new Map(
    COLLECTIONS.map((name) => [name, Object.keys(map[name])] as const).filter(
      ([name]) => name !== 'assets',
    ),
  );
  const shared = (to: CollectionName, id: string) => {
    const index = places.get(to)?.indexOf(id) ?? -1;
    return index < 0 ? id : idFor('shared', index);
  };
  for (const name of COLLECTIONS) {
    for (const record of Object.values<object>(copy[name])) {
      renameReferences(name, record, shared);
    }
    Object.assign(copy, {
      [name]: Object.fromEntries(
        Object.entries<object>(copy[name]).map(([id, record]) => [shared(name, id), record]),
      ),
    });
  }
  return copy;
}

/** Random maps whose collections share their ids. */
export const mapWithSharedIds = (options: MapOptions = {}): Arbitrary<JourneyMap> =>
  journeyMap(options).map(withSharedIds);

/** Every second map has ids that count within their collection only. */
export const sometimesShared = (maps: Arbitrary<JourneyMap>): Arbitrary<JourneyMap> =>
  fc.tuple(maps, fc.boolean()).map(([map, isShared]) => (isShared ? withSharedIds(map) : map));
