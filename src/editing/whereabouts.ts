import type { JourneyMap, Target } from '../map/schema';
import { spokenName, type SpokenValues } from './spoken';

/** Where a touchpoint or note is, as announcements name it; null for what has no place of its own. */
export function whereabouts(map: JourneyMap, target: Target): SpokenValues | null {
  const { collection, id } = target;
  if (collection !== 'touchpoints' && collection !== 'notes') return null;
  const item = map[collection][id];
  if (!item) return null;
  const { stage, position } = item;
  return {
    name: spokenName(map, target),
    placed: stage === null ? 'no' : 'yes',
    stage: stage === null ? '' : spokenName(map, { collection: 'stages', id: stage }),
    x: position.x,
    y: position.y,
  };
}

/** The touchpoint or note of this id; of a touchpoint and a note that share it, the touchpoint. */
export function placedTarget(map: JourneyMap, id: string): Target {
  return { collection: Object.hasOwn(map.touchpoints, id) ? 'touchpoints' : 'notes', id };
}
