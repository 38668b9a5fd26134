import type { MessageId } from '../../language';
import { moveTouchpoints, reorder, type Edit } from '../../map/edits';
import { GRID, touchpointsInJourneyOrder } from '../../map/layout';
import { inOrder } from '../../map/records';
import type { JourneyMap } from '../../map/schema';

/** Something put one place earlier or later among its like. */
export interface OrderChange {
  readonly label: MessageId;
  readonly edit: Edit;
  /** Its new place, from 1, and how many stand there. */
  readonly place: number;
  readonly count: number;
}

/**
 * A touchpoint one place earlier (−1) or later (1) in its stage: it and its neighbour change places on
 * the canvas too. Null where there is no neighbour.
 */
export function touchpointTurn(map: JourneyMap, id: string, by: -1 | 1): OrderChange | null {
  const own = map.touchpoints[id];
  const stage = touchpointsInJourneyOrder(map).filter(([, each]) => each.stage === own?.stage);
  const place = stage.findIndex(([each]) => each === id);
  const neighbour = stage[place + by];
  if (!own || !neighbour) return null;
  const [other, { position }] = neighbour;
  const onTop = position.x === own.position.x && position.y === own.position.y;
  // Cards on one spot differ by their ids only; one grid step puts them in order.
  const target = onTop ? { x: position.x, y: position.y + by * GRID } : position;
  const edit = moveTouchpoints([
    { id, position: { x: target.x, y: target.y } },
    { id: other, position: { x: own.position.x, y: own.position.y } },
  ]);
  return { label: 'canvas.step.move', edit, place: place + by + 1, count: stage.length };
}

/** A stage one place earlier or later in the journey; null where it is the first or the last. */
export function stageTurn(map: JourneyMap, id: string, by: -1 | 1): OrderChange | null {
  const ids = inOrder(map.stages).map(([each]) => each);
  const place = ids.indexOf(id) + by;
  if (!ids.includes(id) || place < 0 || place >= ids.length) return null;
  const before = (by === -1 ? ids[place] : ids[place + 1]) ?? null;
  const edit = reorder('stages', id, before);
  return { label: 'canvas.step.moveStage', edit, place: place + 1, count: ids.length };
}
