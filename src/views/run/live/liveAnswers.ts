import { createStore, type StoreApi } from 'zustand/vanilla';
import { profitOf } from '../../../kpis';
import type { Editor } from '../../../editing/editor';
import type { JourneyMap, Touchpoint } from '../../../map/schema';
import type { OpenRun, RunStore } from '../runStore';
import type { Interval } from '../../../simulation/results';
import { jackknife } from '../../../simulation/statistics/jackknife';
import type { Answer, Question } from './answer';

export interface LiveState {
  /** What the map says as it is now; null while the run shown says it, or nothing is known. */
  readonly answer: Answer | null;
}

export interface LiveAnswers {
  readonly store: StoreApi<LiveState>;
  /** Answers whatever edit is made; tells how to stop. */
  follow(): () => void;
}

export interface LiveParts {
  readonly editor: Pick<Editor, 'store'>;
  readonly runs: Pick<RunStore, 'store'>;
  readonly ask: (question: Question) => Promise<Answer | null>;
  /** Gets ready for the first question. */
  readonly warm?: () => void;
}

/**
 * The headline of the map while it is being changed: one question is under way at a time, and of those
 * that come meanwhile only the last is asked. It gives way to the next run of the map.
 */
export function createLiveAnswers({ editor, runs, ask, warm }: LiveParts): LiveAnswers {
  const store = createStore<LiveState>(() => ({ answer: null }));
  let isAsking = false;
  let waiting: JourneyMap | null = null;
  let isFollowing = false;
  /** The map has not been changed since its revision was worked out. */
  let hasRested = true;
  /** The map that the run shown is of, with what the same question says of it. */
  let base: { readonly map: JourneyMap; answer: Answer | null } | null = null;

  async function answer(map: JourneyMap): Promise<void> {
    waiting = map;
    if (isAsking) return;
    isAsking = true;
    try {
      while (waiting) {
        const asked: JourneyMap = waiting;
        waiting = null;
        const { current } = runs.store.getState();
        if (!current) return;
        const { scenario, seed, customers } = current.summary;
        const from = base;
        if (from) from.answer ??= await ask({ map: from.map, scenario, seed, customers });
        const found = await ask({ map: asked, scenario, seed, customers });
        // A run of the very map may have come meanwhile: it says more.
        if (!isFollowing || (hasRested && isAnswered())) continue;
        store.setState({ answer: found && from ? besides(current, from, found) : found });
      }
    } catch {
      // A map that cannot be run has no answer; Simulate tells why.
      store.setState({ answer: null });
    } finally {
      isAsking = false;
    }
  }

  /** Is the run shown one of the map as it was when it last rested? */
  function isAnswered(): boolean {
    const { current, revision } = runs.store.getState();
    return current !== null && current.summary.mapRevision === revision;
  }

  return {
    store,
    follow() {
      isFollowing = true;
      const stops = [
        editor.store.subscribe(({ map, selection }, { map: before, selection: last }) => {
          // What has been selected may be changed next.
          if (selection !== last && runs.store.getState().current) warm?.();
          if (map === before) return;
          if (hasRested) base = isAnswered() ? { map: before, answer: null } : null;
          hasRested = false;
          if (isMoney(before, map)) void answer(map);
        }),
        runs.store.subscribe((now, before) => {
          if (now.current === before.current && now.revision === before.revision) return;
          if (now.revision !== before.revision || isAnswered()) hasRested = true;
          if (hasRested && isAnswered()) store.setState({ answer: null });
        }),
      ];
      return () => {
        isFollowing = false;
        stops.forEach((stop) => {
          stop();
        });
      };
    },
  };
}

/**
 * What the few say has changed, put on what all of the run said: with the same luck the same few tell
 * a change far better than a level. Exact answers need no help.
 */
function besides(
  { result }: OpenRun,
  { map, answer }: { readonly map: JourneyMap; readonly answer: Answer | null },
  found: Answer,
): Answer {
  if (found.sampled === null || answer?.sampled !== found.sampled) return found;
  const run = profitOf(result, map);
  const change = found.profit.value - answer.profit.value;
  const value = run.value + change;
  const apart = found.without.map((each, batch) => each - (answer.without[batch] ?? NaN));
  const interval = jackknife(change, apart);
  if (!run.interval || !interval) return { ...found, profit: { value, interval: null } };
  // As if the run and the few had nothing to do with each other, which errs on the wide side.
  const half = Math.sqrt(halfOf(run.interval) ** 2 + halfOf(interval) ** 2);
  return { ...found, profit: { value, interval: [value - half, value + half] } };
}

const halfOf = ([low, high]: Interval) => (high - low) / 2;

const TABLES = [
  'transitions',
  'attributes',
  'segments',
  'personas',
  'campaigns',
  'scenarios',
  'market',
] as const;
const FIELDS = [
  'kind',
  'weight',
  'economics',
  'effects',
  'dropOffAfter',
  'milestone',
  'outcome',
] as const satisfies (keyof Touchpoint)[];

/** May the edit change what the map earns? What is only drawn, written or felt does not. */
function isMoney(before: JourneyMap, after: JourneyMap): boolean {
  if (TABLES.some((table) => before[table] !== after[table])) return true;
  const [old, now] = [before.touchpoints, after.touchpoints];
  if (old === now) return false;
  const ids = Object.keys(now);
  return (
    ids.length !== Object.keys(old).length ||
    ids.some((id) => {
      const [a, b] = [old[id], now[id]];
      return a !== b && (!a || FIELDS.some((field) => a[field] !== b?.[field]));
    })
  );
}
