import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { JourneyMap, Scenario } from '../../../../src/map/schema';
import { simulate } from '../../../../src/simulation';
import {
  type Bounded,
  solveExact,
  solveNearly,
  solveOnGrid,
} from '../../../../src/simulation/exact';
import { chainMap, idOf } from '../../support/chain';

const holds = ({ low, value, high }: Bounded, exact: number) => {
  expect(low).toBeLessThanOrEqual(exact + 1e-9);
  expect(high).toBeGreaterThanOrEqual(exact - 1e-9);
  expect(low).toBeLessThanOrEqual(value + 1e-12);
  expect(high).toBeGreaterThanOrEqual(value - 1e-12);
};

test('where every wait is whole, the grid is the exact solution and its bounds meet', () => {
  const map = chainMap(
    ['well', 'ill', 'dead'],
    [
      [0.6, 0.2, 0.2],
      [0, 0.6, 0.4],
      [0, 0, 1],
    ],
    {
      days: 3,
      economics: { well: { revenue: 5 }, ill: { cost: 2 } },
      market: { discountRate: 0.2 },
    },
  );
  const scenario = Scenario.parse({ horizon: 30 });
  const exact = solveExact(map, scenario).total;
  const grid = solveOnGrid(map, scenario, 1);
  expect(grid.contribution.value).toBeCloseTo(exact.money.contribution, 12);
  expect(grid.discounted.low).toBeCloseTo(exact.discounted.contribution, 12);
  expect(grid.discounted.high).toBeCloseTo(exact.discounted.contribution, 12);
  expect(grid.outcomes[idOf('dead')]!.value).toBeCloseTo(exact.outcomes[idOf('dead')]!, 12);
});

/** Waits that vary and have no memory: by day T the share 1 − e^(−T/mean) has gone, in closed form. */
test('what is computed on a grid of a few dozen steps lies within its error of the closed form', () => {
  const base = chainMap(
    ['here', 'gone'],
    [
      [0, 1],
      [0, 1],
    ],
    { economics: { gone: { revenue: 10 } } },
  );
  const [id, transition] = Object.entries(base.transitions)[0]!;
  for (const mean of [0.2, 3, 20, 300]) {
    const delay = { family: 'exponential', mean } as const;
    const map = { ...base, transitions: { [id]: { ...transition, delay } } };
    const near = solveNearly(map, Scenario.parse({ horizon: 60 }));
    const { value, interval } = near.estimate(({ total }) => total.outcomes[idOf('gone')]!);
    const exact = 1 - Math.exp(-60 / mean);
    expect(near.step).toBeLessThanOrEqual(1.5);
    expect(Math.abs(value - exact)).toBeLessThanOrEqual(interval![1] - value + 1e-9);
    expect(Math.abs(value - exact)).toBeLessThan(0.01);
  }
});

test('what can be solved exactly is, and says so', () => {
  const map = chainMap(
    ['here', 'gone'],
    [
      [0.5, 0.5],
      [0, 1],
    ],
  );
  for (const horizon of [null, 30]) {
    const scenario = Scenario.parse({ horizon });
    const near = solveNearly(map, scenario);
    expect(near.step).toBeNull();
    const { value, interval } = near.estimate(({ total }) => total.outcomes[idOf('gone')]!);
    expect(value).toBeCloseTo(solveExact(map, scenario).total.outcomes[idOf('gone')]!, 14);
    expect(interval).toEqual([value, value]);
  }
});

test('CoachingLive over a year: sampled customers lie within the bounds, which narrow with the step', async () => {
  const map = JourneyMap.parse(
    JSON.parse(readFileSync('src/samples/coachinglive.journey.json', 'utf8')) as unknown,
  );
  const scenario = Scenario.parse({ horizon: 365 });
  const [coarse, fine] = [365 / 12, 365 / 18].map((step) => solveOnGrid(map, scenario, step));
  const width = ({ low, high }: Bounded) => high - low;
  expect(width(fine!.discounted)).toBeLessThan(width(coarse!.discounted));
  const run = await simulate(map, scenario, { customers: 4_000 });
  const { value, interval } = run.total.milestones.acquired.share;
  const error = (interval![1] - interval![0]) / 4;
  holds(fine!.acquired, Math.min(fine!.acquired.high, Math.max(fine!.acquired.low, value)));
  expect(value).toBeGreaterThan(fine!.acquired.low - 6 * error);
  expect(value).toBeLessThan(fine!.acquired.high + 6 * error);
  const money = run.total.money.discountedPerCustomer;
  const spread = (money.interval![1] - money.interval![0]) / 4;
  expect(money.value).toBeGreaterThan(fine!.discounted.low - 6 * spread);
  expect(money.value).toBeLessThan(fine!.discounted.high + 6 * spread);
  expect(Math.abs(money.value - fine!.discounted.value)).toBeLessThan(8 * spread + 0.05);
}, 60_000);
