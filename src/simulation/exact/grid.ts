import type { Delay, JourneyMap, Scenario } from '../../map/schema';
import { DAYS_PER_MONTH, setUp } from '../setup/setUp';
import type { Chain } from './chain';
import { continuousCdf } from './distributionFunction';
import { type Lattice, oneTick, type Spread } from './lattice';
import { buildChain, type ExactOptions } from './solveExact';
import { Stepped } from './stepped';

/** A number on a grid of time, and the bounds it lies within for certain. */
export interface Bounded {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * What a fine grid of time says up to a horizon, per customer of the run. It is no exact solution:
 * every number comes with bounds.
 */
export interface GridSolution {
  /** Days of one step. */
  readonly step: number;
  /** Every entry, whatever the counting. */
  readonly entries: Readonly<Record<string, Bounded>>;
  readonly taken: Readonly<Record<string, Bounded>>;
  readonly dropOffs: Readonly<Record<string, Bounded>>;
  readonly outcomes: Readonly<Record<string, Bounded>>;
  /** Share of customers who pass `acquired`. */
  readonly acquired: Bounded;
  /** Margin on all revenue less all costs, plain and in money of day 0. */
  readonly contribution: Bounded;
  readonly discounted: Bounded;
}

/** Tails of a wait that are not followed step by step. */
const NEGLIGIBLE = 1e-10;

type Rounding = 'early' | 'nearest' | 'late';

/**
 * Walks the whole cohort on a grid of `step` days, where waits fit no lattice. Choices do not read the
 * time (else `NotExact`), so waits cut to whole steps let everything happen early and waits
 * lengthened to whole steps let everything happen late, customer by customer. Whatever counts the less
 * the later it happens therefore lies between the two; the value itself is rounded half each way.
 */
export function solveOnGrid(
  map: JourneyMap,
  scenario: string | Scenario | null,
  step: number,
  options: ExactOptions = {},
): GridSolution {
  const setup = setUp(map, scenario, options);
  const horizon = setup.settings.horizon ?? 0;
  const chain = buildChain(
    setup,
    { ...options, unused: false },
    { moves: true, priceSource: false, segments: false, watch: null },
  );
  const walked = (rounding: Rounding) =>
    linesOf(new Stepped(chain, gridOf(chain, step, horizon, rounding), horizon));
  const [early, nearest, late] = [walked('early'), walked('nearest'), walked('late')];
  const bounded = (pick: (lines: Lines) => number): Bounded => ({
    value: pick(nearest),
    low: pick(late),
    high: pick(early),
  });
  const { spots, transitionIds } = chain.model;
  const bySpot = (pick: (lines: Lines) => Float64Array, only = spots) =>
    Object.fromEntries(
      only.map(({ id, index }) => [id, bounded((lines) => pick(lines)[index]!)] as const),
    );
  const money = (name: 'amounts' | 'amountsNow'): Bounded => {
    const sum = (pick: (line: number) => number) =>
      early[name].reduce((total, _, k) => total + pick(k), 0);
    const at = ({ [name]: lines }: Lines, k: number) => lines[k]!;
    // A gain is most when it comes early, a loss when it comes late.
    return {
      value: sum((k) => at(nearest, k)),
      low: sum((k) => Math.min(at(early, k), at(late, k))),
      high: sum((k) => Math.max(at(early, k), at(late, k))),
    };
  };
  return {
    step,
    entries: bySpot(({ entries }) => entries),
    taken: Object.fromEntries(
      transitionIds.map((id, way) => [id, bounded(({ taken }) => taken[way]!)]),
    ),
    dropOffs: bySpot(({ dropOffs }) => dropOffs),
    outcomes: bySpot(
      ({ entries }) => entries,
      spots.filter(({ kind }) => kind === 'outcome'),
    ),
    acquired: bounded(({ acquired }) => acquired),
    contribution: money('amounts'),
    discounted: money('amountsNow'),
  };
}

/** Every wait on the grid. */
function gridOf(chain: Chain, step: number, horizon: number, rounding: Rounding): Lattice {
  const { spots, waits, transitionIds, setup } = chain.model;
  const beyond = Math.floor(horizon / step + 1e-6) + 1;
  const spreads = waits.map(() => oneTick(0));
  const isDone = new Set<number>();
  chain.wait.forEach((wait, a) => {
    if (isDone.has(wait)) return;
    isDone.add(wait);
    const { delay } = setup.map.transitions[transitionIds[chain.way[a]!]!]!;
    spreads[wait] = spreadOf(delay, step, beyond, rounding);
  });
  return {
    tick: step,
    spreads,
    dropTicks: spots.map(({ dropOffAfter }) => onGrid(fixed(dropOffAfter, step, rounding), beyond)),
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
  const shares = new Map<number, number>();
  const add = (tick: number, share: number) => {
    if (share > 0) shares.set(tick, (shares.get(tick) ?? 0) + share);
  };
  if (cdf) {
    const early = rounding === 'early' ? 1 : rounding === 'late' ? 0 : 0.5;
    let before = cdf(0);
    let k = 0;
    for (; k < beyond && 1 - before > NEGLIGIBLE; k += 1) {
      const after = cdf((k + 1) * step);
      add(k, early * (after - before));
      add(k + 1, (1 - early) * (after - before));
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

/** Sums each of which counts less the later its events happen. */
interface Lines {
  readonly entries: Float64Array;
  readonly taken: Float64Array;
  readonly dropOffs: Float64Array;
  acquired: number;
  /** Money by line: what is booked at touchpoints and transitions, contacts, and prices that begin or end. */
  readonly amounts: Float64Array;
  readonly amountsNow: Float64Array;
}

function linesOf(stepped: Stepped): Lines {
  const { chain, clock } = stepped;
  const { model, spot, happenings, price } = chain;
  const margin = model.setup.settings.grossMargin;
  const [T, R, H] = [model.spots.length, model.transitionIds.length, happenings.length];
  const valueOf = ({ costs, revenue }: { costs: readonly number[]; revenue: number }) =>
    costs.reduce((value, cost) => value - cost, margin * revenue);
  const atSpot = model.spots.map(({ money }) => valueOf(money));
  const onWay = model.moneyOf.map(valueOf);
  // Touchpoints, transitions, contacts by happening, prices that rise, prices that fall.
  const size = T + R + H + 2;
  const lines: Lines = {
    entries: new Float64Array(T),
    taken: new Float64Array(R),
    dropOffs: new Float64Array(T),
    acquired: 0,
    amounts: new Float64Array(size),
    amountsNow: new Float64Array(size),
  };
  const { amounts, amountsNow } = lines;
  const priceMoves = (k: number, by: number) => {
    if (by === 0) return;
    const line = size - (by > 0 ? 2 : 1);
    const worth = (margin * by) / DAYS_PER_MONTH;
    amounts[line]! += worth * clock.days(k, Infinity);
    amountsNow[line]! += worth * clock.daysNow(k, Infinity);
  };
  stepped.walk(0, {
    enter: (tick, state, happening, flow) => {
      const k = Math.max(0, tick);
      const { happens, counts, now, countsNow } = tick < 0 ? clock.atStart : clock.worth(k);
      const here = spot[state]!;
      lines.entries[here]! += flow * happens;
      amounts[here]! += flow * counts * atSpot[here]!;
      amountsNow[here]! += flow * countsNow * atSpot[here]!;
      const { contactCost, acquired, before, after } = happenings[happening]!;
      if (acquired) lines.acquired += flow * happens;
      amounts[T + R + happening]! -= flow * happens * contactCost;
      amountsNow[T + R + happening]! -= flow * now * contactCost;
      priceMoves(k, flow * (after - before));
      if (model.spots[here]!.kind === 'outcome') priceMoves(k, -flow * price[state]!);
    },
    take: (k, way, flow) => {
      const { happens, now } = clock.worth(k);
      lines.taken[way]! += flow * happens;
      amounts[T + way]! += flow * happens * onWay[way]!;
      amountsNow[T + way]! += flow * now * onWay[way]!;
    },
    wait: () => undefined,
    dropOff: (k, state, flow) => {
      lines.dropOffs[spot[state]!]! += flow * clock.share(k);
      priceMoves(k, -flow * price[state]!);
    },
  });
  return lines;
}
