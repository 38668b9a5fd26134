import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Editor } from '../../editing/editor';
import { newId } from '../../map/records';
import type { JourneyMap, Scenario } from '../../map/schema';
import type { SimulateOptions } from '../../simulation';
import type { Headline, RunResult } from '../../simulation/results';
import type { RunRecord, RunSummary, Storage } from '../../storage';
import { revisionBeside } from '../problems/useProblems';
import { readResult } from './readResult';
import { USUAL_CUSTOMERS } from './usual';

/** How customers are to be walked. */
export interface WalkOptions extends Omit<SimulateOptions, 'pool' | 'measure'> {
  /** Reads the map's KPIs from the run too. */
  readonly measured?: boolean;
}

/** Walks customers; the app's own one uses workers, tests bring another. */
export type Simulate = (
  map: JourneyMap,
  scenario: string | Scenario | null,
  options: WalkOptions,
) => Promise<RunResult>;

/** What a person asks for. */
export interface RunRequest {
  /** Null = the map as it stands. */
  readonly scenario: string | null;
  readonly customers: number;
  readonly seed: number;
}

/** A run with its result. */
export interface OpenRun {
  readonly summary: RunSummary;
  readonly result: RunResult;
}

/** Why there is no result; each has its sentence in the catalogue. */
export type RunFailure = 'no-entry' | 'no-rows' | 'unknown-scenario' | 'worker' | 'unreadable';

export interface RunState {
  /** The run shown on the map and in the insights. */
  readonly current: OpenRun | null;
  /** Is its flow drawn on the map? */
  readonly isShown: boolean;
  /** Share of the customers walked, 0…1; null = nothing runs. */
  readonly progress: number | null;
  /** The run has lasted long enough to be told about. */
  readonly isSlow: boolean;
  /** What a long run says so far; null = nothing yet. */
  readonly soFar: Headline | null;
  /** The run shown was not asked for: it is not kept, and done again when the map changes. */
  readonly isLook: boolean;
  readonly failure: RunFailure | null;
  /** The run could not be kept on this computer; it is lost with the page. */
  readonly isUnsaved: boolean;
  /** Runs of this map on this computer, newest first; null = not read yet. */
  readonly runs: readonly RunSummary[] | null;
  /** The run `current` is compared with. */
  readonly comparison: OpenRun | null;
  /** Revision of the map as it is now; null while it is being worked out. */
  readonly revision: string | null;
}

export interface RunStore {
  readonly store: StoreApi<RunState>;
  /** Runs the map; resolves with the run, or null where it was cancelled or failed. */
  simulate(request: RunRequest): Promise<OpenRun | null>;
  /** Ends what runs; where it has said something already, what it has so far is shown. */
  cancel(): void;
  /** Walks the map as it is now like the run shown, quietly and without keeping it. */
  look(): Promise<void>;
  open(id: string): Promise<void>;
  show(isShown: boolean): void;
  /** Deletes a run; resolves with how to put it back. */
  remove(id: string): Promise<() => Promise<void>>;
  compareWith(id: string | null): Promise<void>;
  dismissFailure(): void;
  /** Reads the runs kept and follows the map; answers how to stop, which ends whatever runs. */
  follow(): () => void;
}

export interface RunStoreParts {
  readonly editor: Pick<Editor, 'store'>;
  readonly storage: Pick<Storage, 'saveRun' | 'runs' | 'run' | 'removeRun'>;
  readonly simulate: Simulate;
  /** What a run is called in lists. */
  readonly titleOf: (scenario: string | null) => string;
  /** Gets ready for a run, so that it need not begin from nothing. */
  readonly warm?: () => void;
}

/** Progress of a shorter run is not worth reading. In ms. */
const SLOW = 200;
/** Typing must not wait for a digest of the whole map. In ms. */
const REST = 300;
/** A look is taken again this long after the last edit has settled, in ms. */
const LOOK_REST = 900;

const FIRST_LOOK: RunRequest = { scenario: null, customers: USUAL_CUSTOMERS, seed: 1 };

/** The current run of the open map, and the runs kept of it. */
export function createRunStore(parts: RunStoreParts): RunStore {
  const { editor, storage, simulate, titleOf, warm } = parts;
  const store = createStore<RunState>(() => ({
    current: null,
    isShown: false,
    progress: null,
    isSlow: false,
    soFar: null,
    isLook: false,
    failure: null,
    isUnsaved: false,
    runs: null,
    comparison: null,
    revision: null,
  }));
  const mapNow = () => editor.store.getState().map;
  let running: Running | null = null;
  let isFollowing = false;

  async function refresh(): Promise<void> {
    const runs = await storage.runs(mapNow().id).catch(() => []);
    if (isFollowing) store.setState({ runs });
  }

  /** The newest run kept, as it was left by whoever reloads the page. */
  async function reopen(): Promise<void> {
    const [newest] = store.getState().runs ?? [];
    const isTaken = () => !isFollowing || running !== null || store.getState().current !== null;
    if (!newest || isTaken()) return;
    const record = await storage.run(newest.id).catch(() => null);
    const result = record && readResult(record.result);
    // Nobody asked for it: what cannot be read is not mentioned, and a run begun since goes first.
    if (!result || isTaken()) return;
    store.setState({ current: { summary: newest, result }, isShown: true, isLook: false });
  }

  /**
   * The map as it stands, walked once for whoever has just opened it, so that it answers before anyone asks.
   * Not kept on disk, and silent where it cannot be done: nobody asked for it.
   */
  async function firstLook(): Promise<void> {
    if (!store.getState().current) await lookAt(FIRST_LOOK);
  }

  async function lookAt(request: RunRequest): Promise<void> {
    const { entries, outcomes } = endsOf(mapNow());
    // A run somebody asked for goes first; a look that is out of date does not.
    if (!isFollowing || (running && !running.isLook) || !entries || !outcomes) return;
    running?.stop.abort();
    const own = begun(true);
    running = own;
    try {
      const looked = await run(request, own);
      if (running !== own) return;
      store.setState(({ current, isShown }) => ({
        current: looked,
        isShown: current === null || isShown,
        isLook: true,
      }));
    } catch {
      // Simulate, asked for by hand, tells the reason.
    } finally {
      if (running === own) running = null;
    }
  }

  /** Looks again once the map has rested, if nobody asked for the run shown. */
  async function lookAgain(): Promise<void> {
    const { current, isLook, revision } = store.getState();
    if (!current || !isLook || revision === current.summary.mapRevision) return;
    await lookAt(requestOf(current));
  }

  /** Keeps `revision` true, a rest after the last edit. */
  function followRevision(): () => void {
    let known: JourneyMap | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let later: ReturnType<typeof setTimeout> | undefined;
    async function digest() {
      const map = mapNow();
      const revision = await revisionBeside(map);
      if (map !== mapNow() || !isFollowing) return;
      store.setState({ revision });
      later = setTimeout(() => void lookAgain(), LOOK_REST);
    }
    const stop = editor.store.subscribe(({ map }) => {
      if (map === known) return;
      known = map;
      clearTimeout(later);
      clearTimeout(timer);
      timer = setTimeout(() => void digest(), REST);
    });
    void digest();
    return () => {
      clearTimeout(later);
      clearTimeout(timer);
      stop();
    };
  }

  async function keep(run: OpenRun): Promise<void> {
    try {
      await storage.saveRun({ ...run.summary, result: run.result });
      store.setState({ isUnsaved: false });
    } catch {
      store.setState({ isUnsaved: true });
    }
    await refresh();
  }

  async function read(id: string): Promise<OpenRun | null> {
    const record = await storage.run(id).catch(() => null);
    const result = record && readResult(record.result);
    if (!record || !result) {
      store.setState({ failure: 'unreadable' });
      return null;
    }
    return { summary: summaryOf(record), result };
  }

  async function run(
    request: RunRequest,
    { stop: { signal }, enough }: Running,
    told: Pick<WalkOptions, 'onProgress' | 'onHeadline'> = {},
  ): Promise<OpenRun> {
    const map = mapNow();
    const { scenario, customers, seed } = request;
    const revision = await revisionBeside(map);
    signal.throwIfAborted();
    const result = await simulate(map, scenario, {
      customers,
      seed,
      revision,
      measured: true,
      signal,
      enough: enough.signal,
      ...told,
    });
    signal.throwIfAborted();
    const summary: RunSummary = {
      id: newId(),
      mapId: map.id,
      title: titleOf(scenario),
      mapRevision: revision,
      scenario,
      seed,
      customers,
      createdAt: new Date().toISOString(),
    };
    return { summary, result };
  }

  return {
    store,
    async simulate(request) {
      running?.stop.abort();
      const own = begun(false);
      running = own;
      store.setState({ progress: 0, isSlow: false, soFar: null, failure: null });
      const timer = setTimeout(() => {
        if (running === own) store.setState({ isSlow: true });
      }, SLOW);
      const isGoingOn = () => running === own && !own.enough.signal.aborted;
      try {
        const done = await run(request, own, {
          onProgress: (progress) => {
            if (isGoingOn()) store.setState({ progress });
          },
          onHeadline: (soFar) => {
            if (isGoingOn()) store.setState({ soFar });
          },
        });
        if (running !== own) return null;
        store.setState({ current: done, isShown: true, comparison: null, isLook: false });
        // A part of a run would stand among whole ones as if it were one.
        if (isWhole(done.result)) void keep(done);
        return done;
      } catch (error) {
        if (isGoingOn() && !own.stop.signal.aborted) {
          store.setState({ failure: failureOf(error) });
        }
        return null;
      } finally {
        clearTimeout(timer);
        if (running === own) {
          running = null;
          store.setState({ progress: null, isSlow: false, soFar: null });
        }
      }
    },
    cancel() {
      if (store.getState().soFar) running?.enough.abort();
      else {
        running?.stop.abort();
        running = null;
      }
      store.setState({ progress: null, isSlow: false, soFar: null });
    },
    async look() {
      const { current } = store.getState();
      if (current) await lookAt(requestOf(current));
    },
    async open(id) {
      const found = await read(id);
      if (found) {
        store.setState({ current: found, isShown: true, comparison: null, isLook: false });
      }
    },
    show(isShown) {
      store.setState({ isShown });
    },
    async remove(id) {
      const record: RunRecord | null = await storage.run(id);
      await storage.removeRun(id);
      const { current, comparison } = store.getState();
      if (current?.summary.id === id) store.setState({ current: null, isShown: false });
      if (comparison?.summary.id === id) store.setState({ comparison: null });
      await refresh();
      return async () => {
        if (record) await storage.saveRun(record);
        await refresh();
      };
    },
    async compareWith(id) {
      store.setState({ comparison: id === null ? null : await read(id) });
    },
    dismissFailure() {
      store.setState({ failure: null });
    },
    follow() {
      isFollowing = true;
      const stop = followRevision();
      void refresh()
        .then(reopen)
        .then(firstLook)
        .then(() => {
          if (isFollowing) warm?.();
        });
      return () => {
        isFollowing = false;
        stop();
        running?.stop.abort();
      };
    },
  };
}

/** A run on its way. */
interface Running {
  readonly isLook: boolean;
  /** Ends it with nothing. */
  readonly stop: AbortController;
  /** Ends it with what it has. */
  readonly enough: AbortController;
}

const begun = (isLook: boolean): Running => ({
  isLook,
  stop: new AbortController(),
  enough: new AbortController(),
});

const requestOf = ({ summary: { scenario, customers, seed } }: OpenRun): RunRequest => ({
  scenario,
  customers,
  seed,
});

/** Was every customer of the run walked? */
export function isWhole({ customers: { from, to, of } }: RunResult): boolean {
  return from === 0 && to === of;
}

function summaryOf(record: RunRecord): RunSummary {
  const { id, mapId, title, mapRevision, scenario, seed, customers, createdAt } = record;
  return { id, mapId, title, mapRevision, scenario, seed, customers, createdAt };
}

/** How many places of a map customers can arrive at, and how many they can end at. */
function endsOf({ touchpoints }: JourneyMap): { entries: number; outcomes: number } {
  const kinds = Object.values(touchpoints).map(({ kind }) => kind);
  return {
    entries: kinds.filter((kind) => kind === 'entry').length,
    outcomes: kinds.filter((kind) => kind === 'outcome').length,
  };
}

const REFUSALS = ['no-entry', 'no-rows', 'unknown-scenario'] as const;

/** A refusal names its reason; anything else is the engine's. */
function failureOf(error: unknown): RunFailure {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return REFUSALS.find((refusal) => refusal === code) ?? 'worker';
}
