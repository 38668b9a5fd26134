import { measureAll } from '../kpis';
import { revisionOf } from '../map/text';
import { type Estimate, type RunResult, simulate } from '../simulation';
import { RunRefused } from '../simulation/setup/setUp';
import type { Options } from './main';
import { type Answer, Unusable } from './output';
import { readMap } from './readMap';

/** Runs a map as the app does: the same seed gives the same numbers, bit for bit. */
export async function simulateFile(path: string, options: Options): Promise<Answer> {
  const map = await readMap(path);
  const { scenario = null } = options;
  const numbers = {
    customers: whole('customers', options.customers),
    seed: whole('seed', options.seed),
    from: whole('from', options.from),
    to: whole('to', options.to),
  };
  const given = Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== null));
  try {
    const run = await simulate(map, scenario, { ...given, revision: await revisionOf(map) });
    const result = { ...run, kpis: measureAll(map, run) };
    return { text: table(result, map.kpis), json: result, findings: false };
  } catch (error) {
    if (error instanceof RunRefused) throw new Unusable(`${path}: ${error.message}`);
    throw error;
  }
}

function whole(name: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new Unusable(`--${name} takes a whole number, not ${text}`);
  }
  return value;
}

/** The ends and the KPIs, a line each. */
function table(run: RunResult, kpis: Readonly<Record<string, { name: string }>>): string {
  const ends = Object.entries<Estimate>({ ...run.total.ends }).map(
    ([end, { value }]) => `${end}\t${value.toFixed(4)}`,
  );
  const measured = Object.entries(run.kpis).map(
    ([id, { value }]) => `${kpis[id]?.name ?? id}\t${value.toPrecision(6)}`,
  );
  return `${[...ends, ...measured].join('\n')}\n`;
}
