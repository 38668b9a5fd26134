import { describe, expect, test } from 'vitest';
import { type ComparedRow, compareRuns } from '../../src/insight/comparison/compareRuns';
import { PROFIT_ARRIVALS } from '../../src/kpis';
import type { Say } from '../../src/language';
import type { RunResult } from '../../src/simulation';
import { id, SHOP, shopOf } from './shop';

const t: Say = (text, values) => (values ? `${text}(${Object.values(values).join()})` : text);
const nobody = { customers: 0 };

interface Given {
  /** Per 100 customers, in each of two batches. */
  readonly sums?: Readonly<Record<string, readonly [number, number]>>;
  readonly perCustomer?: number;
  readonly fixed?: number;
  readonly kpi?: number;
  readonly trials?: number;
  readonly seed?: number;
}

/** As much of a run as a comparison reads. */
function runOf({ sums = {}, perCustomer = 0, fixed = 0, kpi, trials = 0, seed = 1 }: Given) {
  const estimate = (value: number) => ({ value, interval: null });
  return {
    seed,
    customers: { from: 0, to: 200, of: 200 },
    batches: { customers: [100, 100], sums },
    kpis: kpi === undefined ? {} : { [id('kpi')]: estimate(kpi) },
    replicas: { kpis: {}, share: 0.5 },
    campaignFixedCost: fixed,
    total: {
      money: { discountedPerCustomer: estimate(perCustomer) },
      milestones: {
        trial: { customers: trials },
        acquired: nobody,
        activated: nobody,
        cancelled: { customers: trials },
      },
    },
  } as unknown as RunResult;
}

function rows(before: Given, after: Given, map = shopOf()): Record<string, ComparedRow> {
  const parts = compareRuns(runOf(before), runOf(after), map, t);
  return Object.fromEntries(parts.flatMap((part) => part.rows.map((row) => [row.key, row])));
}

describe('two runs side by side', () => {
  test('their profit is per 100,000 arrivals, and fixed costs move it without widening it', () => {
    const { profit } = rows(
      { perCustomer: 1, sums: { 'discounted:revenue': [90, 110] } },
      { perCustomer: 1.5, fixed: 2_000, sums: { 'discounted:revenue': [150, 150] } },
    );
    expect(profit).toMatchObject({ name: 'run.profit', unit: 'money', direction: 'up' });
    expect(profit!.before).toBe(PROFIT_ARRIVALS);
    expect(profit!.after).toBe(1.5 * PROFIT_ARRIVALS - 2_000);
    expect(profit!.change!.value).toBe(0.5 * PROFIT_ARRIVALS - 2_000);
    const [low, high] = profit!.change!.interval!;
    expect((low + high) / 2).toBeCloseTo(profit!.change!.value, 6);
    const { contribution } = rows(
      { sums: { 'discounted:revenue': [90, 110] } },
      { sums: { 'discounted:revenue': [150, 150] } },
    );
    const half = contribution!.change!.interval![1] - contribution!.change!.value;
    expect(high - profit!.change!.value).toBeCloseTo(half * PROFIT_ARRIVALS, 4);
  });

  test('money is read from discounted sums where it says so, and from plain ones elsewhere', () => {
    const found = rows(
      {},
      {
        sums: {
          revenue: [100, 300],
          planRevenue: [40, 60],
          'discounted:revenue': [80, 120],
          'discounted:cost:service': [10, 30],
          'cost:acquisition': [50, 150],
          'milestone:acquired': [10, 30],
          clvDiscounted: [200, 600],
        },
      },
    );
    expect(found.contribution).toMatchObject({ after: 0.8, unit: 'money', direction: 'up' });
    expect(found.booked).toMatchObject({ before: 0, after: 2, direction: 'up', unit: 'money' });
    expect(found.plan).toMatchObject({ before: 0, after: 0.5, direction: 'up', unit: 'money' });
    expect(found.cac).toMatchObject({ before: null, after: 5, direction: 'down', unit: 'money' });
    expect(found.cac!.change).toBeNull();
    expect(found.clv).toMatchObject({ after: 20, direction: 'up', unit: 'money' });
    expect(found['clv-cac']).toMatchObject({ after: 4, direction: 'up', unit: 'ratio' });
  });

  test('KPIs of the map stand under their names, those that neither run tells are left out', () => {
    const map = (direction: 'up' | 'down') =>
      shopOf({
        kpis: {
          [id('kpi')]: {
            name: 'Buyers',
            direction,
            metric: { kind: 'catalogue', id: 'activation' },
          },
        },
      });
    const told = rows({ kpi: 0.2 }, { kpi: 0.5 }, map('down'))[id('kpi')];
    expect(told).toMatchObject({ name: 'Buyers', unit: 'share', direction: 'down' });
    expect(told!.change!.value).toBeCloseTo(0.3, 12);
    const one = rows({}, { kpi: 0.5 }, map('up'))[id('kpi')];
    expect(one).toMatchObject({ before: null, after: 0.5, change: null, direction: 'up' });
    expect(rows({}, {}, map('up'))[id('kpi')]).toBeUndefined();
    const { [id('kpi')]: kpi } = map('up').kpis;
    const nameless = { ...map('up'), kpis: { [id('kpi')]: { ...kpi!, name: '' } } };
    const row = rows({}, { kpi: 0.5 }, nameless)[id('kpi')];
    expect(row).toMatchObject({ name: 'record.unnamed(record.kpis.one)' });
  });

  test('stages and milestones are those that were counted, as shares of all customers', () => {
    const found = rows(
      {},
      {
        trials: 3,
        sums: { [`stage:${id('see')}`]: [100, 60], 'milestone:trial': [10, 20] },
      },
    );
    expect(found[`stage:${id('see')}`]).toMatchObject({
      name: 'run.reaches(See)',
      after: 0.8,
      unit: 'share',
      direction: 'up',
    });
    expect(found[`stage:${id('have')}`]).toBeUndefined();
    expect(found['milestone:trial']).toMatchObject({ after: 0.15, direction: 'up' });
    expect(found['milestone:cancelled']).toMatchObject({ direction: 'down' });
    expect(found['milestone:acquired']).toBeUndefined();
  });

  test('a loss and a drop-off are better where fewer come to them, a neutral end is neither', () => {
    const map = shopOf({
      touchpoints: {
        ...SHOP.touchpoints,
        [id('lost')]: { kind: 'outcome', outcome: 'loss' },
        [id('other')]: { kind: 'outcome', outcome: 'neutral', name: 'Other' },
      },
    });
    const found = rows({}, { sums: { [`reached:${id('bought')}`]: [20, 20] } }, map);
    expect(found[id('bought')]).toMatchObject({ name: 'Bought', after: 0.2, direction: 'up' });
    expect(found[id('lost')]).toMatchObject({
      name: 'record.unnamed(record.touchpoints.one)',
      direction: 'down',
    });
    expect(found[id('other')]).toMatchObject({ direction: null, unit: 'share' });
    expect(found['drop-off']).toMatchObject({ name: 'run.end.drop-off', direction: 'down' });
    expect(found['in-journey']).toMatchObject({ direction: null });
    expect(found[id('page')]).toBeUndefined();
  });

  test('parts without rows are left out', () => {
    const parts = compareRuns(runOf({}), runOf({}), shopOf(), t);
    expect(parts.map(({ key }) => key)).toEqual(['money', 'outcomes']);
  });
});
