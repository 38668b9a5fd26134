import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { computed } from '../../src/insight/live/computed';
import { firstPair } from '../../src/insight/comparison/scenarioPair';
import { compareOnMap } from '../../src/insight/comparison/compareOnMap';
import type { JourneyMap } from '../../src/map/schema';
import { parseMap, serialise } from '../../src/map/text';
import { createAnalysis } from '../../src/runs/analysis/analysis';
import { createScenarioQuestion } from '../../src/runs/analysis/scenarioComparison';
import type { OpenRun } from '../../src/runs/store/runTypes';
import { simulate } from '../../src/simulation';
import { said } from './support/journey';

const SAMPLE = 'src/samples/saas-trial.journey.json';
const map = parseMap(readFileSync(SAMPLE)).map!;
const few = { customers: 400, seed: 7 };
const words = ['--customers', '400', '--seed', '7'];

/** Every record of a table with other fields. */
const without = (table: object, fields: object) =>
  Object.fromEntries(
    Object.entries(table).map(([id, record]) => [id, { ...(record as object), ...fields }]),
  );

/** The questions as the app asks them, of the run that it would show. */
async function askedInTheApp(of: JourneyMap, scenario: string | null) {
  const result = await simulate(of, scenario, few);
  const analysis = createAnalysis(
    { result, summary: {} } as OpenRun,
    of,
    (asked, how, options) => simulate(asked, how, options),
    (question) => Promise.resolve(computed(question)),
  );
  await analysis.findLevers();
  return analysis.store.getState();
}

describe('journey levers', () => {
  test('prints the figures that the insights show', async () => {
    const { levers, computed: profit } = await askedInTheApp(map, null);
    const { code, out } = await said('levers', SAMPLE, ...words, '--json');
    expect(code).toBe(0);
    const json = JSON.parse(out) as { levers: object[]; profit: unknown };
    expect(json.profit).toEqual(profit);
    expect(json.levers.map((lever) => ({ ...lever, range: undefined }))).toEqual(
      levers?.map((lever) => ({ ...lever, range: undefined })),
    );
    expect(levers?.length).toBeGreaterThan(5);
  });

  test('says them in words, a line each, the smallest move first and what bears any fall last', async () => {
    const { levers } = await askedInTheApp(map, null);
    const { out } = await said('levers', SAMPLE, ...words);
    const lines = out.trim().split('\n');
    expect(lines).toHaveLength(levers?.length ?? 0);
    expect(lines[0]).toMatch(/ → .*\t-[\d.]+%\t[\d.]+%\t[\d.]+%\tgrid$/);
    expect(lines.at(-1)).toContain('bears any fall');
  });

  test('refuses a scenario that the map does not have', async () => {
    const { code, err } = await said('levers', SAMPLE, '--scenario', 'nowhere');
    expect(code).toBe(2);
    expect(err).toContain('nowhere');
  });
});

describe('a map without money or time', () => {
  const free = {
    ...map,
    kpis: {},
    campaigns: {},
    market: { ...map.market, fixedCostPerMonth: 0 },
    touchpoints: without(map.touchpoints, {
      economics: { costItems: {}, revenue: 0, monthlyPrice: null },
      dropOffAfter: 0,
    }),
    transitions: without(map.transitions, {
      economics: { costItems: {}, revenue: 0 },
      delay: { family: 'constant', value: 0 },
    }),
    scenarios: {},
  } as JourneyMap;
  let folder: string;
  let file: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'free-'));
    file = join(folder, 'free.journey.json');
    writeFileSync(file, serialise(free));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('has levers that bring more to the goal, the most first', async () => {
    const { code, out } = await said('levers', file, ...words);
    expect(code).toBe(0);
    expect(out).not.toContain('$');
    const gains = out
      .trim()
      .split('\n')
      .map((line) => Number.parseFloat(line.split('\t')[1]!));
    expect(gains.length).toBeGreaterThan(2);
    expect(gains).toEqual([...gains].sort((a, b) => b - a));
    const json = JSON.parse((await said('levers', file, ...words, '--json')).out) as object;
    expect(json).not.toHaveProperty('profit');
    expect(json).toHaveProperty('goal.value');
  });

  test('says nothing of customers still in the journey', async () => {
    expect((await said('simulate', file, ...words)).out).not.toContain('inJourney');
    expect((await said('simulate', SAMPLE, ...words)).out).toContain('inJourney');
  });
});

describe('journey compare', () => {
  const pair = firstPair(map);

  test('prints the figures that the insights show, of the pair they offer first', async () => {
    const question = createScenarioQuestion(map, few.seed, (asked, before, after, { seed }) =>
      compareOnMap(asked, before, after, { customers: few.customers, seed }),
    );
    await question.ask(...pair);
    const { comparison } = question.store.getState().answer!;
    const { code, out } = await said('compare', SAMPLE, ...words, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      before: pair[0],
      after: pair[1],
      ...(JSON.parse(JSON.stringify(comparison)) as object),
    });
  });

  test('gives the same figures on two threads', async () => {
    const one = await said('compare', SAMPLE, ...words, '--json');
    const two = await said('compare', SAMPLE, ...words, '--workers', '2', '--json');
    expect(two).toEqual(one);
  });

  test('takes the map as it is for the scenario that is not named', async () => {
    const [, after] = pair;
    const { out } = await said('compare', SAMPLE, ...words, '--after', after ?? '', '--json');
    expect(JSON.parse(out)).toMatchObject({ before: null, after });
  });

  test.each([
    ['an unknown scenario', ['--before', 'nowhere'], 'nowhere'],
    ['a map set beside itself', ['--before', pair[1] ?? '', '--after', pair[1] ?? ''], 'no two'],
  ])('refuses %s', async (_, more, reason) => {
    const { code, out, err } = await said('compare', SAMPLE, ...words, ...more);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(reason);
  });
});

describe('journey export', () => {
  test('writes every format of the registry, and names them when asked for another', async () => {
    const machine = await said('export', SAMPLE);
    expect(await said('export', SAMPLE, '--to', 'machine')).toEqual(machine);
    const typescript = await said('export', SAMPLE, '--typescript');
    expect(await said('export', SAMPLE, '--to', 'typescript')).toEqual(typescript);
    const { out } = await said('export', SAMPLE, '--to', 'map');
    expect(JSON.parse(out)).toMatchObject({ format: 'journey-map', id: map.id });
    const { code, err } = await said('export', SAMPLE, '--to', 'vhs');
    expect(code).toBe(2);
    expect(err).toContain('map, machine, typescript');
  });
});
