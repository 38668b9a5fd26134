import type { StoreApi } from 'zustand/vanilla';
import { newId } from '../../map/records';
import type { JourneyMap } from '../../map/schema';
import type { RunResult } from '../../simulation/results';
import type { RunSummary } from '../../storage';
import type { WalkOptions } from '../../insight';
import { revisionInWorker } from '../pageChecker';
import type { OpenRun, RunFailure, RunRequest, RunState, RunStoreParts } from './runTypes';

/** A run on its way. */
export interface Running {
  readonly isPreview: boolean;
  /** Ends it with nothing. */
  readonly stop: AbortController;
  /** Ends it with what it has. */
  readonly enough: AbortController;
}

/** A run that has just begun. */
export const begun = (isPreview: boolean): Running => ({
  isPreview,
  stop: new AbortController(),
  enough: new AbortController(),
});

/** What keeping, previewing and simulating share. */
export interface Desk {
  readonly parts: RunStoreParts;
  readonly store: StoreApi<RunState>;
  readonly mapNow: () => JourneyMap;
  running: Running | null;
  isFollowing: boolean;
}

/** Walks the map as it stands; throws where that cannot be done, or was aborted. */
export async function runOnce(
  { mapNow, parts: { simulate, titleOf } }: Desk,
  request: RunRequest,
  { stop: { signal }, enough }: Running,
  told: Pick<WalkOptions, 'onProgress' | 'onHeadline'> = {},
): Promise<OpenRun> {
  const map = mapNow();
  const { scenario, customers, seed } = request;
  const revision = await revisionInWorker(map);
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

/** The request that a run answered. */
export const requestOf = ({ summary: { scenario, customers, seed } }: OpenRun): RunRequest => ({
  scenario,
  customers,
  seed,
});

/** Was every customer of the run walked? */
export function isWhole({ customers: { from, to, of } }: RunResult): boolean {
  return from === 0 && to === of;
}

const REFUSALS = ['no-entry', 'no-rows', 'unknown-scenario'] as const;

/** A refusal names its reason; anything else is the engine's. */
export function failureOf(error: unknown): RunFailure {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return REFUSALS.find((refusal) => refusal === code) ?? 'worker';
}
