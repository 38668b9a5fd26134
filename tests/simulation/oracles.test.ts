import { describe, expect, test, vi } from 'vitest';
import { JourneyMap, Scenario } from '../../src/map/schema';
import {
  chainOfPaths,
  compareShares,
  eachWalk,
  fitRetention,
  type Interval,
  removalEffects,
  renewal,
  type RunResult,
  sampleSize,
  simulate,
  survival,
  wilson,
} from '../../src/simulation';
import { runs } from '../support/runs';
import { chainMap, idOf } from './support/chain';
import {
  BENCHMARK,
  HIV,
  hivMap,
  mazeMap,
  migrationMap,
  streetMap,
  wellMap,
} from './support/oracleMaps';

vi.setConfig({ testTimeout: 60_000 });

const N = runs(5_000, 500_000);

/** The interval 1.7 times as wide (99.9 %): so many numbers are looked at. */
function brackets(
  { value, interval }: { value: number; interval: Interval | null },
  exact: number,
) {
  const half = interval ? (interval[1] - interval[0]) * 0.85 : 0;
  expect(Math.abs(value - exact), `${String(value)} against ${String(exact)}`).toBeLessThan(
    half + 1e-9,
  );
}

const visits = (run: RunResult, name: string) => run.touchpoints[idOf(name)]!.visitsPerCustomer;

describe('HIV cohort: counted at the end of twenty yearly cycles, discounted 6 %', () => {
  test('life-years and cost of monotherapy', async () => {
    const run = await simulate(
      hivMap(),
      Scenario.parse({ horizon: 7300, counting: 'end', customers: N, cycleDays: 365 }),
    );
    const years = ['A', 'B', 'C'].map((name) => visits(run, name));
    const half = years.reduce((sum, { interval }) => sum + interval![1] - interval![0], 0) * 0.85;
    expect(Math.abs(years.reduce((sum, { value }) => sum + value, 0) - HIV.lifeYears)).toBeLessThan(
      half,
    );
    const { value, interval } = run.total.money.discountedPerCustomer;
    brackets({ value: -value, interval }, HIV.cost);
  });
});

describe('Sonnenberg & Beck: well, disabled, dead', () => {
  const map = wellMap();
  test.each([
    ['end', 2.374949],
    ['half', 2.874933],
    ['start', 3.374917],
  ] as const)('utility counted at the %s', async (counting, exact) => {
    const run = await simulate(map, Scenario.parse({ horizon: 24, counting, customers: N }));
    brackets(run.total.money.perCustomer, exact);
  });
});

test('drunkard’s walk and the maze rat take as long as they should', async () => {
  for (const [start, steps, home] of [
    [1, 3, 0.75],
    [2, 4, 0.5],
    [3, 3, 0.25],
  ] as const) {
    const run = await simulate(
      streetMap(5, start),
      Scenario.parse({ horizon: null, customers: N }),
    );
    // Every visit but the last is followed by one step.
    const walked = [...eachWalk(run.walks)].map(({ steps: taken }) => taken.length - 1);
    const mean = walked.reduce((sum, each) => sum + each, 0) / walked.length;
    expect(Math.abs(mean - steps)).toBeLessThan(0.4);
    expect(Math.abs(run.total.steps.value - 1 - steps)).toBeLessThan(0.25);
    brackets(run.outcomes[idOf('0')]!.share, home);
  }
  for (const [start, steps] of [
    [0, 6],
    [1, 5],
  ] as const) {
    const run = await simulate(mazeMap(start), Scenario.parse({ horizon: null, customers: N }));
    expect(Math.abs(run.total.steps.value - 1 - steps)).toBeLessThan(0.35);
  }
});

test('the benchmark chain converts as often as it is known to', async () => {
  const map = chainMap(BENCHMARK.names, BENCHMARK.rows, { days: 0 });
  const run = await simulate(map, Scenario.parse({ horizon: null, customers: N }));
  brackets(run.outcomes[idOf('8')]!.share, BENCHMARK.conversion);
  expect(Math.abs(run.total.steps.value - 1 - BENCHMARK.steps)).toBeLessThan(0.35);
});

test('customer migration: value of a buyer by recency', async () => {
  const migration = (
    payoff: number[],
    p: number[],
    start: string,
    horizon: number | null,
    d: number,
  ) => {
    const map = migrationMap(payoff, p, start, d);
    return simulate(map, Scenario.parse({ horizon, customers: N, cycleDays: 365 }));
  };
  const a = await migration([100, 0, 0, 0], [0.5, 0.2, 0.1, 0], 'r1', null, 0.1);
  brackets(a.total.money.discountedPerCustomer, 231.0763889);
  const second = await migration([100, 0, 0, 0], [0.5, 0.2, 0.1, 0], 'r2', null, 0.1);
  brackets(second.total.money.discountedPerCustomer, 57.2916667);
  // t = 0…4: the entry at the horizon counts under no convention but the end's, so the run ends after it.
  const b = await migration([36, -4, -4, 0], [0.3, 0.2, 0.05, 0], 'r1', 365 * 5, 0.2);
  brackets(b.total.money.discountedPerCustomer, 49.4047068);
});

test('attribution by removal effect', () => {
  const channels = ['one', 'two', 'three'];
  const paths = [
    { channels: ['one', 'two', 'three'], converted: true },
    { channels: ['one'], converted: false },
    { channels: ['two', 'three'], converted: false },
  ];
  const { rate, removal, credit } = removalEffects(chainOfPaths(channels, paths));
  [0.5, 1, 1].forEach((effect, i) => expect(removal[i]).toBeCloseTo(effect, 12));
  [0.2, 0.4, 0.4].forEach((share, i) => expect(credit[i]).toBeCloseTo(share, 12));
  expect(rate).toBeCloseTo(1 / 3, 12);
  const stuttering = paths.map((path) => ({
    ...path,
    channels: path.channels.flatMap((channel) => [channel, channel]),
  }));
  const again = removalEffects(chainOfPaths(channels, stuttering));
  again.removal.forEach((effect, i) => expect(effect).toBeCloseTo(removal[i]!, 12));
});

test('retention whose churn falls although each person’s is constant', () => {
  const fit = fitRetention([1000, 631, 468, 382, 326, 289, 262, 241])!;
  expect(fit.alpha).toBeCloseTo(0.704077, 4);
  expect(fit.beta).toBeCloseTo(1.182043, 4);
  expect(fit.logLikelihood).toBeCloseTo(-1680.2652, 4);
  expect(survival(fit, 1)).toBeCloseTo(renewal(fit, 1), 12);
  expect(renewal(fit, 8)).toBeGreaterThan(renewal(fit, 2));
  expect(fitRetention([5])).toBeNull();
  expect(fitRetention([5, 5, 5])).toBeNull();
});

test('a run whose personas differ in churn shows falling churn', async () => {
  const map = chainMap(
    ['paying', 'gone'],
    [
      [0.5, 0.5],
      [0, 1],
    ],
    { days: 365 / 12 },
  );
  const at = idOf('paying');
  const stays = idOf('paying-paying');
  const persona = (share: number) => ({
    share,
    attributes: {},
  });
  const personas = { [idOf('loyal')]: persona(1), [idOf('fickle')]: persona(1) };
  const segment = (name: string) => ({
    rule: { kind: 'persona' as const, persona: idOf(name) },
  });
  const mixed = JourneyMap.parse({
    ...map,
    personas,
    segments: { [idOf('sloyal')]: segment('loyal'), [idOf('sfickle')]: segment('fickle') },
    touchpoints: {
      ...map.touchpoints,
      [at]: { ...map.touchpoints[at]!, economics: { monthlyPrice: 10 } },
    },
    transitions: {
      ...map.transitions,
      [stays]: {
        ...map.transitions[stays]!,
        chance: {
          base: 0,
          bySegment: { [idOf('sloyal')]: { value: 0.9 }, [idOf('sfickle')]: { value: 0.5 } },
        },
      },
      [idOf('paying-gone')]: { ...map.transitions[idOf('paying-gone')]!, otherwise: true },
    },
  });
  const run = await simulate(mixed, Scenario.parse({ horizon: 365, customers: N }));
  const alive = (month: number) =>
    run.series.retention.find(({ age }) => age === month + 0.5)!.paying / run.total.customers;
  const churn = [1, 2, 3, 4, 5].map((month) => 1 - alive(month) / alive(month - 1));
  expect(Math.abs(churn[0]! - 0.3)).toBeLessThan(0.03);
  expect(churn[4]!).toBeLessThan(0.22);
  expect(run.series.periods[0]).toMatchObject({ newMrr: 10 * N, newPaying: N });
});

test('intervals and sample sizes', () => {
  const [low, high] = wilson(3, 10)!;
  expect(low).toBeCloseTo(0.1077913, 6);
  expect(high).toBeCloseTo(0.6032219, 6);
  expect(wilson(0, 10)![0]).toBe(0);
  expect(wilson(0, 10)![1]).toBeCloseTo(0.2775328, 6);
  const { chiSquare, pValue, difference } = compareShares(203, 1000, 251, 1000)!;
  expect(chiSquare).toBeCloseTo(6.56518741, 7);
  expect(pValue).toBeCloseTo(0.0103992786, 9);
  expect(difference.interval![0]).toBeCloseTo(-0.0846565667, 9);
  expect(difference.interval![1]).toBeCloseTo(-0.0113434333, 9);
  expect(sampleSize(0.2, 0.25)).toBeCloseTo(1093.739, 2);
  expect(sampleSize(0.05, 0.06)).toBeCloseTo(8157.731, 2);
});
