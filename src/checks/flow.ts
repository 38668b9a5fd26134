import { addRecord, type Edit } from '../map/edits';
import { baseDropOffOf, type RecordEntry } from '../map/records';
import type { Touchpoint, Transition } from '../map/schema';
import type { CheckContext } from './context';

/** Steps that all searches of one rule of the checker may take together, see `Budget`. */
export const SEARCH_STEPS = 200_000;

/** Can anybody walk at all? Before that every touchpoint is unreachable, and one sentence says it. */
export function isRunnable({ transitions, entries }: CheckContext): boolean {
  return transitions.length > 0 && entries.length > 0;
}

/** Does anything lead here? */
export function isConnected(
  { kind }: Touchpoint,
  into: readonly RecordEntry<Transition>[],
): boolean {
  return kind === 'entry' || into.length > 0;
}

/** Can a transition out of the touchpoint be added and be taken by somebody, nothing else changed? */
export function hasRoom({ outOf }: CheckContext, [id, { kind }]: RecordEntry<Touchpoint>): boolean {
  return (kind === 'entry' || kind === 'touchpoint') && baseDropOffOf(outOf(id)) > 0;
}

/** A new transition that takes everybody who drops off at `from` so far. */
export function connectDropOff({ outOf }: CheckContext, from: string, to: string): Edit {
  return addRecord('transitions', { from, to, chance: { base: baseDropOffOf(outOf(from)) } });
}
