import { givenName } from '../map/records';
import type { CollectionName, JourneyMap, Target } from '../map/schema';

/** Stands for a name nobody has given; the same in every language. */
const UNNAMED = '…';

/** What a finding calls a record: its name, for a transition without one its two ends. */
export function findingName(map: JourneyMap, collection: CollectionName, id: string): string {
  const given = givenName(map, collection, id);
  const transition = collection === 'transitions' ? map.transitions[id] : undefined;
  if (given !== null || !transition) return given ?? UNNAMED;
  const end = (touchpoint: string) => givenName(map, 'touchpoints', touchpoint) ?? UNNAMED;
  return `${end(transition.from)} → ${end(transition.to)}`;
}

/** Does not check that the record exists. */
export function target(collection: CollectionName, id: string): Target {
  return { collection, id };
}
