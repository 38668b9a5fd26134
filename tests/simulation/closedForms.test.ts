import { describe, expect, test, vi } from 'vitest';
import type { Delay, JourneyMap } from '../../src/map/schema';
import { Scenario } from '../../src/map/schema';
import { type Estimate, referenceEngine, setUp, simulate } from '../../src/simulation';
import { solveExact, solveNearly, solveOnGrid } from '../../src/simulation/exact';
import { runs } from '../support/runs';
import { chainMap, idOf } from './support/chain';

vi.setConfig({ testTimeout: 60_000 });

/** Cases of our own, known in closed form, held against the three engines. */
const SAMPLED = runs(6_000, 200_000);
const STEPPED = runs(500, 20_000);

/** Six standard errors: a false alarm is rarer than one in a hundred million. */
function isWithin({ value, interval }: Estimate, exact: number) {
  const error = interval ? (interval[1] - interval[0]) / (2 * 1.96) : 0;
  expect(Math.abs(value - exact)).toBeLessThan(6 * error + 1e-9);
}

type Walked = NonNullable<ReturnType<ReturnType<typeof referenceEngine>['walk']>>;

/** Mean of what the reference engine's customers say, with the interval of a mean. */
function stepped(
  map: JourneyMap,
  scenario: Scenario,
  read: (customer: Walked) => number,
): Estimate {
  const engine = referenceEngine(setUp(map, scenario, { customers: STEPPED }));
  const values = Array.from({ length: STEPPED }, (_, i) => read(engine.walk(i)!));
  const mean = values.reduce((sum, each) => sum + each, 0) / STEPPED;
  const squares = values.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  const half = 1.96 * Math.sqrt(squares / (STEPPED - 1) / STEPPED);
  return { value: mean, interval: [mean - half, mean + half] };
}

const withDelay = (map: JourneyMap, delay: Delay): JourneyMap => ({
  ...map,
  transitions: Object.fromEntries(
    Object.entries(map.transitions).map(([id, transition]) => [id, { ...transition, delay }]),
  ),
});

describe('gambler’s ruin: from 3 of 7, each round won with chance 0.45', () => {
  const [p, k, n] = [0.45, 3, 7];
  const ratio = (1 - p) / p;
  const won = (1 - ratio ** k) / (1 - ratio ** n);
  const rounds = (k - n * won) / (1 - 2 * p);
  const names = Array.from({ length: n + 1 }, (_, i) => `has${String(i)}`);
  const rows = names.map((_, i) =>
    names.map((__, j) => {
      if (i === 0 || i === n) return i === j ? 1 : 0;
      return j === i + 1 ? p : j === i - 1 ? 1 - p : 0;
    }),
  );
  const map = chainMap(names, rows, { start: 'has3' });
  const scenario = Scenario.parse({ horizon: null, customers: SAMPLED });
  const rich = idOf(`has${String(n)}`);

  test('solved', () => {
    const { total } = solveExact(map, scenario);
    expect(total.outcomes[rich]).toBeCloseTo(won, 13);
    // A round takes a day.
    expect(total.time.mean).toBeCloseTo(rounds, 11);
  });

  test('sampled', async () => {
    const run = await simulate(map, scenario);
    isWithin(run.outcomes[rich]!.share, won);
    isWithin(run.total.steps, rounds + 1);
  });

  test('stepped by the machine', () => {
    isWithin(
      stepped(map, scenario, ({ steps }) => Number(steps.at(-1)!.touchpoint === rich)),
      won,
    );
    isWithin(
      stepped(map, scenario, ({ steps }) => steps.length - 1),
      rounds,
    );
  });
});

describe('three successes, each attempt with chance 0.3 and an exponential wait of 1.5 days: negative binomial', () => {
  const [p, successes, mean] = [0.3, 3, 1.5];
  const attempts = successes / p;
  const attemptsVariance = (successes * (1 - p)) / p ** 2;
  const time = attempts * mean;
  // A sum of random length: E N · var W + var N · (E W)².
  const timeVariance = attempts * mean ** 2 + attemptsVariance * mean ** 2;
  const names = ['none', 'one', 'two', 'three'];
  const rows = names.map((_, i) =>
    names.map((__, j) => (i === 3 ? Number(j === 3) : j === i ? 1 - p : j === i + 1 ? p : 0)),
  );
  const costs = Object.fromEntries(names.slice(0, 3).map((name) => [name, { cost: 2 }]));
  const map = withDelay(chainMap(names, rows, { economics: costs }), {
    family: 'exponential',
    mean,
  });
  const scenario = Scenario.parse({ horizon: null, customers: SAMPLED });

  test('solved, with the variance', () => {
    const { total } = solveExact(map, scenario);
    expect(total.money.contribution).toBeCloseTo(-2 * attempts, 11);
    expect(total.time.mean).toBeCloseTo(time, 11);
    expect(total.time.variance).toBeCloseTo(timeVariance, 9);
  });

  test('sampled', async () => {
    const run = await simulate(map, scenario);
    isWithin(run.total.money.perCustomer, -2 * attempts);
    isWithin(run.total.steps, attempts + 1);
  });

  test('stepped by the machine', () => {
    isWithin(
      stepped(map, scenario, ({ clock }) => clock),
      time,
    );
    isWithin(
      stepped(map, scenario, ({ cost }) => cost.service + cost.acquisition + cost.retention),
      2 * attempts,
    );
  });
});

describe('steady arrivals who stay a Weibull time: who is there at the end, as in M/G/∞', () => {
  const [shape, scale, days] = [1.5, 20, 60];
  // Of those who arrived u days before the end, e^(−(u/scale)^shape) are still there.
  const there =
    Array.from({ length: SAMPLED }, (_, i) =>
      Math.exp(-(((days * (1 - i / SAMPLED)) / scale) ** shape)),
    ).reduce((sum, each) => sum + each, 0) / SAMPLED;
  const map = withDelay(
    chainMap(
      ['here', 'gone'],
      [
        [0, 1],
        [0, 1],
      ],
    ),
    { family: 'weibull', shape, scale },
  );
  const scenario = Scenario.parse({
    horizon: days,
    arrivals: { kind: 'steady', days },
    customers: SAMPLED,
  });

  test('computed on the grid: within its error, and within the proved bounds', () => {
    const near = solveNearly(map, scenario).estimate(({ total }) => total.ends.inJourney);
    // Who arrives on a step of the grid itself falls to one side of it: a customer at most.
    const error = near.interval![1] - near.value + 1 / SAMPLED;
    expect(Math.abs(near.value - there)).toBeLessThan(error);
    expect(near.value).toBeCloseTo(there, 2);
    const { low, high } = solveOnGrid(map, scenario, 0.5).outcomes[idOf('gone')]!;
    expect(1 - there).toBeGreaterThan(low);
    expect(1 - there).toBeLessThan(high);
  });

  test('sampled', async () => {
    isWithin((await simulate(map, scenario)).total.ends.inJourney, there);
  });

  test('stepped by the machine', () => {
    isWithin(
      stepped(map, scenario, ({ end }) => Number(end!.kind === 'in-journey')),
      there,
    );
  });
});

describe('9 a month for as long as one stays, 0.93 of the members from each month to the next, at 12 % a year', () => {
  const [fee, stays, rate] = [9, 0.93, 0.12];
  const worth = fee / (1 - stays * (1 + rate) ** (-1 / 12));
  const map = chainMap(
    ['member', 'gone'],
    [
      [stays, 1 - stays],
      [0, 1],
    ],
    { days: 365 / 12, economics: { member: { revenue: fee } }, market: { discountRate: rate } },
  );
  const scenario = Scenario.parse({ horizon: null, customers: SAMPLED });

  test('solved', () => {
    const { total } = solveExact(map, scenario);
    expect(total.discounted.contribution).toBeCloseTo(worth, 11);
    expect(total.money.contribution).toBeCloseTo(fee / (1 - stays), 11);
  });

  test('sampled', async () => {
    const run = await simulate(map, scenario);
    isWithin(run.total.money.discountedPerCustomer, worth);
  });

  test('stepped by the machine', () => {
    isWithin(
      stepped(map, scenario, ({ revenue }) => revenue),
      fee / (1 - stays),
    );
  });
});
