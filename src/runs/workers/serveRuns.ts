import * as Comlink from 'comlink';
import { measureOf } from '../../kpis';
import { applyDifference, type Difference } from '../../map/change';
import type { JourneyMap, Scenario } from '../../map/schema';
import { RunRefused, simulate } from '../../simulation';
import type { Headline, RunResult } from '../../simulation/results';
import type { Pool } from '../../simulation/worker';
import type { WalkOptions } from '../../insight';

/** What of a run's options can be handed to a worker. */
export type SentOptions = Omit<WalkOptions, 'signal' | 'enough' | 'onProgress' | 'onHeadline'>;

/** Called on the page while a run goes on. */
export interface RunListener {
  onProgress(share: number): void;
  onHeadline(soFar: Headline): void;
}

/** The end of a run, as far as it can be sent: an error loses its class and its code on the way. */
export type Walked =
  | { readonly result: RunResult }
  | { readonly refused: RunRefused['code'] | null; readonly message: string };

/** The worker's side: it keeps the map and receives what changed; walking, summing up and measuring are done there. */
export interface RunWorker {
  run(
    id: number,
    difference: Difference,
    scenario: string | Scenario | null,
    options: SentOptions,
    listener: RunListener & Comlink.ProxyMarked,
  ): Promise<Walked>;
  /** Ends a run with nothing, or with what it has. */
  end(id: number, how: 'stop' | 'enough'): void;
  /** Starts the workers that a run will ask. */
  warm(): void;
}

/** Answers a page on an endpoint. `pool` is null where a worker cannot make workers. */
export function serveRuns(endpoint: Comlink.Endpoint, pool: Pool | null): void {
  let map: JourneyMap | null = null;
  const running = new Map<number, Record<'stop' | 'enough', AbortController>>();
  const worker: RunWorker = {
    async run(id, difference, scenario, { measured, ...options }, listener) {
      const own = { stop: new AbortController(), enough: new AbortController() };
      running.set(id, own);
      map = applyDifference(map, difference);
      try {
        const result = await simulate(map, scenario, {
          ...options,
          ...(measured && { measure: measureOf(map) }),
          ...(pool && { pool }),
          signal: own.stop.signal,
          enough: own.enough.signal,
          onProgress: (share) => listener.onProgress(share),
          onHeadline: (soFar) => listener.onHeadline(soFar),
        });
        return { result };
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        return { refused: error instanceof RunRefused ? error.code : null, message };
      } finally {
        running.delete(id);
        // Comlink keeps a channel for the page's functions until they are let go.
        (listener as unknown as Comlink.Remote<RunListener>)[Comlink.releaseProxy]();
      }
    },
    end(id, how) {
      running.get(id)?.[how].abort();
    },
    warm() {
      pool?.warm();
    },
  };
  Comlink.expose(worker, endpoint);
}
