import { type CheckClient, createCheckClient, type Spawned } from './checkClient';

/** The one place where a browser's worker is made. Throws where there are none. */
function spawnWorker(): Spawned {
  const worker = new Worker(new URL('./checkWorker.ts', import.meta.url), { type: 'module' });
  return {
    endpoint: worker,
    terminate: () => {
      worker.terminate();
    },
    onError: (listen) => {
      worker.addEventListener('error', listen);
      worker.addEventListener('messageerror', listen);
    },
  };
}

/** A checker on a browser's worker. */
export function browserChecker(): CheckClient {
  return createCheckClient(spawnWorker);
}
