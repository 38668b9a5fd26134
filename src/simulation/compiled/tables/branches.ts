import { type Quantile, wordOfShare } from '../../chance';
import type { TouchpointTable, TransitionTable } from './types';

/** Something besides the visit itself happens on entry. */
export const EVENTFUL = 1;
/** The walk ends here. */
export const OUTCOME = 2;
/** The choice depends on the customer; else the limits of the branches decide. */
export const WEIGHED = 4;
/** Some transition has a drawn delay. */
export const DELAYED = 8;
/** Some transition has a delay, drawn or fixed. */
export const WAITS = 16;

/** Buckets of a draw's first bits that say where among the limits to begin. */
export const GUIDE_BITS = 6;
const BUCKETS = 1 << GUIDE_BITS;
/** Shifts a 32-bit draw to its bucket. */
export const BUCKET_SHIFT = 32 - GUIDE_BITS;

/**
 * The map as flat arrays: what a step needs that does not depend on the customer. A touchpoint's
 * *branches* are its transitions in the order they are tried, then those marked *otherwise*, then the drop-off.
 */
export interface BranchTables {
  /**
   * By touchpoint: its flags, the two halves of its key, its first branch. Side by side,
   * because one cache miss costs more than the rest of a step.
   */
  readonly heads: Int32Array;
  /** By touchpoint and bucket: the first branch, from `first`, that a draw of the bucket can fall into. */
  readonly guide: Uint8Array;
  /** By branch: the word of a draw at which its share of 1 ends; Infinity where the rest goes. */
  readonly limits: Float64Array;
  /** By branch, alternating: the touchpoint it leads to and the index of its transition; −1 = dropping off. */
  readonly ends: Int32Array;
  readonly transitions: readonly (TransitionTable | null)[];
  /** Null where the delay is always `days`. */
  readonly delays: readonly (Quantile<number> | null)[];
  readonly days: Float64Array;
  /** The mean of an exponential delay, by far the commonest; 0 = another family. */
  readonly means: Float64Array;
}

/** `isWatchful`: every entry is eventful, because of what the run's rules read. */
export function branchTablesOf(
  touchpoints: readonly TouchpointTable[],
  isWatchful: boolean,
): BranchTables {
  const paid = new Set(
    touchpoints.flatMap(({ transitions, otherwise }) =>
      [...transitions, ...otherwise].filter(({ money }) => money).map(({ to }) => to),
    ),
  );
  const transitions = touchpoints.flatMap((touchpoint): (TransitionTable | null)[] => [
    ...touchpoint.transitions,
    ...touchpoint.otherwise,
    null,
  ]);
  const guide = new Uint8Array(touchpoints.length * BUCKETS);
  const limits = new Float64Array(transitions.length);
  for (const touchpoint of touchpoints) limitsOf(touchpoint, limits, guide);
  const flagsOf = (touchpoint: TouchpointTable): number => {
    const { kind, isPlain, milestone, index, limits: fixed, watched } = touchpoint;
    const isEventful =
      isWatchful || !isPlain || milestone >= 0 || paid.has(index) || watched.length > 0;
    const onward = [...touchpoint.transitions, ...touchpoint.otherwise];
    const isDelayed = onward.some(({ delay }) => delay !== null);
    return (
      (isEventful ? EVENTFUL : 0) |
      (kind === 'outcome' ? OUTCOME : 0) |
      (fixed ? 0 : WEIGHED) |
      (isDelayed ? DELAYED : 0) |
      (isDelayed || onward.some(({ days }) => days > 0) ? WAITS : 0)
    );
  };
  return {
    heads: Int32Array.from(
      touchpoints.flatMap((touchpoint) => [
        flagsOf(touchpoint),
        touchpoint.key.low,
        touchpoint.key.high,
        touchpoint.first,
      ]),
    ),
    guide,
    limits,
    ends: Int32Array.from(
      transitions.flatMap((transition) => [transition?.to ?? -1, transition?.index ?? -1]),
    ),
    transitions,
    delays: transitions.map((transition) => transition?.delay ?? null),
    days: Float64Array.from(transitions, (transition) => transition?.days ?? 0),
    means: Float64Array.from(transitions, (transition) => transition?.mean ?? 0),
  };
}

/** Fills in the limits of one touchpoint and its part of the guide. */
function limitsOf(
  { index, first, limits, rest }: TouchpointTable,
  all: Float64Array,
  guide: Uint8Array,
) {
  if (!limits) return;
  for (let j = 0; j < limits.length; j += 1) all[first + j] = wordOfShare(limits[j]!);
  all[first + rest] = Infinity;
  let branch = 0;
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    const word = (bucket << BUCKET_SHIFT) >>> 0;
    while (word >= all[first + branch]!) branch += 1;
    // A byte holds 255 at most; branches beyond are searched from there.
    guide[index * BUCKETS + bucket] = Math.min(branch, 255);
  }
}
