import type { JourneyMap, Scenario } from '../map/schema';
import { chunksOf } from './chunks';
import { compileTables } from './compiled/tables';
import { yieldToEvents } from './yieldToEvents';
import type { ScenarioComparison } from './results';
import { setUp, type SetupOptions } from './setup';
import type { Pool, RunCallbacks } from './worker';
import { comparisonOf, pairRange, PairTally, type Quotient } from './comparison';

/** Without `customers` and `seed` those of the scenario before are used for both. */
export interface CompareOptions extends SetupOptions, RunCallbacks {
  /** Workers to walk in; without them everything runs here, in pieces. */
  pool?: Pool;
  /** Returned as well, as `numbers` under their names. */
  quotients?: readonly Quotient[];
}

/**
 * Walks the same customers, with the same luck, under two scenarios of a map (ids, scenarios, or null
 * for the map as it is) and compares each of them with themselves. Customers and seed are those of
 * the options, else of `before`. The result is the same bit for bit with any pool. Throws `RunRefused`
 * where either would be meaningless, and the signal's reason when it is aborted.
 */
export async function compareScenarios(
  map: JourneyMap,
  before: string | Scenario | null,
  after: string | Scenario | null,
  { pool, signal, onProgress, quotients = [], ...setup }: CompareOptions = {},
): Promise<ScenarioComparison> {
  const one = compileTables(setUp(map, before, setup));
  const { customers, seed } = one.setup.scenario;
  const shared = { ...setup, customers, seed };
  const two = compileTables(setUp(map, after, shared));
  const range = { from: 0, to: customers };
  signal?.throwIfAborted();
  if (pool) {
    const job = { map, scenario: before, against: after, setup: shared, quotients };
    const callbacks = { ...(signal && { signal }), ...(onProgress && { onProgress }) };
    return comparisonOf(await pool.compare(job, one, range, callbacks));
  }
  const tally = new PairTally(one, quotients);
  const rest = yieldToEvents();
  for (const piece of chunksOf(range)) {
    tally.merge(pairRange(one, two, piece, quotients));
    onProgress?.(piece.to / customers);
    await rest();
    signal?.throwIfAborted();
  }
  return comparisonOf(tally);
}
