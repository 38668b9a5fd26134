import { spawnedOf } from '../../simulation/worker';
import { type CheckClient, createCheckClient } from './checkClient';

/** A checker on a browser's worker. */
export function browserChecker(): CheckClient {
  return createCheckClient(() =>
    spawnedOf(new Worker(new URL('./checkWorker.ts', import.meta.url), { type: 'module' })),
  );
}
