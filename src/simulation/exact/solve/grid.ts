import { sumOf, valuesFor } from '../../../map/basics';
import { contributionOf, dailyPrice } from '../../../map/records';
import type { JourneyMap, Scenario } from '../../../map/schema';
import { setUp } from '../../setup';
import { gridOf, type Rounding } from '../chain';
import { buildChain, type ExactOptions } from './solver';
import { Stepped } from './stepped';
import type { Worth } from './sums';

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

/**
 * Walks the whole cohort on a grid of `step` days, where waits fit no lattice. Choices do not read the
 * time (else `NotExact`), so waits cut to whole steps let everything happen early and waits
 * lengthened to whole steps let everything happen late, customer by customer. Whatever counts the less
 * the later it happens therefore lies between the two; for the value itself every wait keeps its mean.
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
  const { touchpoints, transitionIds } = chain.model;
  const byTouchpoint = (pick: (lines: Lines) => Float64Array, only = touchpoints) =>
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
    entries: byTouchpoint(({ entries }) => entries),
    taken: valuesFor(transitionIds, (_, transition) => bounded(({ taken }) => taken[transition]!)),
    dropOffs: byTouchpoint(({ dropOffs }) => dropOffs),
    outcomes: byTouchpoint(
      ({ entries }) => entries,
      touchpoints.filter(({ kind }) => kind === 'outcome'),
    ),
    acquired: bounded(({ acquired }) => acquired),
    contribution: money('amounts'),
    discounted: money('amountsNow'),
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
  const { model, touchpoint, entryEvents, entryEvent, price, target, transition } = chain;
  const margin = model.setup.settings.grossMargin;
  const [T, R, H] = [model.touchpoints.length, model.transitionIds.length, entryEvents.length];
  const valueOf = ({ costs, revenue }: { costs: readonly number[]; revenue: number }) =>
    contributionOf(revenue, 0, sumOf(costs), margin);
  const atTouchpoint = model.touchpoints.map(({ money }) => valueOf(money));
  const onTransition = model.moneyOf.map(valueOf);
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
    const worth = margin * dailyPrice(by);
    amounts[line]! += worth * clock.days(k, Infinity);
    amountsNow[line]! += worth * clock.daysNow(k, Infinity);
  };
  const enter = (k: number, state: number, entryEvent: number, flow: number, worth: Worth) => {
    const { happens, counts, now, countsNow } = worth;
    const here = touchpoint[state]!;
    lines.entries[here]! += flow * happens;
    amounts[here]! += flow * counts * atTouchpoint[here]!;
    amountsNow[here]! += flow * countsNow * atTouchpoint[here]!;
    const { contactCost, acquired, before, after } = entryEvents[entryEvent]!;
    if (acquired) lines.acquired += flow * happens;
    amounts[T + R + entryEvent]! -= flow * happens * contactCost;
    amountsNow[T + R + entryEvent]! -= flow * now * contactCost;
    priceMoves(k, flow * (after - before));
    if (model.touchpoints[here]!.kind === 'outcome') priceMoves(k, -flow * price[state]!);
  };
  stepped.propagate(0, {
    begin: (state, entryEvent, flow) => {
      enter(0, state, entryEvent, flow, clock.atStart);
    },
    move: (_, k, __, a, flow) => {
      if (k > clock.last) return;
      const worth = clock.worth(k);
      const taken = transition[a]!;
      lines.taken[taken]! += flow * worth.happens;
      amounts[T + taken]! += flow * worth.happens * onTransition[taken]!;
      amountsNow[T + taken]! += flow * worth.now * onTransition[taken]!;
      enter(k, target[a]!, entryEvent[a]!, flow, worth);
    },
    leave: (_, k, state, flow) => {
      if (k > clock.last) return;
      lines.dropOffs[touchpoint[state]!]! += flow * clock.share(k);
      priceMoves(k, -flow * price[state]!);
    },
  });
  return lines;
}
