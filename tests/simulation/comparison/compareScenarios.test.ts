import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { JourneyMap, Scenario } from '../../../src/map/schema';
import {
  compareScenarios,
  eachWalk,
  Pool,
  simulate,
  type ScenarioComparison,
} from '../../../src/simulation';
import { measureOf } from '../../../src/kpis';
import { pairedKpis } from '../../../src/kpis/paired';
import { inOrder } from '../../../src/map/records';
import { serve } from '../../../src/simulation/worker/serve';
import { threadWorker } from '../../support/threadWorker';
import { chainMap, idOf } from '../support/chain';

vi.setConfig({ testTimeout: 60_000 });

const map = JourneyMap.parse(
  JSON.parse(readFileSync('src/samples/coachinglive.journey.json', 'utf8')),
);
const [cart] = Object.entries(map.campaigns).find(([, { name }]) => name.includes('cart'))!;
const off = Scenario.parse({ horizon: 365 });
const on = Scenario.parse({ horizon: 365, campaigns: { [cart]: true } });

/** A pool of workers on message channels, in this thread. */
const poolOf = (workers: number) => new Pool({ spawn: () => threadWorker(serve), workers });

const each = ({ numbers }: ScenarioComparison) => Object.entries(numbers);

/** With a KPI of every kind that is read off single customers, besides those of the map. */
const kpiOf = (id: string, scope: object = {}) => ({ metric: { kind: 'catalogue', id }, scope });
const [stage] = inOrder(map.stages)[0]!;
const withKpis = JourneyMap.parse({
  ...map,
  kpis: {
    ...map.kpis,
    ...Object.fromEntries(
      [
        kpiOf('clv'),
        kpiOf('clv-undiscounted'),
        kpiOf('clv-cac'),
        kpiOf('contribution-per-customer'),
        kpiOf('revenue'),
        kpiOf('cost'),
        kpiOf('trial-conversion'),
        kpiOf('success-share'),
        kpiOf('drop-off'),
        kpiOf('stage-conversion', { kind: 'stage', id: stage }),
        kpiOf('reach', { kind: 'stage', id: stage }),
      ].map((kpi, index) => [`pairedKpi_${String(index).padStart(3, '0')}`, kpi]),
    ),
  },
});

/** The same map in a currency of small units: squares of its sums need every limb of an exact sum. */
const inBillions = JourneyMap.parse({
  ...map,
  touchpoints: Object.fromEntries(
    Object.entries(map.touchpoints).map(([id, touchpoint]) => [
      id,
      { ...touchpoint, economics: { ...touchpoint.economics, revenue: 5e9 } },
    ]),
  ),
});

describe('two scenarios, customer by customer', () => {
  test('a scenario does not differ from itself for anybody', async () => {
    const same = await compareScenarios(map, on, on, { customers: 300 });
    expect(same.changed.value).toBe(0);
    expect(same.moves).toEqual([]);
    for (const [name, { before, after, change }] of each(same)) {
      expect(after, name).toBe(before);
      expect(change.value).toBe(0);
    }
  });

  test('says of each what a run of its own says', async () => {
    const options = { customers: 400, seed: 11 };
    const { quotients, unpaired } = pairedKpis(withKpis);
    const { numbers } = await compareScenarios(withKpis, off, on, { ...options, quotients });
    expect(quotients.length).toBeGreaterThan(8);
    // Every KPI is told or it is said why not.
    expect(quotients.length + Object.keys(unpaired).length).toBe(Object.keys(withKpis.kpis).length);
    for (const [scenario, side] of [
      [off, 'before'],
      [on, 'after'],
    ] as const) {
      const measure = measureOf(withKpis);
      const { total, kpis } = await simulate(withKpis, scenario, { ...options, measure });
      const told = (name: string) => numbers[name]![side];
      for (const { name } of quotients) {
        expect(told(name), name).toBeCloseTo(kpis[name.slice('kpi:'.length)]!.value, 6);
      }
      expect(told('contribution')).toBeCloseTo(total.money.perCustomer.value, 9);
      expect(told('discounted:contribution')).toBeCloseTo(
        total.money.discountedPerCustomer.value,
        9,
      );
      expect(told('milestone:acquired')).toBe(total.milestones.acquired.share.value);
      expect(told('clv')).toBeCloseTo(total.clv.discounted.value, 9);
      for (const [id, { share }] of Object.entries(total.stages)) {
        expect(told(`stage:${id}`)).toBe(share.value);
      }
      for (const [id, { share }] of Object.entries(total.outcomes)) {
        expect(told(`reached:${id}`)).toBe(share.value);
      }
    }
  });

  test('the interval is that of the customers’ own differences, told one by one', async () => {
    const customers = 24;
    const { numbers } = await compareScenarios(map, off, on, { customers, seed: 2 });
    const differences: number[] = [];
    for (let i = 0; i < customers; i += 1) {
      const one = { customers, seed: 2, from: i, to: i + 1 };
      const [a, b] = [await simulate(map, off, one), await simulate(map, on, one)];
      differences.push(b.total.money.contribution - a.total.money.contribution);
    }
    const mean = differences.reduce((sum, each) => sum + each, 0) / customers;
    const squares = differences.reduce((sum, each) => sum + (each - mean) ** 2, 0);
    const half = 1.959963984540054 * Math.sqrt(squares / (customers - 1) / customers);
    const { value, interval } = numbers.contribution!.change;
    expect(value).toBeCloseTo(mean, 9);
    expect(interval![0]).toBeCloseTo(mean - half, 9);
    expect(interval![1]).toBeCloseTo(mean + half, 9);
  });

  test('the interval of a quotient is that of what each customer adds to it', async () => {
    const customers = 24;
    const { numbers } = await compareScenarios(map, off, on, { customers, seed: 2 });
    const both = [off, on].map(async (scenario) => {
      const people: { value: number; acquired: number; spent: number }[] = [];
      for (let i = 0; i < customers; i += 1) {
        const one = { customers, seed: 2, from: i, to: i + 1, intervals: false };
        const { total } = await simulate(map, scenario, one);
        const { contribution, cost } = total.money.discounted;
        people.push({
          value: contribution + cost.acquisition,
          acquired: total.milestones.acquired.customers,
          spent: total.money.cost.acquisition,
        });
      }
      return people;
    });
    const [before, after] = await Promise.all(both);
    for (const [name, of, by] of [
      ['clv', 'value', 'acquired'],
      ['cac', 'spent', 'acquired'],
      ['clv-cac', 'value', 'spent'],
    ] as const) {
      // Each customer's part in the quotient: how far they are from it, per what it is divided by.
      const parts = [before!, after!].map((people) => {
        const whole = people.reduce((sum, each) => sum + each[by], 0);
        const quotient = people.reduce((sum, each) => sum + each[of], 0) / whole;
        return { quotient, of: people.map((each) => (each[of] - quotient * each[by]) / whole) };
      });
      const [one, two] = parts;
      const squares = one!.of.reduce((sum, part, i) => sum + (two!.of[i]! - part) ** 2, 0);
      const { value, interval } = numbers[name]!.change;
      expect(numbers[name]!.before, name).toBeCloseTo(one!.quotient, 9);
      expect(value, name).toBeCloseTo(two!.quotient - one!.quotient, 9);
      const half = 1.959963984540054 * Math.sqrt(squares);
      expect(half, name).toBeGreaterThan(0);
      expect(interval![0], name).toBeCloseTo(value - half, 6);
      expect(interval![1], name).toBeCloseTo(value + half, 6);
    }
  });

  test('whoever takes another path of the same length to the same end has changed', async () => {
    const fork = chainMap(
      ['start', 'left', 'right', 'end'],
      [
        [0, 0.3, 0.7, 0],
        [0, 0, 0, 1],
        [0, 0, 0, 1],
        [0, 0, 0, 1],
      ],
    );
    const lifted = idOf('start-left');
    const lured = JourneyMap.parse({
      ...fork,
      campaigns: {
        [idOf('campaign')]: {
          touchpoints: { [idOf('start')]: true },
          controlShare: 0,
          effects: { [lifted]: { kind: 'lift', transition: lifted, factor: 2 } },
        },
      },
    });
    const acting = Scenario.parse({ campaigns: { [idOf('campaign')]: true } });
    const none = Scenario.parse({});
    const options = { customers: 200 };
    const { changed, better, worse } = await compareScenarios(lured, none, acting, options);
    const walks = await Promise.all(
      [none, acting].map(async (scenario) => {
        const run = await simulate(lured, scenario, options);
        return [...eachWalk(run.walks)].map(({ steps }) => JSON.stringify(steps));
      }),
    );
    const others = walks[0]!.filter((walk, i) => walk !== walks[1]![i]).length;
    expect(others).toBeGreaterThan(20);
    expect(changed.value).toBe(others / 200);
    expect([better.value, worse.value]).toEqual([0, 0]);
  });

  test('turned round, every change is its negative and as sure', async () => {
    const there = await compareScenarios(map, off, on, { customers: 500 });
    const back = await compareScenarios(map, on, off, { customers: 500 });
    expect(back.better.value).toBe(there.worse.value);
    expect(back.changed).toEqual(there.changed);
    for (const [name, { change }] of each(there)) {
      const other = back.numbers[name]!.change;
      expect(other.value, name).toBeCloseTo(-change.value, 9);
      expect(other.interval![0]).toBeCloseTo(-change.interval![1], 9);
    }
  });

  test('takes shared luck out of the interval', async () => {
    const options = { customers: 3_000, seed: 5 };
    const { numbers, changed } = await compareScenarios(map, off, on, options);
    const { total } = await simulate(map, on, options);
    const width = (interval: readonly [number, number] | null) => interval![1] - interval![0];
    const { change } = numbers['milestone:acquired']!;
    expect(change.interval![0]).toBeGreaterThan(0);
    // Two runs of their own would make the difference √2 times as wide as one of them.
    expect(width(change.interval)).toBeLessThan(
      0.7 * Math.SQRT2 * width(total.milestones.acquired.share.interval),
    );
    expect(changed.value).toBeLessThan(0.4);
  });

  test('a campaign without lift changes nothing but what it costs', async () => {
    const idle = JourneyMap.parse({
      ...map,
      campaigns: { [cart]: { ...map.campaigns[cart]!, effects: {} } },
    });
    const options = { customers: 400 };
    const { numbers, moves, better } = await compareScenarios(idle, off, on, options);
    const { total } = await simulate(idle, on, options);
    expect(moves).toEqual([]);
    expect(better.value).toBe(0);
    const cost = total.money.cost.campaign / total.customers;
    expect(cost).toBeGreaterThan(0);
    expect(numbers.contribution!.change.value).toBeCloseTo(-cost, 9);
    for (const [name, { change }] of each({ numbers } as ScenarioComparison)) {
      if (/^(end|milestone|stage|reached):|revenue|payingDays/i.test(name)) {
        expect(change.value, name).toBe(0);
      }
    }
  });

  test('everybody who ends differently is in one move, and the moves make up the change', async () => {
    const { moves, numbers, customers } = await compareScenarios(map, off, on, { customers: 800 });
    for (const id of Object.keys(map.touchpoints)) {
      const number = numbers[`reached:${id}`];
      if (!number) continue;
      const net = moves.reduce(
        (sum, { from, to, customers: count }) =>
          sum + (to === id ? count : 0) - (from === id ? count : 0),
        0,
      );
      expect(net / customers).toBeCloseTo(number.change.value, 12);
    }
  });

  test('is the same bit for bit on any number of workers, and stops when told to', async () => {
    const { quotients } = pairedKpis(withKpis);
    const options = { customers: 2_300, seed: 9, quotients };
    for (const each of [map, inBillions]) {
      const here = JSON.stringify(await compareScenarios(each, off, on, options));
      for (const workers of [1, 3]) {
        const there = await compareScenarios(each, off, on, { ...options, pool: poolOf(workers) });
        expect(JSON.stringify(there)).toBe(here);
      }
    }
    const stop = new AbortController();
    const running = compareScenarios(map, off, on, {
      customers: 50_000,
      pool: poolOf(2),
      signal: stop.signal,
      onProgress: () => {
        stop.abort(new Error('enough'));
      },
    });
    await expect(running).rejects.toThrow('enough');
  });
});
