import type { JourneyMap } from '../../map/schema';
import type { MapCoverage } from '../../simulation/cover';
import type { SampledWalks } from '../../simulation/results';
import { spawnedOf, WorkerClient } from '../../simulation/worker';
import type { CoverageWorker } from './coverageWorker';

/** The smallest set of customers is searched for up to some seconds; far beyond that the worker is stuck. In ms. */
const PATIENCE = 60_000;

const spawn = () =>
  spawnedOf(new Worker(new URL('./coverageWorker.ts', import.meta.url), { type: 'module' }));

/** `coverMap` in a worker of its own; aborting ends it and rejects with the signal's reason. */
export async function coverInWorker(
  map: JourneyMap,
  walks: SampledWalks,
  signal: AbortSignal,
): Promise<MapCoverage> {
  const client = new WorkerClient<CoverageWorker>({ spawn, patience: PATIENCE });
  try {
    return await client.ask((worker) => worker.coverMap(map, walks), { signal });
  } finally {
    client.end();
  }
}
