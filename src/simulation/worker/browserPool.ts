import { Pool, type Spawned } from './pool';

/** The one place where a browser's worker is made. */
function spawnWorker(): Spawned {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return {
    endpoint: worker,
    terminate: () => {
      worker.terminate();
    },
    onError: (listen) => {
      worker.addEventListener('error', (event) => {
        listen(event.message || 'the worker could not start');
      });
    },
  };
}

/** A pool of as many workers as the machine has cores to spare, at most eight. */
export function browserPool(
  workers = Math.min(8, Math.max(1, navigator.hardwareConcurrency - 1)),
): Pool {
  return new Pool({ spawn: spawnWorker, workers });
}
