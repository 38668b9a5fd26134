import type { JourneyMap, Stage } from '../schema';
import { inOrder } from './order';

/** A column of the journey: a stage, or (id null) the touchpoints no stage has yet. */
export interface Column {
  readonly id: string | null;
  readonly stage: Stage | null;
}

/** The unsorted column, then the stages in order. */
export function columnsInOrder(map: Pick<JourneyMap, 'stages'>): readonly Column[] {
  return [{ id: null, stage: null }, ...inOrder(map.stages).map(([id, stage]) => ({ id, stage }))];
}
