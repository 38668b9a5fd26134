import type { Delay } from '../../../map/schema';
import type { Chain } from './chain';
import { continuousCdf, integrate } from '../model';
import { type Lattice, oneTick, type Spread } from './lattice';

/** Tails of a wait that are not followed step by step. */
const NEGLIGIBLE = 1e-10;

/** Waits cut to whole steps, lengthened to whole steps, or shared between both so that their mean is kept. */
export type Rounding = 'early' | 'nearest' | 'late';

/** Every wait on the grid. */
export function gridOf(chain: Chain, step: number, horizon: number, rounding: Rounding): Lattice {
  const { touchpoints, waits, transitionIds, setup } = chain.model;
  const beyond = Math.floor(horizon / step + 1e-6) + 1;
  const spreads = waits.map(() => oneTick(0));
  const isDone = new Set<number>();
  chain.wait.forEach((wait, a) => {
    if (isDone.has(wait)) return;
    isDone.add(wait);
    const { delay } = setup.map.transitions[transitionIds[chain.transition[a]!]!]!;
    spreads[wait] = spreadOf(delay, step, beyond, rounding);
  });
  return {
    tick: step,
    spreads,
    dropTicks: touchpoints.map(({ dropOffAfter }) =>
      onGrid(fixed(dropOffAfter, step, rounding), beyond),
    ),
  };
}

/** Ticks and shares of a wait that always takes `days`. */
function fixed(days: number, step: number, rounding: Rounding): Map<number, number> {
  const exact = days / step;
  const whole = Math.round(exact);
  if (Math.abs(exact - whole) < 1e-6) return new Map([[whole, 1]]);
  const low = Math.floor(exact);
  if (rounding !== 'nearest') return new Map([[rounding === 'early' ? low : low + 1, 1]]);
  return new Map([
    [low, low + 1 - exact],
    [low + 1, exact - low],
  ]);
}

function spreadOf(delay: Delay, step: number, beyond: number, rounding: Rounding): Spread {
  const cdf = continuousCdf(delay);
  const lateOf = (below: (x: number) => number, k: number) =>
    below((k + 1) * step) - meanBelow(below, k * step, (k + 1) * step);
  const shares = new Map<number, number>();
  const add = (tick: number, share: number) => {
    if (share > 0) shares.set(tick, (shares.get(tick) ?? 0) + share);
  };
  if (cdf) {
    let before = cdf(0);
    let k = 0;
    for (; k < beyond && 1 - before > NEGLIGIBLE; k += 1) {
      const after = cdf((k + 1) * step);
      const late = rounding === 'early' ? 0 : rounding === 'late' ? after - before : lateOf(cdf, k);
      add(k, after - before - late);
      add(k + 1, late);
      before = after;
    }
    // The far tail goes where it keeps the bounds true.
    add(rounding === 'late' ? beyond : k, 1 - before);
    return onGrid(shares, beyond);
  }
  const values = delay.family === 'empirical' ? delay.values : [lengthOf(delay)];
  for (const value of values) {
    for (const [tick, share] of fixed(value, step, rounding)) add(tick, share / values.length);
  }
  return onGrid(shares, beyond);
}

/** Days of a delay that does not vary. */
function lengthOf(delay: Delay): number {
  if (delay.family === 'constant') return delay.value;
  return 'min' in delay ? (delay.min ?? 0) : 0;
}

/** All that lies beyond the horizon as one. */
function onGrid(shares: ReadonlyMap<number, number>, beyond: number): Spread {
  const kept = new Map<number, number>();
  for (const [tick, share] of shares) {
    const at = Math.min(tick, beyond);
    kept.set(at, (kept.get(at) ?? 0) + share);
  }
  const ticks = [...kept.keys()].sort((a, b) => a - b);
  return {
    ticks: Int32Array.from(ticks),
    shares: Float64Array.from(ticks, (tick) => kept.get(tick)!),
  };
}

/** Mean of a distribution function over [from, to]; near 0 it may rise within a small part of a step. */
function meanBelow(cdf: (x: number) => number, from: number, to: number): number {
  const width = to - from;
  if (from > 0) return integrate(cdf, from, to, 1) / width;
  let sum = 0;
  let end = to;
  for (let piece = 0; piece < 10; piece += 1) {
    const start = piece === 9 ? 0 : end / 4;
    sum += integrate(cdf, start, end, 1);
    end = start;
  }
  return sum / width;
}
