import { addRecord, type Edit } from '../map/edits';
import type { Entry } from '../map/records';
import type { Touchpoint, Transition } from '../map/schema';
import type { CheckContext } from './context';

/** Chances are compared with this tolerance, so that 0.1 + 0.2 + 0.7 is 1. */
export const TOLERANCE = 1e-9;

/** Steps that all searches of one rule of the checker may take together, see `Budget`. */
export const SEARCH_STEPS = 200_000;

/** Can anybody walk at all? Before that every touchpoint is unreachable, and one sentence says it. */
export function isRunnable({ transitions, entries }: CheckContext): boolean {
  return transitions.length > 0 && entries.length > 0;
}

/** Does anything lead here? */
export function isConnected({ kind }: Touchpoint, into: readonly Entry<Transition>[]): boolean {
  return kind === 'entry' || into.length > 0;
}

/** What the base chances of a touchpoint's ways out leave of 1: the share that drops off there. */
export function restOf(ways: readonly Entry<Transition>[]): number {
  if (ways.some(([, { otherwise }]) => otherwise)) return 0;
  const rest = ways.reduce((left, [, { chance }]) => left - chance.base, 1);
  return rest > TOLERANCE ? rest : 0;
}

/** Can a transition out of the touchpoint be added and be taken by somebody, nothing else changed? */
export function hasRoom({ outOf }: CheckContext, [id, { kind }]: Entry<Touchpoint>): boolean {
  return (kind === 'entry' || kind === 'touchpoint') && restOf(outOf(id)) > 0;
}

/** A new transition that takes everybody who drops off at `from` so far. */
export function connect({ outOf }: CheckContext, from: string, to: string): Edit {
  return addRecord('transitions', { from, to, chance: { base: restOf(outOf(from)) } });
}
