import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Results } from '../../src/cli/results';
import { measureOf } from '../../src/kpis';
import { Scenario } from '../../src/map/schema';
import { parseMap, serialise } from '../../src/map/text';
import { simulate } from '../../src/simulation';
import { chainMap, idOf } from '../simulation/support/chain';
import { folderOfFiles, said, spawned } from './support/journey';
import { publishedResultsSchema, RESULTS_SCHEMA_FILE } from './support/resultsSchema';

const SAMPLE = 'src/samples/coachinglive.journey.json';
const map = parseMap(readFileSync(SAMPLE)).map!;
const [scenario] = Object.keys(map.scenarios) as [string];
const accepts = new Ajv2020({ strict: false }).compile(
  JSON.parse(readFileSync(RESULTS_SCHEMA_FILE, 'utf8')) as object,
);
let file: Awaited<ReturnType<typeof folderOfFiles>>;

beforeAll(async () => {
  file = await folderOfFiles();
});

async function results(...words: string[]): Promise<Results> {
  const { code, out, err } = await said('simulate', SAMPLE, ...words, '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as Results;
}

describe('simulate', { timeout: 60_000 }, () => {
  test('the published schema is the one the code has', async () => {
    // `npx tsx tests/cli/support/writeResultsSchema.ts` writes it again.
    expect(readFileSync(RESULTS_SCHEMA_FILE, 'utf8')).toBe(await publishedResultsSchema());
  });

  test('prints what the app shows, keyed by id with value and interval, as published', async () => {
    const printed = await results('--customers', '300', '--seed', '7', '--scenario', scenario);
    accepts(printed);
    expect(accepts.errors ?? []).toEqual([]);
    const options = { customers: 300, seed: 7, measure: measureOf(map) };
    const run = await simulate(map, scenario, options);
    for (const [id, { share }] of Object.entries(run.outcomes)) {
      expect(printed.outcomes[id]).toMatchObject(share);
    }
    for (const [id, { visitsPerCustomer }] of Object.entries(run.touchpoints)) {
      expect(printed.touchpoints[id]).toMatchObject(visitsPerCustomer);
    }
    for (const [id, { share }] of Object.entries(run.transitions)) {
      expect(printed.transitions[id]).toMatchObject(share);
    }
    for (const [id, { customers, stages }] of Object.entries(run.personas)) {
      expect(printed.personas[id]!.customers).toBe(customers);
      for (const [stage, { share, conversion }] of Object.entries(stages)) {
        expect(printed.personas[id]!.stages[stage]).toEqual({ ...share, conversion });
      }
    }
    expect(Object.keys(printed.segments)).toEqual(Object.keys(run.segments));
    expect(printed.kpis).toEqual(run.kpis);
    const mrr = run.series.periods.map(({ from, to, mrr: value, intervals }) => ({
      from,
      to,
      value,
      interval: intervals.mrr,
    }));
    expect(printed.series.mrr).toEqual(mrr);
  });

  test('says by name or by kind which record keeps a map from being solved exactly', async () => {
    const ring = chainMap(
      ['in', 'out'],
      [
        [0, 1],
        [1, 0],
      ],
      { days: 0 },
    );
    const refused = async (name: string) => {
      const touchpoints = Object.fromEntries(
        Object.entries(ring.touchpoints).map(([id, each]) => [id, { ...each, name }]),
      );
      const path = await file('ring.journey.json', serialise({ ...ring, touchpoints }));
      return (await said('simulate', path, '--exact')).err;
    };
    expect(await refused('Ring')).toContain('Whoever comes to “Ring”');
    expect(await refused('')).toContain('Whoever comes to “Unnamed touchpoint”');
  });

  test('solves exactly: with the months where waits are whole, as sampled customers have them', async () => {
    const subscription = chainMap(
      ['trial', 'paying', 'gone'],
      [
        [0.2, 0.5, 0.3],
        [0, 0.9, 0.1],
        [0, 0, 1],
      ],
      { days: 365 / 12, economics: { paying: { revenue: 9 } } },
    );
    const scenario = { ...Scenario.parse({}), horizon: 365, customers: 2_000 };
    const path = await file(
      'months.journey.json',
      serialise({ ...subscription, scenarios: { [idOf('year')]: scenario } }),
    );
    const words = ['simulate', path, '--scenario', idOf('year'), '--json'];
    const exact = JSON.parse((await said(...words, '--exact')).out) as Results;
    accepts(exact);
    expect(accepts.errors ?? []).toEqual([]);
    const sampled = JSON.parse((await said(...words)).out) as Results;
    expect(Object.keys(exact.series).sort()).toEqual(Object.keys(sampled.series).sort());
    expect(exact.series.active).toHaveLength(12);
    // At the end of the second month, which is when the third begins: all but the 30 % who left the trial.
    expect(exact.series.active![1]!.value).toBeCloseTo(2_000 * 0.7, 6);
    for (const [month, { value, interval }] of sampled.series.revenue!.entries()) {
      // Nobody pays in the first month, of which the sample can say no more than that.
      expect(interval === null).toBe(month === 0);
      const half = interval ? (interval[1] - interval[0]) / 2 : 1e-9;
      expect(Math.abs(exact.series.revenue![month]!.value - value)).toBeLessThan(4 * half);
    }
  });

  test('prints the same bits from workers of a real process', async () => {
    const words = ['simulate', SAMPLE, '--customers', '1500', '--json'];
    const { code, out, err } = await spawned(...words, '--workers', '2');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe((await said(...words)).out);
  });

  test('the ranges of a run, merged in any order, are the run', async () => {
    const run = ['--customers', '90', '--seed', '3'];
    const paths: string[] = [];
    for (const [from, to] of [
      ['40', '90'],
      ['0', '13'],
      ['13', '40'],
    ] as const) {
      const part = await results(...run, '--from', from, '--to', to);
      accepts(part);
      expect(accepts.errors ?? []).toEqual([]);
      expect(part.customers).toEqual({ from: Number(from), to: Number(to), of: 90 });
      expect(part.notes).toContainEqual(expect.objectContaining({ code: 'partial' }));
      paths.push(await file(`${from}.json`, JSON.stringify(part)));
    }
    const merged = await said('merge-runs', ...paths, '--json');
    expect(JSON.parse(merged.out)).toEqual(await results(...run));
    const half = JSON.parse((await said('merge-runs', ...paths.slice(1), '--json')).out) as Results;
    expect(half.customers).toEqual({ from: 0, to: 40, of: 90 });
    expect(half.notes).toContainEqual(expect.objectContaining({ code: 'partial', count: 40 }));
    const again = await file('again.json', JSON.stringify(half));
    expect((await said('merge-runs', again, paths[0]!, '--json')).out).toBe(merged.out);

    const [last, first] = paths as [string, string];
    const gap = await said('merge-runs', first, last);
    expect(gap).toMatchObject({ code: 2, out: '' });
    expect(gap.err).toContain('customers 13 to 40 are missing');
    expect((await said('merge-runs', first, first)).err).toContain('customers 0 to 13 are twice');
    expect((await said('merge-runs', first, again)).err).toContain('customers 0 to 13 are twice');
    const other = await file(
      'other.json',
      JSON.stringify(await results(...run, '--seed', '4', '--from', '13')),
    );
    expect((await said('merge-runs', first, other)).err).toContain('of another run');
    expect((await said('merge-runs', SAMPLE)).err).toContain('it holds no part of a run');
    const damaged = JSON.parse(readFileSync(first, 'utf8')) as { part: { tally: unknown } };
    damaged.part.tally = { from: 0, to: 13, numbers: [], compared: 0, paths: [], walks: [] };
    const broken = await file('broken.json', JSON.stringify(damaged));
    expect(await said('merge-runs', broken)).toMatchObject({ code: 2, out: '' });
  });

  test('merge-runs refuses what no run can have counted, with its place and the remedy', async () => {
    const whole = await results('--customers', '20', '--seed', '3', '--from', '0', '--to', '9');
    const text = JSON.stringify(whole.part);
    type Part = {
      tally: {
        from: number;
        to: number;
        numbers: { at: number[]; values: number[] }[];
        compared: number;
        paths: [string, number][];
        walks: [number, number[]][];
      };
    };
    async function refused(change: (tally: Part['tally']) => void) {
      const part = JSON.parse(text) as Part;
      change(part.tally);
      const damaged = await file('damaged.json', JSON.stringify({ ...whole, part }));
      const { code, out, err } = await said('merge-runs', damaged, '--json');
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('make it with simulate --from --to --json');
      return /\/part\/\S+(?=:)/.exec(err)?.[0];
    }
    for (const count of [-1, -1e308, 0.5, 2 ** 53, 1e308]) {
      expect(
        await refused(({ numbers }) => {
          numbers[0]!.values[0] = count;
        }),
      ).toBe('/part/tally/numbers/0/values/0');
      expect(
        await refused(({ paths }) => {
          paths[0]![1] = count;
        }),
      ).toBe('/part/tally/paths/0/1');
      expect(await refused((tally) => Object.assign(tally, { compared: count }))).toBe(
        '/part/tally/compared',
      );
    }
    expect(
      await refused(({ numbers }) => {
        numbers[1] = { ...numbers[1]!, at: [0], values: [-1e308] };
      }),
    ).toBe('/part/tally/numbers/1/values/0');
    expect(
      await refused(({ numbers }) => {
        numbers[0]!.values[0]! += 1;
      }),
    ).toBe('/part/tally/numbers/0');
    expect(await refused(({ numbers }) => numbers[0]!.values.pop())).toBe(
      '/part/tally/numbers/0/at',
    );
    expect(await refused(({ numbers }) => numbers[0]!.at.reverse())).toBe(
      '/part/tally/numbers/0/at',
    );
    expect(
      await refused(({ paths }) => {
        paths[0]![1] += 1;
      }),
    ).toBe('/part/tally/paths');
    expect(
      await refused(({ walks }) => {
        walks[0]![0] = 12;
      }),
    ).toBe('/part/tally/walks/0/0');
    expect(await refused((tally) => Object.assign(tally, { to: 0 }))).toBe('/part/tally/to');
    expect(await refused((tally) => Object.assign(tally, { to: 21 }))).toBe('/part/tally/to');
  });
});
