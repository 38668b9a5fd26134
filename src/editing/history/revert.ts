import { applyEdit, replayed } from '../../map/edits';
import type { JourneyMap } from '../../map/schema';
import { stepFrom, takeBack, type Step } from './step';

/** A step reverted: the change of the map, the step that brings it back, and how many places were left alone. */
interface Reverted {
  readonly change: ReturnType<typeof applyEdit>;
  readonly back: Step;
  readonly skipped: number;
}

/** Reverts a step on the map as it is now; places that hold something else by now are skipped. */
export function revert(map: JourneyMap, step: Step): Reverted {
  const { patches, skipped } = takeBack(map, step);
  const change = applyEdit(map, replayed(patches));
  const back = stepFrom(step.label, step.gesture, change.patches, change.inverse, change.map);
  return { change, back, skipped: skipped.length };
}
