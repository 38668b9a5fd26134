import { createStore, type StoreApi } from 'zustand/vanilla';
import type { JourneyMap } from '../../map/schema';
import type { ScenarioComparison } from '../../simulation/results';
import { USUAL_CUSTOMERS } from '../store';

/** Walks customers under two scenarios; the app's own one uses workers, tests bring another. */
export type Compare = (
  map: JourneyMap,
  before: string | null,
  after: string | null,
  options: {
    customers: number;
    seed: number;
    signal: AbortSignal;
    onProgress: (share: number) => void;
  },
) => Promise<ScenarioComparison>;

/** How far a comparison is, and what came of it. */
export interface ScenarioState {
  /** Share of the customers walked; null = nothing is being compared. */
  readonly progress: number | null;
  readonly failed: boolean;
  readonly answer: {
    readonly before: string | null;
    readonly after: string | null;
    readonly comparison: ScenarioComparison;
  } | null;
}

/** A comparison of two scenarios that can be asked again and cancelled. */
export interface ScenarioQuestion {
  readonly store: StoreApi<ScenarioState>;
  /** null = the map as it stands. */
  ask(before: string | null, after: string | null): Promise<void>;
  cancel(): void;
}

/** One question at a time: the same customers, with the luck of a seed, under two scenarios. */
export function createScenarioQuestion(
  map: JourneyMap,
  seed: number,
  compare: Compare,
): ScenarioQuestion {
  const store = createStore<ScenarioState>(() => ({ progress: null, failed: false, answer: null }));
  let asking: AbortController | null = null;
  return {
    store,
    async ask(before, after) {
      asking?.abort();
      const controller = new AbortController();
      asking = controller;
      store.setState({ progress: 0, failed: false });
      const isAsked = () => asking === controller;
      try {
        const comparison = await compare(map, before, after, {
          customers: USUAL_CUSTOMERS,
          seed,
          signal: controller.signal,
          onProgress: (progress) => {
            if (isAsked()) store.setState({ progress });
          },
        });
        if (isAsked()) store.setState({ answer: { before, after, comparison } });
      } catch {
        if (isAsked()) store.setState({ failed: true });
      } finally {
        if (isAsked()) {
          asking = null;
          store.setState({ progress: null });
        }
      }
    },
    cancel() {
      asking?.abort();
      asking = null;
      store.setState({ progress: null });
    },
  };
}

/** Compares in the browser's workers. The engine is loaded when it is first needed. */
export const compareInWorkers: Compare = async (map, before, after, options) => {
  const [{ compareOnMap }, { browserPool }] = await Promise.all([
    import('../../insight/comparison/compareOnMap'),
    import('../workers/browserPool'),
  ]);
  return compareOnMap(map, before, after, { ...options, pool: browserPool() });
};
