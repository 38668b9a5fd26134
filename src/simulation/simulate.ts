import type { JourneyMap, Scenario } from '../map/schema';
import { CHUNK } from './chunks';
import { Recorder } from './compiled/recorder';
import { compileTables, type Tables } from './compiled/tables';
import type { Tally } from './compiled/tally';
import type { Pool } from './worker/pool';
import type { RunResult } from './results';
import { type SetupOptions, setUp } from './setup/setUp';
import { summarise } from './summary/summarise';

export interface SimulateOptions extends SetupOptions {
  /** Part of the customers, for runs spread over machines; by default all. */
  from?: number;
  to?: number;
  /** The map's revision, to be kept in the result. */
  revision?: string;
  /** Workers to walk in; without them everything runs here, in pieces. */
  pool?: Pool;
  signal?: AbortSignal;
  /** Share of the customers walked, 0…1. */
  onProgress?: (share: number) => void;
}

/**
 * Runs a map: `scenario` is an id of the map, a scenario, or null for the map as it is. The result
 * is the same bit for bit with any pool. Throws `RunRefused` where a run would be meaningless, and
 * the signal's reason when it is aborted.
 */
export async function simulate(
  map: JourneyMap,
  scenario: string | Scenario | null = null,
  options: SimulateOptions = {},
): Promise<RunResult> {
  const tables = compileTables(setUp(map, scenario, options));
  const tally = await tallyOf(map, scenario, tables, options);
  return summarise(tables, tally, options.revision);
}

/** The mergeable part of a run. */
export async function simulateTally(
  map: JourneyMap,
  scenario: string | Scenario | null = null,
  options: SimulateOptions = {},
): Promise<Tally> {
  return tallyOf(map, scenario, compileTables(setUp(map, scenario, options)), options);
}

async function tallyOf(
  map: JourneyMap,
  scenario: string | Scenario | null,
  tables: Tables,
  options: SimulateOptions,
): Promise<Tally> {
  const { customers, seed } = tables.setup.scenario;
  const { from = 0, to = customers, pool, signal, onProgress, rows, maxSteps } = options;
  signal?.throwIfAborted();
  const range = { from: Math.max(0, from), to: Math.min(customers, Math.max(from, to)) };
  if (pool) {
    const setup = {
      customers,
      seed,
      ...(rows && { rows }),
      ...(maxSteps !== undefined && { maxSteps }),
    };
    return pool.run({ map, scenario, setup }, tables, range, {
      ...(signal && { signal }),
      ...(onProgress && { onProgress }),
    });
  }
  return walkHere(tables, range, signal, onProgress);
}

async function walkHere(
  tables: Tables,
  { from, to }: { from: number; to: number },
  signal?: AbortSignal,
  onProgress?: (share: number) => void,
): Promise<Tally> {
  const recorder = new Recorder(tables, from, to);
  let rested = performance.now();
  for (let customer = from; customer < to; customer += 1) {
    recorder.walk(customer);
    if ((customer - from) % CHUNK !== CHUNK - 1) continue;
    onProgress?.((customer + 1 - from) / (to - from));
    // Lets the caller's clicks and signals in.
    if (performance.now() - rested < 50) continue;
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    rested = performance.now();
  }
  onProgress?.(1);
  return recorder.tally;
}
