import type { CheckOptions, ProblemGroup } from '../../checks';
import { type Difference, differenceOf } from '../../map/change';
import type { JourneyMap } from '../../map/schema';
import { type Spawned, WorkerClient, WorkerFailed } from '../../simulation/worker';
import type { CheckWorker } from './serveChecks';

/** Asks the worker that checks maps. */
export interface CheckClient {
  /**
   * What the checker finds in a map, findings of one cause as one; null when another map was asked about before the answer was
   * there. Asked again about the same map it gives the same answer. Rejects with `WorkerFailed`
   * where one worker after the other failed.
   */
  readonly check: (
    map: JourneyMap,
    options: CheckOptions,
  ) => Promise<readonly ProblemGroup[] | null>;
  /** The revision of a map, computed in the worker. */
  readonly revision: (map: JourneyMap) => Promise<string>;
  /** Ends the worker and forgets the map; the next question starts another. */
  readonly end: () => void;
}

/** How long a worker may take to answer, in ms: far beyond what the largest map needs. */
const PATIENCE = 10_000;
/** Workers that may fail one after the other before a map is given up. */
const MOST_FAILURES = 2;

/**
 * Checks maps in a worker: one at a time, of those that wait only the newest. A worker that fails
 * makes way for a new one that gets the whole map. Never on the page, which such a map would freeze.
 */
export function createCheckClient(spawn: () => Spawned, patience = PATIENCE): CheckClient {
  const client = new WorkerClient<CheckWorker>({ spawn, patience });
  let failures = 0;
  /** The map that the worker has, and what it found there. */
  let sent: { readonly map: JourneyMap; readonly generation: number } | null = null;
  let found: readonly ProblemGroup[] = [];
  let busy: Promise<unknown> = Promise.resolve();
  let newest = 0;
  let last: {
    map: JourneyMap;
    today: string;
    answer: Promise<readonly ProblemGroup[] | null>;
  } | null = null;

  /** Null when it was ended, or asked about another map, while a worker failed. */
  async function ask(
    map: JourneyMap,
    options: CheckOptions,
    own: number,
  ): Promise<readonly ProblemGroup[] | null> {
    while (failures < MOST_FAILURES) {
      try {
        const difference = tell(map);
        found = (await client.ask((worker) => worker.check(difference, options))) ?? found;
        failures = 0;
        return found;
      } catch {
        if (own !== newest) return null;
        failures += 1;
        client.end();
      }
    }
    failures = 0;
    throw new WorkerFailed('no worker could check the map');
  }

  /** The difference that gives the worker `map`; a fresh worker gets all of it. */
  function tell(map: JourneyMap): Difference {
    // Another map altogether has next to nothing in common with what the worker has.
    if (sent && sent.map.id !== map.id) client.end();
    client.start();
    const { generation } = client;
    const known = sent?.generation === generation ? sent.map : null;
    if (!known) found = [];
    sent = { map, generation };
    return differenceOf(known, map);
  }

  async function askRevision(map: JourneyMap): Promise<string> {
    try {
      const difference = tell(map);
      return await client.ask((worker) => worker.revision(difference));
    } catch {
      client.end();
    }
    // A digest reads the map once, however its records name one another.
    return (await import('../../map/text')).revisionOf(map);
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
      client.end();
    },
  };
}
