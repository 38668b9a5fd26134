import { moveTouchpoints, type Edit } from '../../map/edits';
import { GRID } from '../../map/layout';
import { touchpointsInJourneyOrder } from '../../map/records';
import type { JourneyMap } from '../../map/schema';

export interface PlacedMove {
  readonly edit: Edit;
  /** Its new place in its stage, from 1, and how many stand there. */
  readonly place: number;
  readonly count: number;
}

/**
 * Puts a touchpoint one place earlier (−1) or later (1) in its stage: it and its neighbour change
 * places on the canvas too. Null where there is no neighbour.
 */
export function moveTouchpoint(map: JourneyMap, id: string, by: -1 | 1): PlacedMove | null {
  const own = map.touchpoints[id];
  const stage = touchpointsInJourneyOrder(map).filter(([, each]) => each.stage === own?.stage);
  const place = stage.findIndex(([each]) => each === id);
  const neighbour = stage[place + by];
  if (!own || !neighbour) return null;
  const [other, { position }] = neighbour;
  const onTop = position.x === own.position.x && position.y === own.position.y;
  // Cards on one spot are told apart by their ids only; one grid step puts them in order.
  const target = onTop ? { x: position.x, y: position.y + by * GRID } : position;
  const edit = moveTouchpoints([
    { id, position: { x: target.x, y: target.y } },
    { id: other, position: { x: own.position.x, y: own.position.y } },
  ]);
  return { edit, place: place + by + 1, count: stage.length };
}
