import * as Comlink from 'comlink';
import { differenceOf } from '../../map/change';
import type { JourneyMap } from '../../map/schema';
import { type Spawned, spawnedOf, WorkerClient } from '../../simulation/worker';
import type { Simulate } from '../../insight';
import type { RunWorker, Walked } from './serveRuns';

/** A run reports its progress chunk by chunk, and sums up in a few seconds at most. In ms. */
const PATIENCE = 60_000;

/** A run that ended in the worker: what was wrong, by `code` where it was refused. */
class RunEnded extends Error {
  override readonly name = 'RunEnded';
  readonly code: string | null;

  constructor(message: string, code: string | null) {
    super(message);
    this.code = code;
  }
}

/** Simulates in a worker, which has workers of its own: the page receives progress and the result. */
export function createRunClient(
  spawn: () => Spawned,
  patience = PATIENCE,
): { simulate: Simulate; warm: () => void } {
  const client = new WorkerClient<RunWorker>({ spawn, patience });
  /** The map that the worker has; a fresh worker has none. */
  let sent: { readonly map: JourneyMap; readonly generation: number } | null = null;
  let runs = 0;

  return {
    async simulate(map, scenario, { signal, enough, onProgress, onHeadline, ...options }) {
      signal?.throwIfAborted();
      client.start();
      const { generation } = client;
      const difference = differenceOf(sent?.generation === generation ? sent.map : null, map);
      sent = { map, generation };
      const id = (runs += 1);
      const walked = await client.ask<Walked>(
        (worker, beat) => {
          const end = (how: 'stop' | 'enough') => void worker.end(id, how).catch(() => undefined);
          signal?.addEventListener('abort', () => end('stop'), { once: true });
          enough?.addEventListener('abort', () => end('enough'), { once: true });
          if (enough?.aborted) end('enough');
          const told = Comlink.proxy({
            onProgress: (share: number) => {
              beat();
              onProgress?.(share);
            },
            onHeadline: (soFar: Parameters<NonNullable<typeof onHeadline>>[0]) =>
              onHeadline?.(soFar),
          });
          return worker.run(id, difference, scenario, options, told);
        },
        { signal },
      );
      if ('result' in walked) {
        // Of a large map, taking the result over is a long task by itself: what is done with it is another.
        await new Promise((resolve) => setTimeout(resolve));
        signal?.throwIfAborted();
        return walked.result;
      }
      throw new RunEnded(walked.message, walked.refused);
    },
    warm() {
      void client.ask((worker) => worker.warm()).catch(() => undefined);
    },
  };
}

/** The page's own. */
export const pageRuns = createRunClient(() =>
  spawnedOf(new Worker(new URL('./runWorker.ts', import.meta.url), { type: 'module' })),
);
