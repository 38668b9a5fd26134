import { figure, intervalText } from '../insight';
import { comparedRows, compareOnMap, firstPair, type ScenarioRow } from '../insight/comparison';
import type { JourneyMap } from '../map/schema';
import { revisionOf } from '../map/text';
import { english } from './english';
import { nodePool } from './nodePool';
import type { Options } from './options';
import { type CommandResult, Unusable, type Voice } from './output';
import { readMap } from './readMap';
import { setupOf } from './setupOf';
import { workersFor } from './simulateHere';

/**
 * Two scenarios walked by the same customers, as the app's insights compare them. `--before` and `--after`
 * name scenarios; one that is left out is the map as it is, and without both it is the pair that the app
 * offers first. @throws {Unusable} where a scenario is unknown or the two are the same.
 */
export async function compare(
  path: string,
  options: Options,
  warn: Voice['warn'],
): Promise<CommandResult> {
  const map = await readMap(path, warn);
  const revision = await revisionOf(map);
  const isChosen = (options.before ?? options.after) !== undefined;
  const [before, after] = isChosen
    ? [options.before ?? null, options.after ?? null]
    : firstPair(map);
  if (before === after) throw new Unusable(`${path}: there are no two scenarios to compare`);
  // Either refuses an unknown scenario by its name before anybody walks.
  const [{ scenario }] = [setupOf(path, map, options, before), setupOf(path, map, options, after)];
  const { customers, seed } = scenario;
  const workers = workersFor(options, customers);
  const comparison = await compareOnMap(map, before, after, {
    customers,
    seed,
    ...(workers > 1 && { pool: nodePool(workers) }),
  });
  const rows = comparedRows(comparison, map, english.t);
  const json = {
    format: 'desire-path-comparison',
    version: 1,
    map: { id: map.id, revision, title: map.title },
    before,
    after,
    seed,
    currency: map.currency,
    ...comparison,
  };
  return { text: rows.map((row) => lineOf(row, map)).join(''), json, findings: false };
}

/** Name, before, after, what lies between them and its interval. */
function lineOf({ name, unit, before, after, change }: ScenarioRow, { currency }: JourneyMap) {
  const told = (value: number, signed = false) => figure(value, unit, currency, english, signed);
  const range = intervalText(change.interval, unit, currency, english, true) ?? '–';
  return `${[name, told(before), told(after), told(change.value, true), range].join('\t')}\n`;
}
