import { createStore, type StoreApi } from 'zustand/vanilla';
import { byNet, type CampaignAnswer, weighCampaign } from '../../insight/campaigns';
import { type Compute, Inquiry, type Simulate, yardstickOf } from '../../insight';
import {
  answerGoalLever,
  answerLever,
  byEffort,
  byGoal,
  type GoalLever,
  type Lever,
  type LeverAnswer,
  leversOf,
} from '../../insight/levers';
import { inOrder } from '../../map/records';
import type { JourneyMap } from '../../map/schema';
import type { Estimate } from '../../simulation';
import type { OpenRun } from '../store';

type Topic = 'levers' | 'campaigns';

/** The answers so far, and which questions are being asked. */
export interface AnalysisState {
  readonly levers: readonly LeverAnswer[] | null;
  /** Of a map without money: what brings more customers to its goal. */
  readonly goalLevers: readonly GoalLever[] | null;
  readonly campaigns: readonly CampaignAnswer[] | null;
  /** Profit as it is solved, once a question was asked of a map that can be. */
  readonly computed: Estimate | null;
  /** Questions answered and asked; null = nothing is being worked out. */
  readonly progress: {
    readonly question: Topic;
    readonly done: number;
    readonly of: number;
  } | null;
  /** The question that could not be answered. */
  readonly failed: Topic | null;
}

/** The questions asked of one run: what would break even or bring more to the goal, and which campaign does. */
export interface Analysis {
  readonly store: StoreApi<AnalysisState>;
  /** Profit of the run per `PROFIT_ARRIVALS` arrivals. */
  readonly profit: Estimate;
  /** Customers that a sampled question is asked of. */
  readonly customers: number;
  findLevers(): Promise<void>;
  /** Asks of any transition; its answer joins the list. */
  addLever(transition: string): Promise<void>;
  weighCampaigns(): Promise<void>;
  cancel(): void;
}

const NOTHING: AnalysisState = {
  levers: null,
  goalLevers: null,
  campaigns: null,
  computed: null,
  progress: null,
  failed: null,
};

/** Asks one question after another and shows each answer as it comes; another question ends the one before. */
export function createAnalysis(
  { result: run }: OpenRun,
  map: JourneyMap,
  simulate: Simulate,
  compute: Compute,
): Analysis {
  const store = createStore<AnalysisState>(() => NOTHING);
  const inquiry = new Inquiry({ map, run, simulate, compute });
  let asking: AbortController | null = null;

  async function showComputed(): Promise<void> {
    const computed = (await inquiry.computed())?.profit;
    if (computed) store.setState({ computed });
  }

  /** Ends quietly when it is cancelled. */
  async function askAll<Item>(
    question: Topic,
    items: readonly Item[],
    each: (item: Item, signal: AbortSignal) => Promise<() => void>,
  ): Promise<void> {
    asking?.abort();
    const own = new AbortController();
    asking = own;
    store.setState({ failed: null, progress: { question, done: 0, of: items.length } });
    try {
      await showComputed();
      for (const [done, item] of items.entries()) {
        store.setState({ progress: { question, done, of: items.length } });
        const show = await each(item, own.signal);
        if (own.signal.aborted) return;
        show();
      }
    } catch {
      if (!own.signal.aborted) store.setState({ failed: question });
    } finally {
      if (asking === own) {
        asking = null;
        store.setState({ progress: null });
      }
    }
  }

  const askGoalLevers = (levers: readonly Lever[]) =>
    askAll('levers', levers, async (lever, signal) => {
      const answer = await answerGoalLever(inquiry, lever, signal);
      return () =>
        store.setState(({ goalLevers: known }) => ({
          goalLevers: withAnswer(known, answer, ({ transition }) => transition).sort(byGoal),
        }));
    });

  const askBreakEven = (levers: readonly Lever[]) =>
    askAll('levers', levers, async (lever, signal) => {
      const answer = await answerLever(inquiry, lever, signal);
      return () =>
        store.setState(({ levers: known }) => ({
          levers: withAnswer(known, answer, ({ transition }) => transition).sort(byEffort),
        }));
    });

  const askLevers = yardstickOf(map) === 'goal' ? askGoalLevers : askBreakEven;

  return {
    store,
    profit: inquiry.profit,
    customers: inquiry.customers,
    async findLevers() {
      const levers = leversOf(map, run);
      // An answer that there is none is an answer too.
      if (levers.length === 0) store.setState({ levers: [], goalLevers: [] });
      await askLevers(levers);
    },
    addLever: (transition) => askLevers([{ transition, kpi: null, worth: 0 }]),
    weighCampaigns: () =>
      askAll('campaigns', inOrder(map.campaigns), async ([id], signal) => {
        const answer = await weighCampaign(inquiry, id, signal);
        return () =>
          store.setState(({ campaigns: known }) => ({
            campaigns: withAnswer(known, answer, ({ campaign }) => campaign).sort(byNet),
          }));
      }),
    cancel() {
      asking?.abort();
      asking = null;
      store.setState({ progress: null });
    },
  };
}

/** The answers with a new one, which replaces the last on the same thing. */
function withAnswer<Answer>(
  known: readonly Answer[] | null,
  answer: Answer,
  keyOf: (answer: Answer) => string,
): Answer[] {
  return [...(known ?? []).filter((one) => keyOf(one) !== keyOf(answer)), answer];
}
