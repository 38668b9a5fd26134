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

let shared: Pool | null = null;

/** The page's pool: as many workers as the machine has cores to spare, at most eight, kept from run to run. */
export function browserPool(): Pool {
  const workers = Math.min(8, Math.max(1, navigator.hardwareConcurrency - 1));
  shared ??= new Pool({ spawn: spawnWorker, workers, keeps: true });
  return shared;
}
