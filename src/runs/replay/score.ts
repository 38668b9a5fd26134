import { END_KINDS, type SampledWalks } from '../../simulation/results';
import { evenPace, type Pace, paceOf } from './pace';
import { inSteps, takesNoTime } from './steps';

/** One thing that happens to one customer: they come somewhere (`step`), or their walk ends (`step` −1). */
export interface ReplayEvent {
  readonly place: number;
  readonly clock: number;
  readonly walk: number;
  /** Index into the columns of the walks; −1 = the end of the walk. */
  readonly step: number;
}

/**
 * The sampled walks made ready to be played. A *stop* is where a customer waits: touchpoints they leave
 * as they come are passed without a stop. Stops of walk w: `firstStop[w]` ≤ s < `firstStop[w + 1]`.
 */
export interface Score {
  /** What its clocks count: days, or, where no walk takes time, the steps of each customer. */
  readonly unit: 'days' | 'steps';
  readonly walks: SampledWalks;
  readonly pace: Pace;
  /** Days on the run clock, or steps, at the end of the replay. */
  readonly span: number;
  readonly firstStop: Int32Array;
  /** Per stop: the first of its steps, and the one after its last. */
  readonly stopFrom: Int32Array;
  readonly stopTo: Int32Array;
  /** Per stop: when in the replay they set out for it, 0 … 1. */
  readonly stopPlace: Float64Array;
  /** Per walk: when in the replay it ends; beyond 1 where it never does. */
  readonly endPlace: Float64Array;
  /** Per step: how often they have now been there; 1 = for the first time. */
  readonly turn: Uint16Array;
  /** Transition by which each step came; −1 = arrived. */
  readonly taken: Int32Array;
  /** Everything that happens, in order. */
  readonly events: Events;
}

/** Events as columns, by time. */
export interface Events {
  readonly length: number;
  readonly place: Float64Array;
  at(index: number): ReplayEvent;
  /** How many have happened at a place of the replay. */
  countAt(place: number): number;
}

const IN_JOURNEY = END_KINDS.indexOf('in-journey');
const OUTCOME = END_KINDS.indexOf('outcome');

/** Makes walks ready; `horizon` in days, null = the replay ends with the last walk. */
export function scoreOf(given: SampledWalks, horizon: number | null): Score {
  const unit = takesNoTime(given) ? 'steps' : 'days';
  const walks = unit === 'steps' ? inSteps(given) : given;
  const { clock, first, customer, end, endClock, transition } = walks;
  const span =
    (unit === 'days' ? horizon : null) ?? endClock.reduce((most, each) => Math.max(most, each), 0);
  const arrivals = new Set(first);
  const moves = clock.filter((_, step) => !arrivals.has(step)).sort((a, b) => a - b);
  const pace = unit === 'days' ? paceOf(moves, span) : evenPace(span);
  const firstStop = new Int32Array(customer.length + 1);
  const from: number[] = [];
  const to: number[] = [];
  const place: number[] = [];
  for (let walk = 0; walk < customer.length; walk += 1) {
    firstStop[walk] = from.length;
    const last = first[walk + 1]!;
    for (let step = first[walk]!; step < last;) {
      let next = step + 1;
      while (next < last && clock[next] === clock[step]) next += 1;
      from.push(step);
      to.push(next);
      place.push(pace.placeOf(clock[step]!));
      step = next;
    }
  }
  firstStop[customer.length] = from.length;
  return {
    unit,
    walks,
    pace,
    span,
    firstStop,
    stopFrom: Int32Array.from(from),
    stopTo: Int32Array.from(to),
    stopPlace: Float64Array.from(place),
    endPlace: Float64Array.from(end, (kind, walk) =>
      kind === IN_JOURNEY ? 2 : pace.placeOf(endClock[walk]!),
    ),
    turn: turnsOf(walks),
    taken: Int32Array.from(transition),
    events: eventsOf(walks, pace),
  };
}

function turnsOf({ first, customer, touchpoint }: SampledWalks): Uint16Array {
  const turns = new Uint16Array(touchpoint.length);
  for (let walk = 0; walk < customer.length; walk += 1) {
    const seen = new Map<number, number>();
    for (let step = first[walk]!; step < first[walk + 1]!; step += 1) {
      const turn = (seen.get(touchpoint[step]!) ?? 0) + 1;
      seen.set(touchpoint[step]!, turn);
      turns[step] = turn;
    }
  }
  return turns;
}

function eventsOf({ first, customer, clock, end, endClock }: SampledWalks, pace: Pace): Events {
  const walkOf: number[] = [];
  const stepOf: number[] = [];
  const clockOf: number[] = [];
  const add = (walk: number, step: number, time: number) => {
    walkOf.push(walk);
    stepOf.push(step);
    clockOf.push(time);
  };
  for (let walk = 0; walk < customer.length; walk += 1) {
    for (let step = first[walk]!; step < first[walk + 1]!; step += 1) add(walk, step, clock[step]!);
    // Coming to an outcome says already that it is the end; at the horizon nothing happens.
    const kind = end[walk]!;
    if (kind !== IN_JOURNEY && kind !== OUTCOME) add(walk, -1, endClock[walk]!);
  }
  const order = Uint32Array.from(clockOf.keys()).sort((a, b) => clockOf[a]! - clockOf[b]! || a - b);
  const place = Float64Array.from(order, (index) => pace.placeOf(clockOf[index]!));
  return {
    length: order.length,
    place,
    at(index) {
      const event = order[index]!;
      return {
        place: place[index]!,
        clock: clockOf[event]!,
        walk: walkOf[event]!,
        step: stepOf[event]!,
      };
    },
    countAt: (now) => upTo(place, now),
  };
}

/** How many of an ascending column are not above `value`. */
function upTo(column: Float64Array, value: number): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (column[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
