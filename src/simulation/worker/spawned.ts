import type * as Comlink from 'comlink';

/** A worker as its client sees it; tests make one of a message channel. */
export interface Spawned {
  readonly endpoint: Comlink.Endpoint;
  terminate(): void;
  /** Called when the worker breaks without answering. */
  onError(listen: (reason: unknown) => void): void;
}

/** A browser's worker. Bundlers find it by its address only where it is made, so it is made there. */
export function spawnedOf(worker: Worker): Spawned {
  return {
    endpoint: worker,
    terminate: () => {
      worker.terminate();
    },
    onError: (listen) => {
      worker.addEventListener('error', (event) => {
        listen(event.message || 'the worker could not start');
      });
      worker.addEventListener('messageerror', () => {
        listen('the worker was sent what cannot be read');
      });
    },
  };
}
