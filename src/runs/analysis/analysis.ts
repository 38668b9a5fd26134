import { createStore, type StoreApi } from 'zustand/vanilla';
import { contributionMetric, PROFIT_ARRIVALS, profitOf } from '../../kpis';
import { inOrder } from '../../map/records';
import { type JourneyMap, Scenario } from '../../map/schema';
import type { Estimate, RunResult } from '../../simulation/results';
import { difference } from '../../simulation/statistics/batches';
import type { Computed, ComputedQuestion } from '../../insight/live/computed';
import type { OpenRun } from '../store/runTypes';
import type { Simulate } from '../../insight/simulate';
import { type BreakEven, findBreakEven, withinEverybody } from '../../insight/levers/breakEven';
import { leversOf, withLever, type Lever } from '../../insight/levers/levers';

/** Exactly computed, computed on a grid of time, or told by sampled customers. */
export type Means = 'exact' | 'near' | 'sampled';

export interface LeverAnswer extends Lever {
  readonly means: Means;
  /** Profit as it is, which the lever is to bring to 0. */
  readonly profit: Estimate;
  readonly breakEven: BreakEven;
  /** Share of those who leave its touchpoint, as it is and at the answer. */
  readonly share: number;
  readonly shareThen: number;
}

/** What a campaign brings, per 100,000 arrivals; for one that acts already, what it brought. */
export interface CampaignAnswer {
  readonly campaign: string;
  readonly means: Means;
  /** It acts in the run itself. */
  readonly isOn: boolean;
  /** Contribution it adds before its own cost. */
  readonly gain: number;
  /** Contacts and fixed cost. */
  readonly cost: number;
  /** Gain − cost, with its interval. */
  readonly net: Estimate;
}

type Question = 'levers' | 'campaigns';

export interface AnalysisState {
  readonly levers: readonly LeverAnswer[] | null;
  readonly campaigns: readonly CampaignAnswer[] | null;
  /** Profit as it is computed, once a question was asked of a map that can be. */
  readonly computed: Estimate | null;
  /** Questions answered and asked; null = nothing is being worked out. */
  readonly progress: {
    readonly question: Question;
    readonly done: number;
    readonly of: number;
  } | null;
  /** The question that could not be answered. */
  readonly failed: Question | null;
}

/** The questions asked of one run: what would break even, and which campaign buys it. */
export interface Analysis {
  readonly store: StoreApi<AnalysisState>;
  /** Profit of the run per 100,000 arrivals. */
  readonly profit: Estimate;
  /** Customers each question is asked of. */
  readonly customers: number;
  findLevers(): Promise<void>;
  /** Asks of any transition; its answer joins the list. */
  addLever(transition: string): Promise<void>;
  weighCampaigns(): Promise<void>;
  cancel(): void;
}

/** Questions need differences, not levels: shared luck makes few customers enough. */
const CUSTOMERS = 10_000;
/** The furthest a chance is multiplied. */
const LARGEST_FACTOR = 20;

/** Computes a map, or tells that only sampling can (null). */
export type Compute = (question: ComputedQuestion) => Promise<Computed | null>;

/** Questions are computed where the map can be, else asked of customers with the same luck every time. */
export function createAnalysis(
  run: OpenRun,
  map: JourneyMap,
  simulate: Simulate,
  compute: Compute,
): Analysis {
  const { result } = run;
  const profit = profitOf(result, map);
  const customers = Math.min(result.customers.of, CUSTOMERS);
  const store = createStore<AnalysisState>(() => ({
    levers: null,
    campaigns: null,
    computed: null,
    progress: null,
    failed: null,
  }));
  const base = scenarioOf(map, result.scenario);
  let asking: AbortController | null = null;
  let small: Promise<RunResult> | null = null;
  let known: Promise<Computed | null> | null = null;

  const work = (asked: JourneyMap, scenario: Scenario, slopes = false) =>
    compute({ map: asked, scenario, seed: result.seed, customers: result.customers.of, slopes });

  /** The map as it stands, computed; null where it cannot be. */
  async function standing(): Promise<Computed | null> {
    known ??= work(map, base, true).catch((error: unknown) => {
      known = null;
      throw error;
    });
    const found = await known;
    if (found) store.setState({ computed: found.profit });
    return found;
  }

  const ask = (asked: JourneyMap, scenario: Scenario, signal: AbortSignal) =>
    simulate(asked, scenario, { customers, seed: result.seed, signal, intervals: false });

  /** The run itself, of as many customers as the questions are asked of. */
  function baseline(signal: AbortSignal): Promise<RunResult> {
    if (result.customers.of === customers) return Promise.resolve(result);
    small ??= ask(map, base, signal).catch((error: unknown) => {
      small = null;
      throw error;
    });
    return small;
  }

  /** Where one stands: profit, the share that takes a transition, and both at another factor. */
  interface Standing {
    readonly means: Means;
    readonly profit: Estimate;
    readonly share: (transition: string) => number;
    /** What the profit at a factor is known to within. */
    readonly tolerance: number;
    readonly at: (transition: string, factor: number) => Promise<{ profit: number; share: number }>;
  }

  function byComputing(before: Computed): Standing {
    return {
      means: meansOf(before),
      profit: before.profit,
      share: (transition) => before.shares[transition] ?? 0,
      tolerance: Math.max(1, Math.abs(before.profit.value) * 0.001),
      at: async (transition, factor) => {
        const then = await work(withLever(map, transition, factor), base);
        if (!then) throw new Error('a lever made the map too large to compute');
        return { profit: then.profit.value, share: then.shares[transition] ?? 0 };
      },
    };
  }

  async function bySampling(signal: AbortSignal): Promise<Standing> {
    const before = await baseline(signal);
    const start = profitOf(before, map).value;
    const share = (of: RunResult, transition: string) =>
      of.transitions[transition]?.share.value ?? 0;
    return {
      means: 'sampled',
      profit,
      share: (transition) => share(result, transition),
      tolerance: Math.max(100, Math.abs(profit.value) * 0.01),
      at: async (transition, factor) => {
        const then = await ask(withLever(map, transition, factor), base, signal);
        // What changes is told by shared luck, where one stands by the whole run.
        const value = profit.value + profitOf(then, map).value - start;
        return { profit: value, share: share(then, transition) };
      },
    };
  }

  async function answer(lever: Lever, signal: AbortSignal): Promise<LeverAnswer> {
    const before = await standing();
    // A lever is a state more to remember: what can be computed without it may be too large with it.
    const isComputed = before && (await work(withLever(map, lever.transition, 1.1), base));
    const from = isComputed ? byComputing(before) : await bySampling(signal);
    const share = from.share(lever.transition);
    const shares = new Map<number, number>();
    const loses = from.profit.value < 0;
    const slope = before?.slopes?.[lever.transition] ?? lever.worth * PROFIT_ARRIVALS;
    const found = await findBreakEven({
      profit: from.profit.value,
      slope,
      limit: loses ? Math.min(LARGEST_FACTOR, Math.max(1.01, 1 / Math.max(share, 1e-6))) : 0,
      tolerance: from.tolerance,
      profitAt: async (factor) => {
        signal.throwIfAborted();
        const then = await from.at(lever.transition, factor);
        shares.set(factor, then.share);
        return then.profit;
      },
    });
    const breakEven = withinEverybody(found, share);
    const tried = [...shares].sort(
      ([a], [b]) => Math.abs(a - breakEven.factor) - Math.abs(b - breakEven.factor),
    )[0];
    const shareThen =
      breakEven.kind === 'found' && tried
        ? tried[1] * (breakEven.factor / (tried[0] || 1))
        : (tried?.[1] ?? share);
    const { means, profit: ofWhat } = from;
    return { ...lever, means, profit: ofWhat, breakEven, share, shareThen: Math.min(1, shareThen) };
  }

  async function weigh(campaign: string, signal: AbortSignal): Promise<CampaignAnswer> {
    const isOn = result.settings.campaigns.includes(campaign);
    const scenario = { ...base, campaigns: { ...base.campaigns, [campaign]: !isOn } };
    const known = await standing();
    const changed = known && (await work(map, scenario));
    if (known && changed) {
      return weighed(campaign, isOn, isOn ? [changed, known] : [known, changed]);
    }
    const before = await baseline(signal);
    const other = await ask(map, scenario, signal);
    const [without, having] = isOn ? [other, before] : [before, other];
    const metric = contributionMetric(map.market.grossMargin, true);
    const { value, interval } = difference(without, having, metric);
    const fixed = having.campaignFixedCost - without.campaignFixedCost;
    const contacts =
      ((having.total.money.discounted.cost.campaign -
        without.total.money.discounted.cost.campaign) /
        customers) *
      PROFIT_ARRIVALS;
    const net = (each: number) => each * PROFIT_ARRIVALS - fixed;
    return {
      campaign,
      means: 'sampled',
      isOn,
      gain: value * PROFIT_ARRIVALS + contacts,
      cost: contacts + fixed,
      net: { value: net(value), interval: interval && [net(interval[0]), net(interval[1])] },
    };
  }

  /** Asks one after another, shows each answer as it comes, and ends quietly when cancelled. */
  async function askAll<Item>(
    question: Question,
    items: readonly Item[],
    each: (item: Item, signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    asking?.abort();
    const controller = new AbortController();
    asking = controller;
    store.setState({ failed: null, progress: { question, done: 0, of: items.length } });
    try {
      for (const [done, item] of items.entries()) {
        store.setState({ progress: { question, done, of: items.length } });
        await each(item, controller.signal);
        if (controller.signal.aborted) return;
      }
    } catch {
      if (!controller.signal.aborted) store.setState({ failed: question });
    } finally {
      if (asking === controller) {
        asking = null;
        store.setState({ progress: null });
      }
    }
  }

  const keep = (answered: LeverAnswer) => {
    store.setState(({ levers }) => ({
      levers: [
        ...(levers ?? []).filter(({ transition }) => transition !== answered.transition),
        answered,
      ].sort(byEffort),
    }));
  };

  return {
    store,
    profit,
    customers,
    findLevers: () =>
      askAll('levers', leversOf(map, result), async (lever, signal) => {
        const answered = await answer(lever, signal);
        if (!signal.aborted) keep(answered);
      }),
    addLever: (transition) =>
      askAll('levers', [{ transition, kpi: null, worth: 0 }], async (lever, signal) => {
        const answered = await answer(lever, signal);
        if (!signal.aborted) keep(answered);
      }),
    weighCampaigns: () =>
      askAll(
        'campaigns',
        inOrder(map.campaigns).map(([id]) => id),
        async (campaign, signal) => {
          const weighed = await weigh(campaign, signal);
          if (signal.aborted) return;
          store.setState(({ campaigns }) => ({
            campaigns: [
              ...(campaigns ?? []).filter((one) => one.campaign !== campaign),
              weighed,
            ].sort((a, b) => b.net.value - a.net.value),
          }));
        },
      ),
    cancel() {
      asking?.abort();
      asking = null;
      store.setState({ progress: null });
    },
  };
}

const meansOf = ({ step }: Computed): Means => (step === null ? 'exact' : 'near');

/** What a campaign brings, from the map computed without and with it. */
function weighed(
  campaign: string,
  isOn: boolean,
  [without, having]: readonly [Computed, Computed],
): CampaignAnswer {
  const value = having.profit.value - without.profit.value;
  const cost = having.contacts - without.contacts + having.fixed - without.fixed;
  // The two are off in the same way: what is left is twice what a finer grid changed in the difference.
  const error = 2 * Math.abs(having.drift - without.drift);
  return {
    campaign,
    means: without.step === null && having.step === null ? 'exact' : 'near',
    isOn,
    gain: value + cost,
    cost,
    net: { value, interval: [value - error, value + error] },
  };
}

/** The smallest move first; what cannot break even last. */
function byEffort(a: LeverAnswer, b: LeverAnswer): number {
  const effort = ({ breakEven }: LeverAnswer) =>
    breakEven.kind === 'found' ? Math.abs(breakEven.factor - 1) : Infinity;
  return effort(a) === effort(b) ? b.worth - a.worth : effort(a) - effort(b);
}

/** The scenario of a run; the map as it stands has the usual one. */
function scenarioOf(map: JourneyMap, id: string | null): Scenario {
  return (id !== null && map.scenarios[id]) || Scenario.parse({});
}
