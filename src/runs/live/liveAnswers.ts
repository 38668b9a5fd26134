import { createStore, type StoreApi } from 'zustand/vanilla';
import { profitOf } from '../../kpis';
import type { Editor } from '../../editing/editor';
import type { JourneyMap, Touchpoint } from '../../map/schema';
import type { OpenRun, RunStore } from '../store/runTypes';
import type { Interval } from '../../simulation/results';
import { jackknife } from '../../simulation/statistics/jackknife';
import type { LiveAnswer, LiveQuestion } from '../../insight/live/liveAnswer';

export interface LiveState {
  /** What the map says as it is now; null while the run shown says it, or nothing is known. */
  readonly answer: LiveAnswer | null;
  /** The same from sampled customers, once the map has held still; null where they gave the answer. */
  readonly behind: LiveAnswer | null;
}

export interface LiveAnswers {
  readonly store: StoreApi<LiveState>;
  /** Answers whatever edit is made; tells how to stop. */
  follow(): () => void;
}

export interface LiveParts {
  readonly editor: Pick<Editor, 'store'>;
  readonly runs: Pick<RunStore, 'store'>;
  readonly ask: (question: LiveQuestion) => Promise<LiveAnswer | null>;
  /** Gets ready for the first question. */
  readonly warm?: () => void;
  /** How long a map holds still before customers are sampled behind a computed answer, in ms. */
  readonly rest?: number;
}

/** Sampling in the midst of a drag would hold the computed answers up. */
const REST = 150;
const NONE: LiveState = { answer: null, behind: null };

/**
 * The headline of the map while it is being changed: one question is under way at a time, and of those
 * that come meanwhile only the last is asked. Where the answer can be computed, sampled customers follow
 * it when the map holds still. It gives way to the next run of the map.
 */
export function createLiveAnswers({
  editor,
  runs,
  ask,
  warm,
  rest = REST,
}: LiveParts): LiveAnswers {
  const store = createStore<LiveState>(() => NONE);
  let isAsking = false;
  let waiting: JourneyMap | null = null;
  let isFollowing = false;
  /** The map has not been changed since its revision was worked out. */
  let hasRested = true;
  /** The map that the run shown is of, with what the same few customers say of it. */
  let base: { readonly map: JourneyMap; sampled: LiveAnswer | null } | null = null;

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
        const found = await told(current, asked, 'computed');
        // Another run is looked at now, with a scenario or customers of its own.
        if (!isOfSame(runs.store.getState().current, current)) continue;
        // A run of the very map may have come meanwhile: it says more.
        if (!isFollowing || (hasRested && isAnswered())) continue;
        store.setState({ answer: found, behind: null });
        if (found?.sampled !== null) continue;
        await new Promise((resolve) => setTimeout(resolve, rest));
        if (isWanted()) await sampleBehind(current, asked);
      }
    } catch {
      // A map that cannot be run has no answer; Simulate tells why.
      store.setState(NONE);
    } finally {
      isAsking = false;
    }
  }

  async function sampleBehind(current: OpenRun, asked: JourneyMap): Promise<void> {
    const behind = await told(current, asked, 'sampled');
    if (isWanted() && isOfSame(runs.store.getState().current, current)) store.setState({ behind });
  }

  /** Is the last answer still of the map as it is, and has no run come? */
  function isWanted(): boolean {
    return isFollowing && !waiting && store.getState().answer !== null;
  }

  /** What is said of a map: sampled customers add their change to what the run says. */
  async function told(
    current: OpenRun,
    map: JourneyMap,
    means: LiveQuestion['means'],
  ): Promise<LiveAnswer | null> {
    const { scenario, seed, customers } = current.summary;
    const question = { scenario, seed, customers };
    const from = base;
    const found = await ask({ ...question, map, means });
    if (!from || !found || found.sampled === null) return found;
    from.sampled ??= await ask({ ...question, map: from.map, means: 'sampled' });
    return besides(current, { map: from.map, answer: from.sampled }, found);
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
          if (hasRested) base = isAnswered() ? { map: before, sampled: null } : null;
          hasRested = false;
          if (isMoney(before, map)) void answer(map);
        }),
        runs.store.subscribe((now, before) => {
          if (now.current === before.current && now.revision === before.revision) return;
          if (!isOfSame(now.current, before.current)) {
            base = null;
            store.setState(NONE);
          }
          if (now.revision !== before.revision || isAnswered()) hasRested = true;
          if (hasRested && isAnswered()) store.setState(NONE);
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

/** Do both answer the same question: one scenario, the same customers? */
function isOfSame(a: OpenRun | null, b: OpenRun | null): boolean {
  const [one, other] = [a?.summary, b?.summary];
  return (
    one?.scenario === other?.scenario &&
    one?.seed === other?.seed &&
    one?.customers === other?.customers
  );
}

/**
 * What the few say has changed, put on what all of the run said: with the same luck the same few tell
 * a change far better than a level. Computed answers need no help.
 */
function besides(
  { result }: OpenRun,
  { map, answer }: { readonly map: JourneyMap; readonly answer: LiveAnswer | null },
  found: LiveAnswer,
): LiveAnswer {
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
