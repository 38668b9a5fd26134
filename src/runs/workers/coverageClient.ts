import * as Comlink from 'comlink';
import type { JourneyMap } from '../../map/schema';
import type { MapCoverage } from '../../simulation/cover/coverMap';
import type { SampledWalks } from '../../simulation/results';
import type { CoverageWorker } from './coverageWorker';

/** `coverMap` in a browser's worker of its own; aborting ends it and rejects with the signal's reason. */
export async function coverInWorker(
  map: JourneyMap,
  walks: SampledWalks,
  signal: AbortSignal,
): Promise<MapCoverage> {
  const worker = new Worker(new URL('./coverageWorker.ts', import.meta.url), { type: 'module' });
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    worker.addEventListener('error', (event) => reject(new Error(event.message)), { once: true });
  });
  try {
    signal.throwIfAborted();
    return await Promise.race([Comlink.wrap<CoverageWorker>(worker).coverMap(map, walks), stopped]);
  } finally {
    worker.terminate();
  }
}
