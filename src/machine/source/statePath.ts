import type { JourneyMap } from '../../map/schema';
import { stageState, touchpointState, UNSORTED } from '../config';

/** Keys from the root of the machine's JSON to the state of a touchpoint; null when it has none. */
export function statePathOf(map: JourneyMap, touchpoint: string): string[] | null {
  if (!Object.hasOwn(map.touchpoints, touchpoint)) return null;
  const record = map.touchpoints[touchpoint];
  if (!record) return null;
  const { kind, stage } = record;
  const own = ['states', touchpointState(touchpoint)];
  if (kind === 'outcome') return own;
  const hasStage = stage !== null && Object.hasOwn(map.stages, stage);
  return ['states', hasStage ? stageState(stage) : UNSORTED, ...own];
}
