import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Editor } from '../../editing';
import type { JourneyMap, Touchpoint } from '../../map/schema';
import type { OpenRun, RunState, RunStore } from '../store';
import type { Interval } from '../../simulation/results';
import { jackknife } from '../../simulation/statistics';
import { judged } from '../../insight';
import type { LiveAnswer, LiveQuestion } from '../../insight/live';

/** The live answer to the last edit. */
export interface LiveState {
  /** What the map says as it is now; null while the run shown says it, or nothing is known. */
  readonly answer: LiveAnswer | null;
  /** The same from sampled customers, once the map has held still; null where they gave the answer. */
  readonly behind: LiveAnswer | null;
}

/** Live answers of one open map. */
export interface LiveAnswers {
  readonly store: StoreApi<LiveState>;
  /** Answers whatever edit is made; returns how to stop. */
  follow(): () => void;
}

/** What live answers are made of. */
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
 * that come meanwhile only the last is asked. Where the answer can be solved, sampled customers follow
 * it when the map holds still. It gives way to the next run of the map.
 */
export function createLiveAnswers(parts: LiveParts): LiveAnswers {
  return new Live(parts);
}

class Live implements LiveAnswers {
  readonly store = createStore<LiveState>(() => NONE);
  private readonly parts: LiveParts;
  private isAsking = false;
  private waiting: JourneyMap | null = null;
  private isFollowing = false;
  /** The map has not been changed since its revision was worked out. */
  private hasRested = true;
  /** The map that the run shown is of, with what the same few customers say of it. */
  private base: { readonly map: JourneyMap; sampled: LiveAnswer | null } | null = null;

  constructor(parts: LiveParts) {
    this.parts = parts;
  }

  readonly follow = (): (() => void) => {
    const { editor, runs, warm } = this.parts;
    this.isFollowing = true;
    const stopEditor = editor.store.subscribe((now, before) => {
      // What has been selected may be changed next.
      if (now.selection !== before.selection && this.current) warm?.();
      if (now.map !== before.map) this.onMap(now.map, before.map);
    });
    const stopRuns = runs.store.subscribe((now, before) => {
      if (now.current !== before.current || now.revision !== before.revision) {
        this.onRun(now, before);
      }
    });
    return () => {
      this.isFollowing = false;
      stopEditor();
      stopRuns();
    };
  };

  private onMap(map: JourneyMap, before: JourneyMap): void {
    if (this.hasRested) this.base = this.isAnswered() ? { map: before, sampled: null } : null;
    this.hasRested = false;
    if (countsIn(before, map)) void this.answer(map);
  }

  private onRun(now: RunState, before: RunState): void {
    if (!isOfSame(now.current, before.current)) {
      this.base = null;
      this.store.setState(NONE);
    }
    if (now.revision !== before.revision || this.isAnswered()) this.hasRested = true;
    if (this.hasRested && this.isAnswered()) this.store.setState(NONE);
  }

  private get current(): OpenRun | null {
    return this.parts.runs.store.getState().current;
  }

  private async answer(map: JourneyMap): Promise<void> {
    this.waiting = map;
    if (this.isAsking) return;
    this.isAsking = true;
    try {
      while (this.waiting) {
        const asked: JourneyMap = this.waiting;
        this.waiting = null;
        const { current } = this;
        if (!current) return;
        await this.answerOne(current, asked);
      }
    } catch {
      // A map that cannot be run has no answer; a run that is asked for reports why.
      this.store.setState(NONE);
    } finally {
      this.isAsking = false;
    }
  }

  private async answerOne(current: OpenRun, asked: JourneyMap): Promise<void> {
    const found = await this.told(current, asked, 'computed');
    // Another run is looked at now, with a scenario or customers of its own.
    if (!isOfSame(this.current, current)) return;
    // A run of the very map may have come meanwhile: it says more.
    if (!this.isFollowing || (this.hasRested && this.isAnswered())) return;
    this.store.setState({ answer: found, behind: null });
    if (found?.sampled !== null) return;
    await new Promise((resolve) => setTimeout(resolve, this.parts.rest ?? REST));
    if (!this.isWanted()) return;
    const behind = await this.told(current, asked, 'sampled');
    if (this.isWanted() && isOfSame(this.current, current)) this.store.setState({ behind });
  }

  /** Is the last answer still of the map as it is, and has no run come? */
  private isWanted(): boolean {
    return this.isFollowing && !this.waiting && this.store.getState().answer !== null;
  }

  /** What is said of a map: sampled customers add their change to what the run says. */
  private async told(
    current: OpenRun,
    map: JourneyMap,
    means: LiveQuestion['means'],
  ): Promise<LiveAnswer | null> {
    const { ask } = this.parts;
    const { scenario, seed, customers } = current.summary;
    const question = { scenario, seed, customers };
    const from = this.base;
    const found = await ask({ ...question, map, means });
    if (!from || !found || found.sampled === null) return found;
    from.sampled ??= await ask({ ...question, map: from.map, means: 'sampled' });
    return besides(current, { map: from.map, answer: from.sampled }, found);
  }

  /** Is the run shown one of the map as it was when it last rested? */
  private isAnswered(): boolean {
    const { current, revision } = this.parts.runs.store.getState();
    return current !== null && current.summary.mapRevision === revision;
  }
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
  const run = judged(result, map);
  const change = found.figure.value - answer.figure.value;
  const value = run.value + change;
  const apart = found.without.map((each, batch) => each - (answer.without[batch] ?? NaN));
  const interval = jackknife(change, apart);
  if (!run.interval || !interval) return { ...found, figure: { value, interval: null } };
  // As if the run and the few had nothing to do with each other, which errs on the wide side.
  const half = Math.sqrt(halfOf(run.interval) ** 2 + halfOf(interval) ** 2);
  return { ...found, figure: { value, interval: [value - half, value + half] } };
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

/** May the edit change what the map earns, or who reaches its goal? What is only drawn, written or felt does not. */
function countsIn(before: JourneyMap, after: JourneyMap): boolean {
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
