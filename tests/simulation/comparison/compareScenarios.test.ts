import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { JourneyMap, Scenario } from '../../../src/map/schema';
import { compareScenarios, Pool, simulate, type ScenarioComparison } from '../../../src/simulation';
import { measureOf } from '../../../src/kpis';
import { pairedKpis } from '../../../src/kpis/paired';
import { inOrder } from '../../../src/map/records';
import { serve } from '../../../src/simulation/worker/serve';

vi.setConfig({ testTimeout: 60_000 });

const map = JourneyMap.parse(
  JSON.parse(readFileSync('src/samples/coachinglive.journey.json', 'utf8')),
);
const [cart] = Object.entries(map.campaigns).find(([, { name }]) => name.includes('cart'))!;
const off = Scenario.parse({ horizon: 365 });
const on = Scenario.parse({ horizon: 365, campaigns: { [cart]: true } });

/** A pool of workers on message channels, in this thread. */
function poolOf(workers: number): Pool {
  const spawn = () => {
    const { port1, port2 } = new MessageChannel();
    serve(port2);
    port2.start();
    const terminate = () => {
      port1.close();
      port2.close();
    };
    return { endpoint: port1, terminate, onError: () => undefined };
  };
  return new Pool({ spawn, workers });
}

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
    const here = JSON.stringify(await compareScenarios(map, off, on, options));
    for (const workers of [1, 3]) {
      const there = await compareScenarios(map, off, on, { ...options, pool: poolOf(workers) });
      expect(JSON.stringify(there)).toBe(here);
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
