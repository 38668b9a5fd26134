import { noteSentences } from '../insight';
import { measureOf } from '../kpis';
import type { JourneyMap } from '../map/schema';
import { revisionOf } from '../map/text';
import {
  compileTables,
  dataOfTally,
  type RunResult,
  type RunSetup,
  simulateTally,
  summarise,
  type Tally,
} from '../simulation';
import { english } from './english';
import { nodePool } from './nodePool';
import { type Options, whole } from './options';
import { type CommandResult, Unusable, type Voice } from './output';
import { partOf } from './part';
import { readMap } from './readMap';
import { resultsOf, tableOf } from './results';
import { setupOf } from './setupOf';
import { workersFor } from './simulateHere';
import { solveFile } from './solveFile';

/** Runs a map as the app does: the same seed gives the same numbers, bit for bit. */
export async function simulateFile(
  path: string,
  options: Options,
  warn: Voice['warn'],
): Promise<CommandResult> {
  const map = await readMap(path, warn);
  const revision = await revisionOf(map);
  const { scenario = null } = options;
  if (options.exact && (options.from ?? options.to ?? options.workers) !== undefined) {
    throw new Unusable('--exact goes without --from, --to and --workers: nobody is sampled');
  }
  const setup = setupOf(path, map, options);
  if (options.exact) return solveFile(path, map, setup, revision);
  const { customers } = setup.scenario;
  const from = whole(options, 'from', 0, customers);
  const to = whole(options, 'to', from ?? 0, customers);
  const workers = workersFor(options, customers);
  const tally = await simulateTally(map, setup.scenario, {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(workers > 1 && { pool: nodePool(workers) }),
  });
  const run = runOf(map, setup, tally, revision);
  const isPart = from !== undefined || to !== undefined;
  const part = partOf(map, setup.scenario, scenario, revision, dataOfTally(tally));
  return answerOf(map, run, isPart ? { part } : {});
}

/** What the app shows of a tally. */
export function runOf(map: JourneyMap, setup: RunSetup, tally: Tally, revision: string): RunResult {
  return summarise(compileTables(setup), tally, {
    revision,
    measure: measureOf(map),
  });
}

/** What is printed of a run: a table as text, `Results` and whatever is in `more` as JSON. Never a finding. */
export function answerOf(
  map: JourneyMap,
  run: RunResult,
  more: { part?: unknown } = {},
): CommandResult {
  const results = resultsOf(run, map.title);
  const { customers } = run.total;
  const { maxSteps } = run.settings;
  const notes = noteSentences(run.notes, { customers, maxSteps }, map, english).map(
    ({ text }) => `${text}\n`,
  );
  return {
    text: [...notes, tableOf(results, map)].join(''),
    json: { ...results, ...more },
    findings: false,
  };
}
