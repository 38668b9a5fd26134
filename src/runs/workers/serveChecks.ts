import * as Comlink from 'comlink';
import { applyDifference, type Difference } from '../../map/change';
import type { JourneyMap } from '../../map/schema';
import { revisionOf } from '../../map/text';
import { type CheckOptions, type ProblemGroup, problemGroups } from '../../checks';

/** The worker's side: it keeps the map, and receives what changed. */
export interface CheckWorker {
  /** What it finds; null = the same as last time. */
  check(difference: Difference, options: CheckOptions): ProblemGroup[] | null;
  /** The revision of the map: whoever has it beside the page also reads all of it there. */
  revision(difference: Difference): Promise<string>;
}

/** Answers a checker on an endpoint, wherever it runs. */
export function serveChecks(endpoint: Comlink.Endpoint): void {
  let map: JourneyMap | null = null;
  let last = '';
  const worker: CheckWorker = {
    check(difference, options) {
      map = applyDifference(map, difference);
      const found = problemGroups(map, options);
      // Thousands of hints cost more to transfer than to compare here.
      const text = JSON.stringify(found);
      if (text === last) return null;
      last = text;
      return found;
    },
    revision(difference) {
      map = applyDifference(map, difference);
      return revisionOf(map);
    },
  };
  Comlink.expose(worker, endpoint);
}
