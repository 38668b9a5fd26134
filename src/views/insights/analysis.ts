import { createStore, type StoreApi } from 'zustand/vanilla';
import { contributionMetric, PROFIT_ARRIVALS, profitOf } from '../../kpis';
import { inOrder } from '../../map/records';
import { type JourneyMap, Scenario } from '../../map/schema';
import type { Estimate, RunResult } from '../../simulation/results';
import { difference } from '../../simulation/statistics/batches';
import type { OpenRun, Simulate } from '../run/runStore';
import { type BreakEven, findBreakEven, withinEverybody } from './breakEven';
import { leversOf, withLever, type Lever } from './levers';

export interface LeverAnswer extends Lever {
  readonly breakEven: BreakEven;
  /** Share of those who leave its touchpoint, as it is and at the answer. */
  readonly share: number;
  readonly shareThen: number;
}

/** What a campaign brings, per 100,000 arrivals; for one that acts already, what it brought. */
export interface CampaignAnswer {
  readonly campaign: string;
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

export function createAnalysis(run: OpenRun, map: JourneyMap, simulate: Simulate): Analysis {
  const { result } = run;
  const profit = profitOf(result, map);
  const customers = Math.min(result.customers.of, CUSTOMERS);
  const store = createStore<AnalysisState>(() => ({
    levers: null,
    campaigns: null,
    progress: null,
    failed: null,
  }));
  const base = scenarioOf(map, result.scenario);
  let asking: AbortController | null = null;
  let small: Promise<RunResult> | null = null;

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

  async function answer(lever: Lever, signal: AbortSignal): Promise<LeverAnswer> {
    const before = await baseline(signal);
    const start = profitOf(before, map).value;
    const share = result.transitions[lever.transition]?.share.value ?? 0;
    const shares = new Map<number, number>();
    const loses = profit.value < 0;
    const found = await findBreakEven({
      profit: profit.value,
      slope: lever.worth * PROFIT_ARRIVALS,
      limit: loses ? Math.min(LARGEST_FACTOR, Math.max(1.01, 1 / Math.max(share, 1e-6))) : 0,
      tolerance: Math.max(100, Math.abs(profit.value) * 0.01),
      profitAt: async (factor) => {
        const then = await ask(withLever(map, lever.transition, factor), base, signal);
        shares.set(factor, then.transitions[lever.transition]?.share.value ?? 0);
        // What changes is told by shared luck, where one stands by the whole run.
        return profit.value + profitOf(then, map).value - start;
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
    return { ...lever, breakEven, share, shareThen: Math.min(1, shareThen) };
  }

  async function weigh(campaign: string, signal: AbortSignal): Promise<CampaignAnswer> {
    const isOn = result.settings.campaigns.includes(campaign);
    const before = await baseline(signal);
    const scenario = { ...base, campaigns: { ...base.campaigns, [campaign]: !isOn } };
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
