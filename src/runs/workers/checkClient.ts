import * as Comlink from 'comlink';
import { type Difference, differenceOf } from '../../map/change';
import type { JourneyMap } from '../../map/schema';
import type { CheckOptions } from '../../checks/checkRule';
import type { Problem } from '../../checks/problem';
import type { CheckWorker } from './serveChecks';

/** A worker as the checker sees it; browsers make them in `browserChecker.ts`, tests from message channels. */
export interface Spawned {
  readonly endpoint: Comlink.Endpoint;
  terminate(): void;
  /** Called when the worker breaks without answering. */
  onError(listen: () => void): void;
}

export interface CheckClient {
  /**
   * What the checker finds in a map; null when another map was asked about before the answer was
   * there. Asked again about the same map it gives the same answer.
   */
  readonly check: (map: JourneyMap, options: CheckOptions) => Promise<readonly Problem[] | null>;
  /** The revision of a map, worked out beside the page. */
  readonly revision: (map: JourneyMap) => Promise<string>;
  /** Ends the worker and forgets the map; asked again it begins anew. */
  readonly end: () => void;
}

interface Link {
  readonly remote: Comlink.Remote<CheckWorker>;
  readonly broken: Promise<never>;
  readonly end: () => void;
}

/** How long a worker may take to answer, in ms: far beyond what the largest map needs. */
const PATIENCE = 10_000;
/** Workers that may fail one after the other before the page does it itself. */
const MOST_FAILURES = 2;

/**
 * Checks maps beside the page: one at a time, of those that wait only the newest. A worker that
 * breaks or falls silent makes way for a new one that gets the whole map, and then for the page itself.
 */
export function createCheckClient(spawn: () => Spawned, patience = PATIENCE): CheckClient {
  let link: Link | null = null;
  let failures = 0;
  /** What the worker has, and what it found there. */
  let sent: JourneyMap | null = null;
  let found: readonly Problem[] = [];
  let busy: Promise<unknown> = Promise.resolve();
  let newest = 0;
  let last: { map: JourneyMap; today: string; answer: Promise<readonly Problem[] | null> } | null =
    null;

  /** Null when it was ended, or asked about another map, while a worker failed. */
  async function ask(
    map: JourneyMap,
    options: CheckOptions,
    own: number,
  ): Promise<readonly Problem[] | null> {
    while (failures < MOST_FAILURES) {
      try {
        const { remote, broken, difference } = tell(map);
        found = (await within(patience, [remote.check(difference, options), broken])) ?? found;
        failures = 0;
        return found;
      } catch {
        if (own !== newest) return null;
        failures += 1;
        unlink();
      }
    }
    const { problems } = await import('../../checks/problems');
    return problems(map, options);
  }
  /** The worker's map is `map` once it has the difference. */
  function tell(map: JourneyMap): {
    remote: Link['remote'];
    broken: Promise<never>;
    difference: Difference;
  } {
    // Another map altogether has next to nothing in common with what the worker has.
    if (sent?.id !== map.id) unlink();
    link ??= linkTo(spawn());
    const difference = differenceOf(sent, map);
    sent = map;
    return { ...link, difference };
  }
  async function askRevision(map: JourneyMap): Promise<string> {
    if (failures < MOST_FAILURES) {
      try {
        const { remote, broken, difference } = tell(map);
        return await within(patience, [remote.revision(difference), broken]);
      } catch {
        failures += 1;
        unlink();
      }
    }
    return (await import('../../map/text')).revisionOf(map);
  }
  function unlink(): void {
    link?.end();
    link = null;
    sent = null;
    found = [];
  }

  return {
    check(map, options) {
      if (last?.map === map && last.today === options.today) return last.answer;
      const own = ++newest;
      const before = busy;
      const answer = (async () => {
        await before;
        if (own !== newest) return null;
        const problems = await ask(map, options, own);
        return own === newest ? problems : null;
      })();
      busy = answer.catch(() => undefined);
      last = { map, today: options.today, answer };
      return answer;
    },
    revision(map) {
      const before = busy;
      const answer = (async () => {
        await before;
        return askRevision(map);
      })();
      busy = answer.catch(() => undefined);
      return answer;
    },
    end() {
      newest += 1;
      failures = 0;
      last = null;
      unlink();
    },
  };
}

function linkTo(worker: Spawned): Link {
  const remote = Comlink.wrap<CheckWorker>(worker.endpoint);
  const end = new AbortController();
  const broken = new Promise<never>((_, reject) => {
    end.signal.addEventListener('abort', () => reject(new Error('the worker was ended')));
    worker.onError(() => reject(new Error('the worker broke')));
  });
  // Nobody may be waiting when it breaks.
  broken.catch(() => undefined);
  return {
    remote,
    broken,
    end: () => {
      // A worker that is gone never answers: whoever waits for it must not wait for ever.
      end.abort();
      remote[Comlink.releaseProxy]();
      worker.terminate();
    },
  };
}

/** The first of them; rejects where none comes within that many ms. */
async function within<T>(ms: number, answers: readonly Promise<T>[]): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the worker does not answer')), ms);
  });
  try {
    return await Promise.race([...answers, silence]);
  } finally {
    clearTimeout(timer);
  }
}
