import * as Comlink from 'comlink';
import { differenceOf } from '../../map/change';
import type { JourneyMap } from '../../map/schema';
import { type Spawned, spawnedOf } from '../../simulation/worker/spawned';
import type { Simulate } from '../store/runTypes';
import type { RunWorker } from './serveRuns';

/** A run that ended in the worker: what was wrong, by `code` where it was refused. */
class RunEnded extends Error {
  override readonly name = 'RunEnded';
  readonly code: string | null;

  constructor(message: string, code: string | null) {
    super(message);
    this.code = code;
  }
}

interface Link {
  readonly remote: Comlink.Remote<RunWorker>;
  readonly broken: Promise<never>;
}

/** Simulates in a worker, which has workers of its own: the page hears of progress and gets the result. */
export function walkerOf(spawn: () => Spawned): { simulate: Simulate; warm: () => void } {
  let link: Link | null = null;
  let sent: JourneyMap | null = null;
  let runs = 0;

  function started(): Link {
    if (link) return link;
    const spawned = spawn();
    const broken = new Promise<never>((_, reject) => {
      spawned.onError((reason) => {
        // The next one begins with nothing.
        spawned.terminate();
        link = null;
        sent = null;
        reject(new RunEnded(String(reason), null));
      });
    });
    // Nobody may be waiting when it breaks.
    broken.catch(() => undefined);
    link = { remote: Comlink.wrap<RunWorker>(spawned.endpoint), broken };
    return link;
  }

  return {
    async simulate(map, scenario, { signal, enough, onProgress, onHeadline, ...options }) {
      signal?.throwIfAborted();
      const { remote, broken } = started();
      const id = (runs += 1);
      const difference = differenceOf(sent, map);
      sent = map;
      const told = Comlink.proxy({
        onProgress: (share: number) => onProgress?.(share),
        onHeadline: (soFar: Parameters<NonNullable<typeof onHeadline>>[0]) => onHeadline?.(soFar),
      });
      const end = (how: 'stop' | 'enough') => void remote.end(id, how).catch(() => undefined);
      const stopped = new Promise<never>((_, reject) => {
        signal?.addEventListener('abort', () => {
          end('stop');
          reject(signal.reason as Error);
        });
      });
      enough?.addEventListener('abort', () => end('enough'));
      if (enough?.aborted) end('enough');
      const running = remote.run(id, difference, scenario, options, told);
      const walked = await Promise.race([running, stopped, broken]);
      if ('result' in walked) return walked.result;
      throw new RunEnded(walked.message, walked.refused);
    },
    warm() {
      void started()
        .remote.warm()
        .catch(() => undefined);
    },
  };
}

/** The page's own. */
export const pageWalker = walkerOf(() =>
  spawnedOf(new Worker(new URL('./runWorker.ts', import.meta.url), { type: 'module' })),
);
