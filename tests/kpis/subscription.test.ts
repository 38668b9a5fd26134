import { describe, expect, test } from 'vitest';
import type { Period } from '../../src/simulation';
import { groupOf, measured, moneyOf, monthOf, retained, seriesOf } from './support';

/** Three months; the last two are the published example of S 200, N 30, E 190. */
const months: Period[] = [
  monthOf(0, { paying: 200, newPaying: 200, mrr: 50, newMrr: 50 }),
  monthOf(1, { paying: 205, newPaying: 15, returnedPaying: 5, lostPaying: 15 }),
  monthOf(2, { paying: 190, newPaying: 8, returnedPaying: 2, lostPaying: 25 }),
];
const lastTwo = { params: { period: 60 } };
const ofMonths = (periods: Period[]) => ({ series: seriesOf(periods) });
const read = (metric: string, periods: Period[], kpi = lastTwo) =>
  measured(metric, ofMonths(periods), kpi);

describe('customers who stay', () => {
  test('S 200, N 30, E 190 is 80 % retention and 20 % churn', () => {
    expect(read('retention-rate', months)).toEqual({ value: 0.8, interval: null });
    expect(read('churn-rate', months)).toEqual({ value: 0.2, interval: null });
  });

  test('10 lost of 500 with 40 new is 2 % at the start and 1.85 % of all', () => {
    const list = [
      monthOf(0, { paying: 500 }),
      monthOf(1, { paying: 530, newPaying: 30, returnedPaying: 10, lostPaying: 10 }),
    ];
    const one = { params: { period: 30 } };
    expect(read('churn-rate', list, one)?.value).toBe(0.02);
    expect(read('churn-rate-of-all', list, one)?.value).toBeCloseTo(10 / 540, 12);
    expect(read('retention-rate', list, one)?.value).toBe(0.98);
  });

  test('a rate of the whole run has nobody at its start, so it is nothing', () => {
    const whole = { params: { period: null } };
    expect(measured('churn-rate', ofMonths(months), whole)).toBeNull();
    expect(measured('retention-rate', ofMonths(months), whole)).toBeNull();
    expect(measured('churn-rate-of-all', ofMonths(months), whole)?.value).toBeCloseTo(40 / 230, 12);
  });

  test('a period longer than the run is all of the run, and one of half a month is one month', () => {
    const long = { params: { period: 900 } };
    expect(measured('churn-rate-of-all', ofMonths(months), long)?.value).toBeCloseTo(40 / 230, 12);
    const half = { params: { period: 15 } };
    expect(measured('churn-rate', ofMonths(months), half)?.value).toBeCloseTo(25 / 205, 12);
  });

  test('a period of no month at all, and a run without months, tell nothing', () => {
    expect(measured('churn-rate', ofMonths(months), { params: { period: 14 } })).toBeNull();
    expect(measured('mrr', ofMonths(months), { params: { period: 0 } })?.value).toBe(0);
    expect(measured('churn-rate', ofMonths([]))).toBeNull();
    expect(measured('mrr', ofMonths([]))?.value).toBe(0);
  });
});

describe('monthly recurring revenue', () => {
  /** 50k + 8k new + 4k expansion + 1k reactivation − 2k contraction − 3k churned, over two months. */
  const moves = [
    monthOf(0, { mrr: 50_000, newMrr: 99, expansion: 99, contraction: 99, churned: 99 }),
    monthOf(1, { newMrr: 5_000, expansion: 4_000, reactivation: 250, churned: 3_000 }),
    monthOf(2, { newMrr: 3_000, contraction: 2_000, reactivation: 750, mrr: 58_000 }),
  ];

  test('of 50k moves to 58k', () => {
    expect(read('mrr', moves)).toEqual({ value: 58_000, interval: null });
  });

  test.each([
    ['mrr-new', 8_000],
    ['mrr-expansion', 4_000],
    ['mrr-contraction', 2_000],
    ['mrr-churned', 3_000],
    ['mrr-reactivation', 1_000],
  ])('%s sums its move over the period and no other', (metric, value) => {
    expect(read(metric, moves)).toEqual({ value, interval: null });
  });

  test('over the whole run starts from nothing', () => {
    expect(measured('mrr-new', ofMonths(moves))?.value).toBe(8_099);
    expect(measured('mrr', ofMonths(moves))?.value).toBe(8_000 + 99 - 99);
  });

  test('start 100, +10, −3, −5 is NRR 102 % and GRR 92 %', () => {
    const list = [
      monthOf(0, { mrr: 100 }),
      monthOf(1, { expansion: 10, contraction: 3, churned: 5, newMrr: 77, reactivation: 55 }),
    ];
    const one = { params: { period: 30 } };
    expect(read('net-revenue-retention', list, one)?.value).toBeCloseTo(1.02, 12);
    expect(read('gross-revenue-retention', list, one)?.value).toBeCloseTo(0.92, 12);
  });

  test('MRR 100 with churn, contraction and expansion of 10 each loses 20 % gross and 10 % net', () => {
    const list = [
      monthOf(0, { mrr: 100 }),
      monthOf(1, { expansion: 10, contraction: 10, churned: 10 }),
    ];
    const one = { params: { period: 30 } };
    expect(read('gross-revenue-retention', list, one)?.value).toBeCloseTo(0.8, 12);
    expect(read('net-revenue-retention', list, one)?.value).toBeCloseTo(0.9, 12);
  });

  test('the quick ratio is 2.4 without reactivation and 2.6 with it', () => {
    expect(read('quick-ratio', moves)?.value).toBeCloseTo(2.4, 12);
    expect(read('quick-ratio-with-reactivation', moves)?.value).toBeCloseTo(2.6, 12);
  });
});

describe('payers by age', () => {
  const retention = [
    retained(0.5, 1_000, 950),
    retained(1, 900, 1),
    retained(1.5, 800, 600),
    retained(11, 500, 2),
    retained(11.5, 400, 150),
  ];
  const series = seriesOf([], retention);

  test('the first renewal is read in the middle of the second month', () => {
    expect(measured('first-renewal', { series })).toEqual({ value: 0.75, interval: null });
    expect(measured('first-renewal', { series: seriesOf([], []) })).toBeNull();
    const unseen = seriesOf([], [retained(1.5, 0, 0)]);
    expect(measured('first-renewal', { series: unseen })).toBeNull();
  });

  test('the monthly loss leads from the second month to the twelfth in ten steps', () => {
    // From 75 % to 37.5 %: half of them in ten months.
    expect(measured('monthly-loss', { series })?.value).toBeCloseTo(1 - 0.5 ** 0.1, 12);
  });

  test('without either end there is no monthly loss', () => {
    const early = seriesOf([], [retained(1.5, 800, 600)]);
    const late = seriesOf([], [retained(11.5, 400, 150)]);
    expect(measured('monthly-loss', { series: early })).toBeNull();
    expect(measured('monthly-loss', { series: late })).toBeNull();
  });
});

describe('revenue of a paying customer', () => {
  test('120 customers who pay 25 for a month are an ARPU of 25', () => {
    const total = groupOf({
      money: moneyOf({ revenue: 1_000, planRevenue: 2_000 }),
      payingDays: (120 * 365) / 12,
    });
    expect(measured('arpu', { total })).toEqual({ value: 25, interval: null });
    expect(measured('arpu', { total: groupOf() })).toBeNull();
  });
});
