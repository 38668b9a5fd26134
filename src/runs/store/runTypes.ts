import type { StoreApi } from 'zustand/vanilla';
import type { Editor } from '../../editing';
import type { Simulate } from '../../insight';
import type { Headline, RunResult } from '../../simulation/results';
import type { RunSummary, Storage } from '../../storage';
import type { Survival } from '../survival';

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

/** The runs of the open map, and what is shown of them. */
export interface RunState {
  /** The run shown on the map and in the insights. */
  readonly current: OpenRun | null;
  /** Is its flow drawn on the map? */
  readonly isShown: boolean;
  /** Share of the customers walked, 0…1; null = nothing runs. */
  readonly progress: number | null;
  /** The run has lasted long enough to be announced. */
  readonly isSlow: boolean;
  /** What a long run says so far; null = nothing yet. */
  readonly soFar: Headline | null;
  /** The run shown was not asked for: it is not kept, and done again when the map changes. */
  readonly isPreview: boolean;
  readonly failure: RunFailure | null;
  /** The map is not run by itself: the last time that did not come to an end. */
  readonly isHeld: boolean;
  /** The run could not be kept on this computer; it is lost with the page. */
  readonly isUnsaved: boolean;
  /** Runs of this map on this computer, newest first; null = not read yet. */
  readonly runs: readonly RunSummary[] | null;
  /** The run `current` is compared with. */
  readonly comparison: OpenRun | null;
  /** Revision of the map as it is now; null while it is being worked out. */
  readonly revision: string | null;
}

/** Runs the open map, and keeps what is run. */
export interface RunStore {
  readonly store: StoreApi<RunState>;
  /** Runs the map; resolves with the run, or null where it was cancelled or failed. */
  simulate(request: RunRequest): Promise<OpenRun | null>;
  /** Ends what runs; where it has said something already, what it has so far is shown. */
  cancel(): void;
  /** Runs the map as it is now with the settings of the run shown, quietly and without keeping it. */
  preview(): Promise<void>;
  open(id: string): Promise<void>;
  show(isShown: boolean): void;
  /** Deletes a run; resolves with how to put it back. */
  remove(id: string): Promise<() => Promise<void>>;
  compareWith(id: string | null): Promise<void>;
  dismissFailure(): void;
  /** Follows the list of kept runs and the map; answers how to stop, which ends whatever runs. */
  follow(): () => void;
}

/** What a store of runs is made of. */
export interface RunStoreParts {
  readonly editor: Pick<Editor, 'store'>;
  readonly storage: Pick<Storage, 'saveRun' | 'watchRuns' | 'run' | 'removeRun'>;
  readonly simulate: Simulate;
  readonly survival: Survival;
  /** What a run is called in lists. */
  readonly titleOf: (scenario: string | null) => string;
  /** Gets ready for a run, so that it need not begin from nothing. */
  readonly warm?: () => void;
}
