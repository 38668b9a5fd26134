import { describe, expect, test } from 'vitest';
import type { Period } from '../../src/simulation';
import {
  between,
  costs,
  figuresOf,
  groupOf,
  measured,
  moneyOf,
  monthOf,
  passed,
  seriesOf,
} from './support';

const everyCost = costs({ acquisition: 3_000, service: 400, retention: 50, campaign: 6 });
/** 10 customers won for 3,000; each is worth 4,250, or 1,200 in money of day 0. */
const total = groupOf({
  milestones: passed({ acquired: 10, trial: 99, activated: 98, cancelled: 97 }),
  money: moneyOf({
    cost: everyCost,
    revenue: 5_000,
    planRevenue: 700,
    contribution: 2_500,
    perCustomer: between(2.5),
    discountedPerCustomer: between(2.25),
  }),
  clv: {
    customers: 10,
    mean: between(4_250),
    variance: 1,
    discounted: between(1_200),
    discountedVariance: 1,
  },
  payingDays: (55 * 365) / 12,
});

describe('what a customer is worth and costs', () => {
  test('CAC is acquisition spend only, per acquired customer', () => {
    expect(measured('cac', { total })).toEqual({ value: 300, interval: null });
    expect(measured('cac', { total: groupOf({ money: moneyOf({ cost: everyCost }) }) })).toBeNull();
  });

  test('CLV is discounted, its undiscounted sister is not, and both keep their interval', () => {
    expect(measured('clv', { total })).toEqual(between(1_200));
    expect(measured('clv-undiscounted', { total })).toEqual(between(4_250));
    expect(measured('clv', { total: groupOf() })).toBeNull();
    expect(measured('clv-undiscounted', { total: groupOf() })).toBeNull();
  });

  test('CLV of 1,200 at a CAC of 300 is a ratio of 4', () => {
    expect(measured('clv-cac', { total })).toEqual({ value: 4, interval: null });
    const free = groupOf({ ...total, money: moneyOf({ cost: costs({ service: 5 }) }) });
    expect(measured('clv-cac', { total: free })).toBeNull();
    expect(measured('clv-cac', { total: groupOf() })).toBeNull();
  });

  test('CAC 300 against a margin of 100 a month is paid back in 3 months', () => {
    // (2,500 contribution + 3,000 acquisition) over 55 paid months.
    expect(measured('cac-payback-steady', { total })?.value).toBeCloseTo(3, 12);
    const unpaid = groupOf({ ...total, payingDays: 0 });
    expect(measured('cac-payback-steady', { total: unpaid })).toBeNull();
    const nobody = groupOf({ ...total, milestones: passed({}) });
    expect(measured('cac-payback-steady', { total: nobody })).toBeNull();
    const loss = groupOf({
      ...total,
      money: moneyOf({ cost: everyCost, contribution: -3_000 }),
    });
    expect(measured('cac-payback-steady', { total: loss })).toBeNull();
  });

  test('contribution per customer comes with its interval, discounted and not', () => {
    expect(measured('contribution-per-customer', { total })).toEqual(between(2.5));
    expect(measured('discounted-contribution-per-customer', { total })).toEqual(between(2.25));
  });

  test('revenue is bookings and plan prices, cost is all four kinds', () => {
    expect(measured('revenue', { total })).toEqual({ value: 5_700, interval: null });
    expect(measured('cost', { total })).toEqual({ value: 3_456, interval: null });
  });
});

describe('payback of the acquisition on the run clock', () => {
  const dayOfMonth = (days: number) => days / (365 / 12);
  const run = (periods: Period[], grossMargin = 1) => ({
    series: seriesOf(periods),
    settings: { ...figuresOf().settings, grossMargin },
  });
  const spent = monthOf(0, { cost: costs({ acquisition: 300 }) });

  test('300 spent and 100 earned a month is paid back at the end of the third month of earning', () => {
    const months = [spent, ...[1, 2, 3, 4].map((month) => monthOf(month, { planRevenue: 100 }))];
    expect(measured('cac-payback', run(months))?.value).toBeCloseTo(dayOfMonth(120), 12);
  });

  test('it is interpolated within the month', () => {
    const months = [spent, monthOf(1, { revenue: 200 }), monthOf(2, { planRevenue: 400 })];
    // 100 of the 400 of the third month are missing: a quarter of its 30 days.
    expect(measured('cac-payback', run(months))?.value).toBeCloseTo(dayOfMonth(67.5), 12);
  });

  test('the margin counts, and every cost that is not acquisition lowers it', () => {
    const cost = costs({ service: 20, retention: 30, campaign: 50 });
    const months = [
      spent,
      monthOf(1, { revenue: 400, planRevenue: 400, cost }),
      monthOf(2, { revenue: 400, cost }),
    ];
    // Half of 800 less 100 is 300: all of it at the end of the second month.
    expect(measured('cac-payback', run(months, 0.5))?.value).toBeCloseTo(dayOfMonth(60), 12);
  });

  test('all that is ever spent on acquisition has to come back', () => {
    const months = [
      monthOf(0, { revenue: 150, cost: costs({ acquisition: 100 }) }),
      monthOf(1, { revenue: 100, cost: costs({ acquisition: 100 }) }),
    ];
    expect(measured('cac-payback', run(months))?.value).toBeCloseTo(dayOfMonth(45), 12);
  });

  test('a month of losses is made up for first', () => {
    const months = [
      spent,
      monthOf(1, { cost: costs({ service: 100 }) }),
      monthOf(2, { revenue: 800 }),
    ];
    expect(measured('cac-payback', run(months))?.value).toBeCloseTo(dayOfMonth(75), 12);
  });

  test('where nothing was spent, it is the beginning of the first month that earns', () => {
    const months = [monthOf(0), monthOf(1, { revenue: 10 })];
    expect(measured('cac-payback', run(months))?.value).toBeCloseTo(dayOfMonth(30), 12);
  });

  test('what never comes back, and what nothing is earned on, has no payback', () => {
    const short = [spent, monthOf(1, { revenue: 299 })];
    expect(measured('cac-payback', run(short))).toBeNull();
    expect(measured('cac-payback', run([monthOf(0), monthOf(1)]))).toBeNull();
    expect(measured('cac-payback', run([]))).toBeNull();
  });
});
