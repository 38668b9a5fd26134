import { sumOf } from '../map/basics';
import { type JourneyMap, Scenario } from '../map/schema';
import { parseMap } from '../map/text';
import {
  compileTables,
  dataOfTally,
  RunRefused,
  type RunSetup,
  setUp,
  type Tally,
  tallyOfData,
} from '../simulation';
import { type CommandResult, Unusable } from './output';
import { RunPart, partOf, tallyDataOf } from './part';
import { bytesOf } from './readMap';
import { answerOf, runOf } from './simulateFile';

/** What helps where a file is no part, or a damaged one. */
const REMEDY = 'make it with simulate --from --to --json';

interface Read {
  readonly path: string;
  readonly part: RunPart;
}

/**
 * Puts the ranges of one run together again; the sum is the whole run bit for bit. What is still
 * missing at either end leaves a part again. @throws {Unusable} naming the file and the reason.
 */
export async function mergeRuns(paths: readonly string[]): Promise<CommandResult> {
  const parts = await Promise.all(paths.map(readPart));
  parts.sort((a, b) => a.part.tally.from - b.part.tally.from || a.part.tally.to - b.part.tally.to);
  const [first, ...others] = parts as [Read, ...Read[]];
  const map = mapOf(first);
  const setup = setupOf(first, map);
  const tally = tallyIn(first, setup);
  for (const other of others) {
    if (runKey(other) !== runKey(first)) {
      throw new Unusable(`${other.path}: it is of another run than ${first.path}`);
    }
    const { from, to } = other.part.tally;
    if (from !== tally.to) {
      const range =
        from < tally.to ? [from, Math.min(to, tally.to), 'twice'] : [tally.to, from, 'missing'];
      throw new Unusable(
        `${other.path}: customers ${String(range[0])} to ${String(range[1])} are ${String(range[2])}`,
      );
    }
    tally.merge(tallyIn(other, setup));
  }
  const { scenarioId, scenario, revision } = first.part;
  const isWhole = tally.from === 0 && tally.to === scenario.customers;
  const part = partOf(map, scenario, scenarioId, revision, dataOfTally(tally));
  return answerOf(map, runOf(map, setup, tally, revision), isWhole ? {} : { part });
}

async function readPart(path: string): Promise<Read> {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(await bytesOf(path)));
  } catch (error) {
    if (error instanceof Unusable) throw error;
    throw new Unusable(`${path}: it is no JSON`);
  }
  const held = typeof json === 'object' && json !== null && 'part' in json ? json.part : undefined;
  if (held === undefined) {
    throw new Unusable(`${path}: it holds no part of a run; ${REMEDY}`);
  }
  const read = RunPart.safeParse(held);
  if (read.success) return { path, part: read.data };
  const [issue] = read.error.issues;
  throw new Unusable(
    `${path}: /part/${issue?.path.join('/') ?? ''}: ${issue?.message ?? ''}; ${REMEDY}`,
  );
}

/** What two parts of one run have in common. */
function runKey({ part: { map, scenario, revision } }: Read): string {
  return JSON.stringify([map, scenario, revision]);
}

function mapOf({ path, part }: Read): JourneyMap {
  const { map, outcome } = parseMap(JSON.stringify(part.map));
  if (!map || outcome !== 'opened') throw new Unusable(`${path}: /part/map: it is no map`);
  return map;
}

function setupOf({ path, part }: Read, map: JourneyMap): RunSetup {
  try {
    return { ...setUp(map, Scenario.parse(part.scenario)), scenarioId: part.scenarioId };
  } catch (error) {
    if (error instanceof RunRefused) throw new Unusable(`${path}: ${error.message}`);
    throw error;
  }
}

function tallyIn({ path, part }: Read, setup: RunSetup): Tally {
  try {
    const tally = tallyOfData(compileTables(setup), tallyDataOf(part));
    const wrong = miscounted(tally);
    if (wrong !== null) throw new Unusable(`${path}: /part/tally/numbers/0: ${wrong}; ${REMEDY}`);
    return tally;
  } catch (error) {
    if (error instanceof RangeError) throw new Unusable(`${path}: ${error.message}`);
    throw error;
  }
}

/** What of the counts cannot be, or null: the batches hold every customer of the range once, and each has one end. */
function miscounted({ from, to, counts, layout }: Tally): string | null {
  const { batches, group } = layout;
  let customers = 0;
  for (let batch = 0; batch < batches; batch += 1) {
    const start = layout.counts.groups + batch * group.size;
    const here = counts[start + group.customers] ?? 0;
    const ends = counts.subarray(start + group.ends, start + group.milestones);
    if (sumOf(ends) !== here) return `batch ${batch} has other numbers of ends and customers`;
    customers += here;
  }
  return customers === to - from ? null : 'it counts other customers than its range holds';
}
