import { wordOfShare } from '../chance/draws';
import type { Quantile } from '../chance/quantiles';
import type { Spot, Way } from './spot';

/** Something besides the visit itself happens on entry. */
export const EVENTFUL = 1;
/** The walk ends here. */
export const OUTCOME = 2;
/** The way on depends on the customer; else the slots' limits decide. */
export const WEIGHED = 4;
/** Some way on takes a drawn time. */
export const DELAYED = 8;
/** Some way on takes time, drawn or fixed. */
export const WAITS = 16;

/** Buckets of a draw's first bits that say where among the limits to begin. */
export const GUIDE_BITS = 6;
const BUCKETS = 1 << GUIDE_BITS;
export const BUCKET_SHIFT = 32 - GUIDE_BITS;

/**
 * The map as flat arrays: what a step needs that does not depend on the customer. A touchpoint's
 * *slots* are its ways in the order they are tried, then its *otherwise* ways, then dropping off.
 */
export interface Slots {
  /** By touchpoint: its flags, the two halves of its key, its first slot. Side by side, for one miss of the cache costs more than all else. */
  readonly heads: Int32Array;
  /** By touchpoint and bucket: the first slot, from `first`, that a draw of the bucket can fall into. */
  readonly guide: Uint8Array;
  /** By slot: the word of a draw at which its share of 1 ends; Infinity where the rest goes. */
  readonly limits: Float64Array;
  /** By slot, in turns: the touchpoint it leads to and the index of its transition; −1 = dropping off. */
  readonly ends: Int32Array;
  readonly ways: readonly (Way | null)[];
  /** Null where the delay is always `days`. */
  readonly delays: readonly (Quantile<number> | null)[];
  readonly days: Float64Array;
  /** The mean of an exponential delay, by far the commonest; 0 = another family. */
  readonly means: Float64Array;
}

/** `isWatchful`: every entry is eventful, because of what the run's rules read. */
export function slotsOf(spots: readonly Spot[], isWatchful: boolean): Slots {
  const paid = new Set(
    spots.flatMap(({ ways, takers }) =>
      [...ways, ...takers].filter(({ money }) => money).map(({ to }) => to),
    ),
  );
  const ways = spots.flatMap((spot): (Way | null)[] => [...spot.ways, ...spot.takers, null]);
  const guide = new Uint8Array(spots.length * BUCKETS);
  const limits = new Float64Array(ways.length);
  for (const spot of spots) limitsOf(spot, limits, guide);
  const flagsOf = (spot: Spot): number => {
    const { kind, isPlain, milestone, index, limits: fixed, watches } = spot;
    const isEventful =
      isWatchful || !isPlain || milestone >= 0 || paid.has(index) || watches.length > 0;
    const onward = [...spot.ways, ...spot.takers];
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
      spots.flatMap((spot) => [flagsOf(spot), spot.key.low, spot.key.high, spot.first]),
    ),
    guide,
    limits,
    ends: Int32Array.from(ways.flatMap((way) => [way?.to ?? -1, way?.index ?? -1])),
    ways,
    delays: ways.map((way) => way?.delay ?? null),
    days: Float64Array.from(ways, (way) => way?.days ?? 0),
    means: Float64Array.from(ways, (way) => way?.mean ?? 0),
  };
}

/** Fills in the limits of one touchpoint and its part of the guide. */
function limitsOf({ index, first, limits, rest }: Spot, all: Float64Array, guide: Uint8Array) {
  if (!limits) return;
  for (let j = 0; j < limits.length; j += 1) all[first + j] = wordOfShare(limits[j]!);
  all[first + rest] = Infinity;
  let slot = 0;
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    const word = (bucket << BUCKET_SHIFT) >>> 0;
    while (word >= all[first + slot]!) slot += 1;
    // More ways than a byte can count are searched from the last it can.
    guide[index * BUCKETS + bucket] = Math.min(slot, 255);
  }
}
