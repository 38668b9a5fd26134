import { type Checker, createChecker, type Spawned } from './checker';

/** The one place where a browser's worker is made. Throws where there are none. */
function spawnWorker(): Spawned {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
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
export function browserChecker(): Checker {
  return createChecker(spawnWorker);
}
