import { within } from '../map/basics';
import type { JourneyMap, Scenario } from '../map/schema';
import { CHUNK, type Range } from './chunks';
import { Recorder, type Tally } from './compiled/tally';
import { compileTables, type Tables } from './compiled/tables';
import type { Pool } from './worker';
import { yieldToEvents } from './yieldToEvents';
import type { Headline, RunResult } from './results';
import { setUp, type SetupOptions } from './setup';
import { headlineOf, type Measure, summarise, walkParts } from './summary';

/** How a run is walked. */
export interface SimulateOptions extends SetupOptions {
  /** Part of the customers, for runs spread over machines; by default all. */
  from?: number;
  to?: number;
  /** The map's revision, to be kept in the result. */
  revision?: string;
  /** False leaves out the second walk that intervals of replicas need: for questions asked by the dozen. */
  intervals?: boolean;
  /** What fills the result's `kpis`. */
  measure?: Measure;
  /** Workers to walk in; without them everything runs here, in pieces. */
  pool?: Pool;
  signal?: AbortSignal;
  /** Share of the customers walked, 0…1. */
  onProgress?: (share: number) => void;
  /** What those who have walked say already, a few times a second; only with a pool. */
  onHeadline?: (soFar: Headline) => void;
  /** Ends the run with the customers walked by then, and a note that says so; only with a pool. */
  enough?: AbortSignal;
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
  const { revision, measure, pool, signal, intervals = true } = options;
  const range = rangeOf(tables, options);
  const tallying = tallyOf(map, scenario, tables, options);
  // While workers walk, the sample for the intervals is walked here.
  const stop = anyOf(signal, options.enough);
  const sampling = !intervals ? [] : pool ? sampleOf(tables, range, stop) : null;
  const [tally, whole] = await Promise.all([tallying, sampling]);
  // Of a run ended early only those who walked are a sample.
  const parts = tally.to === range.to || !intervals ? whole : null;
  return summarise(tables, tally, {
    ...(revision !== undefined && { revision }),
    ...(measure && { measure }),
    ...(parts && { parts }),
  });
}

function anyOf(...signals: readonly (AbortSignal | undefined)[]): AbortSignal {
  return AbortSignal.any(signals.filter((signal) => signal !== undefined));
}

/** Walks the sample in pieces; resolves early, with half a sample nobody reads, once it is aborted. */
async function sampleOf(tables: Tables, range: Range, signal?: AbortSignal) {
  const walking = walkParts(tables, range);
  const watch = yieldToEvents();
  for (;;) {
    const step = walking.next();
    if (step.done) return step.value;
    await watch();
    if (signal?.aborted) return null;
  }
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
  const { pool, signal, enough, onProgress, onHeadline, rows, maxSteps } = options;
  signal?.throwIfAborted();
  const range = rangeOf(tables, options);
  if (pool) {
    const setup = {
      customers,
      seed,
      ...(rows && { rows }),
      ...(maxSteps !== undefined && { maxSteps }),
    };
    return pool.run({ map, scenario, setup }, tables, range, {
      ...(signal && { signal }),
      ...(enough && { enough }),
      ...(onProgress && { onProgress }),
      ...(onHeadline && { onTally: nowAndThen((soFar) => headlineOf(tables, soFar), onHeadline) }),
    });
  }
  return walkHere(tables, range, signal, onProgress);
}

/** Between two headlines, in ms. */
const HEADLINE_PAUSE = 250;

/** Reports the first time it can, and then at most once in `HEADLINE_PAUSE`. */
function nowAndThen<From, To>(read: (from: From) => To | null, report: (what: To) => void) {
  let reported = -Infinity;
  return (from: From) => {
    if (performance.now() - reported < HEADLINE_PAUSE) return;
    reported = performance.now();
    const what = read(from);
    if (what) report(what);
  };
}

function rangeOf({ setup }: Tables, { from = 0, to }: SimulateOptions): Range {
  const { customers } = setup.scenario;
  const last = within(to ?? customers, from, customers);
  return { from: Math.max(0, from), to: last };
}

/** What an ordinary walk takes, for judging how long a long one will. */
const STEPS_OF_A_WALK = 10;

async function walkHere(
  tables: Tables,
  { from, to }: Range,
  signal?: AbortSignal,
  onProgress?: (share: number) => void,
): Promise<Tally> {
  const recorder = new Recorder(tables, from, to);
  const rest = yieldToEvents();
  let work = 0;
  for (let customer = from; customer < to; customer += 1) {
    // Walks can be four orders of magnitude apart: their steps are what takes time.
    work += 1 + recorder.walk(customer) / STEPS_OF_A_WALK;
    if (work < CHUNK) continue;
    work = 0;
    onProgress?.((customer + 1 - from) / (to - from));
    await rest();
    signal?.throwIfAborted();
  }
  onProgress?.(1);
  return recorder.tally;
}
