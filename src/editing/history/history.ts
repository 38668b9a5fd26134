import type { JourneyMap } from '../../map/schema';
import { joinSteps, type Step } from './step';

/** Steps beyond this are forgotten, oldest first. */
const LIMIT = 1_000;

/** What this tab can undo and redo, newest last. */
export interface History {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
  /** True while the next step of the same gesture may still join the last one. */
  readonly open: boolean;
}

/** Records a step; it joins the last one when both belong to one gesture. Redo is gone. */
export function recordStep(history: History, step: Step, after: JourneyMap): History {
  const last = history.done.at(-1);
  const joins = history.open && last?.gesture === step.gesture;
  const done = joins
    ? [...history.done.slice(0, -1), joinSteps(last, step, after)]
    : [...history.done, step].slice(-LIMIT);
  return { done, undone: [], open: true };
}

/** Ends the current gesture: the next step stands alone. */
export function settle(history: History): History {
  return history.open ? { ...history, open: false } : history;
}

/** Moves the last step to the redo side; `back` is the step that takes the undo back. */
export function undone(history: History, back: Step): History {
  return { done: history.done.slice(0, -1), undone: [...history.undone, back], open: false };
}

/** Moves the last undone step back; `again` is the step that undoes the redo. */
export function redone(history: History, again: Step): History {
  return { done: [...history.done, again], undone: history.undone.slice(0, -1), open: false };
}
