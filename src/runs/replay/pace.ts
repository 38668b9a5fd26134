import { within } from '../../map/basics';
/** How the run clock goes by while a run is replayed. */
export interface Pace {
  /** Days on the run clock at a place of the replay, 0 … 1. */
  clockAt(place: number): number;
  /** Where in the replay a clock is, 0 … 1. */
  placeOf(clock: number): number;
}

const KNOTS = 240;
/** The part of the replay that is dealt out by events; the rest goes by at an even speed. */
const BY_EVENTS = 0.5;

/**
 * Busy hours get more of the replay than quiet months: half of it is dealt out by events, half by time.
 * Most customers decide in their first minutes and a few in the last of many months; at an even speed
 * the first would be a single flash. `clocks` are those of the events, ascending, in days.
 */
export function paceOf(clocks: ArrayLike<number>, span: number): Pace {
  const end = span > 0 ? span : 1;
  // Closer together than this stops cannot be distinguished.
  const moment = end * 1e-9;
  const times = [0];
  const places = [0];
  const add = (time: number, place: number) => {
    // The same clock twice would be a standstill: what happens at once happens at one place.
    if (time <= times.at(-1)! + moment) return;
    times.push(time);
    places.push(Math.max(place, places.at(-1)!));
  };
  const share = (time: number, events: number) =>
    ((1 - BY_EVENTS) * time) / end + BY_EVENTS * events;
  for (let knot = 1; knot < KNOTS && clocks.length > 0; knot += 1) {
    const time = clocks[Math.floor((knot / KNOTS) * (clocks.length - 1))]!;
    if (time < end - moment) add(time, share(time, knot / KNOTS));
  }
  add(end, 1);
  return {
    clockAt: (place) => between(places, times, place),
    placeOf: (clock) => between(times, places, clock),
  };
}

/** Nothing is busier than anything else: steps come one after the other, each with as much room. */
export function evenPace(span: number): Pace {
  const end = span > 0 ? span : 1;
  return {
    clockAt: (place) => within(place, 0, 1) * end,
    placeOf: (clock) => within(clock / end, 0, 1),
  };
}

/** The line through the knots at `x`; before the first and after the last it is level. */
function between(xs: readonly number[], ys: readonly number[], x: number): number {
  if (x <= xs[0]!) return ys[0]!;
  if (x >= xs.at(-1)!) return ys.at(-1)!;
  let low = 0;
  let high = xs.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (xs[middle]! <= x) low = middle;
    else high = middle;
  }
  const width = xs[high]! - xs[low]!;
  const share = width > 0 ? (x - xs[low]!) / width : 1;
  return ys[low]! + (ys[high]! - ys[low]!) * share;
}
