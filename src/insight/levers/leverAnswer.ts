import { within } from '../../map/basics';
import { PROFIT_ARRIVALS, profitOf } from '../../kpis';
import type { Estimate, RunResult } from '../../simulation';
import { type Inquiry, type Method, methodOf } from '../inquiry';
import type { Computed } from '../live';
import { type BreakEven, findBreakEven, withinEverybody } from './breakEven';
import { type Lever, withLever } from './levers';

/** What a lever would have to do until nothing is lost. */
export interface LeverAnswer extends Lever {
  readonly method: Method;
  /** Profit as it is, which the lever is to bring to 0; per `PROFIT_ARRIVALS` arrivals. */
  readonly profit: Estimate;
  readonly breakEven: BreakEven;
  /** Share of those who leave its touchpoint that takes it, as it is and at the answer, 0 … 1. */
  readonly share: number;
  readonly shareThen: number;
}

/** The furthest a chance is multiplied. */
const LARGEST_FACTOR = 20;

/** Profit and the share that takes a transition, as they are and at another factor on its chance. */
interface Outlook {
  readonly method: Method;
  readonly profit: Estimate;
  readonly share: (transition: string) => number;
  /** A profit this near to 0 is 0. */
  readonly tolerance: number;
  readonly at: (transition: string, factor: number) => Promise<{ profit: number; share: number }>;
}

/** Finds the factor on a lever's chance at which the profit is 0. Rejects with the signal's reason. */
export async function answerLever(
  inquiry: Inquiry,
  lever: Lever,
  signal: AbortSignal,
): Promise<LeverAnswer> {
  const { map, scenario } = inquiry;
  const { transition } = lever;
  const before = await inquiry.computed();
  // A lever is a state more to remember: what can be solved without it may be too large with it.
  const isSolved = before && (await inquiry.compute(withLever(map, transition, 1.1), scenario));
  const outlook = isSolved ? solvedOutlook(inquiry, before) : await sampledOutlook(inquiry, signal);
  const { method, profit, tolerance } = outlook;
  const share = outlook.share(transition);
  const sharesAt = new Map<number, number>();
  const found = await findBreakEven({
    profit: profit.value,
    slope: before?.slopes?.[transition] ?? lever.worth * PROFIT_ARRIVALS,
    limit: limitOf(profit.value, share),
    tolerance,
    profitAt: async (factor) => {
      signal.throwIfAborted();
      const then = await outlook.at(transition, factor);
      sharesAt.set(factor, then.share);
      return then.profit;
    },
  });
  const breakEven = withinEverybody(found, share);
  const shareThen = Math.min(1, shareAt(breakEven, sharesAt, share));
  return { ...lever, method, profit, breakEven, share, shareThen };
}

/** A loss is ended by a rise, at most to everybody; what a profit can bear is found by a fall, at most to nobody. */
function limitOf(profit: number, share: number): number {
  if (profit >= 0) return 0;
  return within(1 / Math.max(share, 1e-6), 1.01, LARGEST_FACTOR);
}

/** The share at the answer, in proportion from the nearest factor that was tried. */
function shareAt(
  { kind, factor }: BreakEven,
  tried: ReadonlyMap<number, number>,
  share: number,
): number {
  const [nearest] = [...tried].sort(([a], [b]) => Math.abs(a - factor) - Math.abs(b - factor));
  if (!nearest) return share;
  const [at, shareThere] = nearest;
  return kind === 'found' ? shareThere * (factor / (at || 1)) : shareThere;
}

function solvedOutlook(inquiry: Inquiry, before: Computed): Outlook {
  const { map, scenario } = inquiry;
  return {
    method: methodOf(before),
    profit: before.profit,
    share: (transition) => before.shares[transition] ?? 0,
    tolerance: Math.max(1, Math.abs(before.profit.value) * 0.001),
    at: async (transition, factor) => {
      const then = await inquiry.compute(withLever(map, transition, factor), scenario);
      if (!then) throw new Error('a lever made the map too large to solve');
      return { profit: then.profit.value, share: then.shares[transition] ?? 0 };
    },
  };
}

async function sampledOutlook(inquiry: Inquiry, signal: AbortSignal): Promise<Outlook> {
  const { map, run, profit, scenario } = inquiry;
  const before = await inquiry.baseline(signal);
  const start = profitOf(before, map).value;
  const share = (of: RunResult, transition: string) => of.transitions[transition]?.share.value ?? 0;
  return {
    method: 'sampled',
    profit,
    share: (transition) => share(run, transition),
    tolerance: Math.max(100, Math.abs(profit.value) * 0.01),
    at: async (transition, factor) => {
      const then = await inquiry.sample(withLever(map, transition, factor), scenario, signal);
      // The change is measured with shared luck, the level by the whole run.
      const value = profit.value + profitOf(then, map).value - start;
      return { profit: value, share: share(then, transition) };
    },
  };
}

/** The smallest move first; levers that cannot break even last, the most valuable of them first. */
export function byEffort(a: LeverAnswer, b: LeverAnswer): number {
  const effort = ({ breakEven }: LeverAnswer) =>
    breakEven.kind === 'found' ? Math.abs(breakEven.factor - 1) : Infinity;
  return effort(a) === effort(b) ? b.worth - a.worth : effort(a) - effort(b);
}

/** What the change would be at either end of the profit's interval, in proportion; null where it is exact or unknown. */
export function breakEvenRange({
  breakEven,
  profit,
  method,
}: LeverAnswer): readonly [low: number, high: number] | null {
  if (method === 'exact' || breakEven.kind !== 'found' || !profit.interval || profit.value === 0)
    return null;
  const [a, b] = profit.interval.map((end) => (breakEven.factor - 1) * (end / profit.value));
  return [Math.min(a ?? 0, b ?? 0), Math.max(a ?? 0, b ?? 0)];
}
