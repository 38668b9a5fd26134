import * as Comlink from 'comlink';
import type { JourneyMap } from '../../map/schema';
import type { CheckOptions } from '../checkRule';
import type { Problem } from '../problem';
import { differenceOf } from './difference';
import type { CheckWorker } from './serve';

/** A worker as the checker sees it; browsers make them in `browserChecker.ts`, tests from message channels. */
export interface Spawned {
  readonly endpoint: Comlink.Endpoint;
  terminate(): void;
  /** Called when the worker breaks without answering. */
  onError(listen: () => void): void;
}

export interface Checker {
  /**
   * What the checker finds in a map; null when another map was asked about before the answer was
   * there. Asked again about the same map it gives the same answer.
   */
  readonly check: (map: JourneyMap, options: CheckOptions) => Promise<readonly Problem[] | null>;
  /** Ends the worker and forgets the map; asked again it begins anew. */
  readonly end: () => void;
}

interface Link {
  readonly remote: Comlink.Remote<CheckWorker>;
  readonly broken: Promise<never>;
  readonly end: () => void;
}

/**
 * Checks maps beside the page: one at a time, of those that wait only the newest. A worker that
 * breaks is replaced by the page itself.
 */
export function createChecker(spawn: () => Spawned): Checker {
  let link: Link | null = null;
  let isBroken = false;
  /** What the worker has, and what it found there. */
  let sent: JourneyMap | null = null;
  let found: readonly Problem[] = [];
  let busy: Promise<unknown> = Promise.resolve();
  let newest = 0;
  let last: { map: JourneyMap; today: string; answer: Promise<readonly Problem[] | null> } | null =
    null;

  async function ask(map: JourneyMap, options: CheckOptions): Promise<readonly Problem[]> {
    if (!isBroken) {
      try {
        link ??= linkTo(spawn());
        const difference = differenceOf(sent, map);
        sent = map;
        found =
          (await Promise.race([link.remote.check(difference, options), link.broken])) ?? found;
        return found;
      } catch {
        isBroken = true;
        forget();
      }
    }
    const { problems } = await import('../problems');
    return problems(map, options);
  }
  function forget(): void {
    link?.end();
    link = null;
    sent = null;
    found = [];
    last = null;
  }

  return {
    check(map, options) {
      if (last?.map === map && last.today === options.today) return last.answer;
      const own = ++newest;
      const before = busy;
      const answer = (async () => {
        await before;
        if (own !== newest) return null;
        const problems = await ask(map, options);
        return own === newest ? problems : null;
      })();
      busy = answer.catch(() => undefined);
      last = { map, today: options.today, answer };
      return answer;
    },
    end() {
      newest += 1;
      forget();
    },
  };
}

function linkTo(worker: Spawned): Link {
  const remote = Comlink.wrap<CheckWorker>(worker.endpoint);
  const broken = new Promise<never>((_, reject) => {
    worker.onError(() => {
      reject(new Error('the worker broke'));
    });
  });
  // Nobody may be waiting when it breaks.
  broken.catch(() => undefined);
  return {
    remote,
    broken,
    end: () => {
      remote[Comlink.releaseProxy]();
      worker.terminate();
    },
  };
}
