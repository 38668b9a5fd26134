import { touchpointsInJourneyOrder } from '../../map/layout';
import { incomingOf, inOrder } from '../../map/records';
import type { JourneyMap, Target } from '../../map/schema';

/** The touchpoint, stage or note so many places further in its order; null beyond the ends. */
export function inOrderAfter(
  map: JourneyMap,
  { collection, id }: Target,
  by: 1 | -1,
): Target | null {
  const order = idsInOrder(map, collection);
  const at = order.indexOf(id);
  const next = at < 0 ? undefined : order[at + by];
  return next === undefined ? null : { collection, id: next };
}

/** What comes before something: what leads to it, else the one before in order; null for the first. */
export function previousOf(map: JourneyMap, target: Target): Target | null {
  const { collection, id } = target;
  const led = collection === 'touchpoints' ? incomingOf(map, id)[0]?.[1].from : undefined;
  return led === undefined || led === id ? inOrderAfter(map, target, -1) : { collection, id: led };
}

function idsInOrder(map: JourneyMap, collection: Target['collection']): string[] {
  if (collection === 'touchpoints') return touchpointsInJourneyOrder(map).map(([id]) => id);
  if (collection === 'stages') return inOrder(map.stages).map(([id]) => id);
  return collection === 'notes' ? Object.keys(map.notes) : [];
}
