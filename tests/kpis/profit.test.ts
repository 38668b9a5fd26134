import { describe, expect, test } from 'vitest';
import { contributionMetric, totalCostOf, PROFIT_ARRIVALS, profitOf } from '../../src/kpis';
import { costs, mapOf, moneyOf } from './support';

describe('profit of 100,000 arrivals', () => {
  const run = (value: number, campaignFixedCost = 0, interval: [number, number] | null = null) => ({
    total: { money: { discountedPerCustomer: { value, interval } } },
    campaignFixedCost,
  });
  const market = (more: object) => mapOf({ market: more });

  test('is what they contribute, in money of day 0', () => {
    expect(PROFIT_ARRIVALS).toBe(100_000);
    expect(profitOf(run(2.5), mapOf())).toEqual({ value: 250_000, interval: null });
  });

  test('less the fixed costs of the months that bring so many', () => {
    // 20,000 a month for 50,000 arrivals a month: 0.40 each.
    const map = market({ arrivalsPerMonth: 50_000, fixedCostPerMonth: 20_000 });
    expect(profitOf(run(2.5), map).value).toBeCloseTo(210_000, 6);
    const one = market({ arrivalsPerMonth: 1, fixedCostPerMonth: 2 });
    expect(profitOf(run(2.5), one).value).toBeCloseTo(50_000, 6);
  });

  test('where nobody is said to arrive, fixed costs are not spread', () => {
    const map = market({ arrivalsPerMonth: 0, fixedCostPerMonth: 20_000 });
    expect(profitOf(run(2.5), map).value).toBe(250_000);
  });

  test('less the fixed costs of campaigns, once', () => {
    expect(profitOf(run(2.5, 1_234), mapOf()).value).toBe(248_766);
  });

  test('both ends of the interval bear the same costs', () => {
    const map = market({ arrivalsPerMonth: 50_000, fixedCostPerMonth: 20_000 });
    const [low, high] = profitOf(run(2.5, 1_000, [2, 3]), map).interval ?? [];
    expect(low).toBeCloseTo(159_000, 6);
    expect(high).toBeCloseTo(259_000, 6);
  });
});

describe('contribution of one arrival', () => {
  const sums: Record<string, number> = {
    revenue: 500,
    planRevenue: 300,
    'cost:acquisition': 100,
    'cost:service': 40,
    'cost:retention': 8,
    'cost:campaign': 2,
    'discounted:revenue': 400,
    'discounted:planRevenue': 200,
    'discounted:cost:acquisition': 90,
    'discounted:cost:service': 30,
    'discounted:cost:retention': 7,
    'discounted:cost:campaign': 1,
  };
  const sum = (name: string) => sums[name] ?? NaN;

  test('is the margin on all revenue less all four costs, by customer', () => {
    expect(contributionMetric(0.5, false)(sum, 10)).toBe((0.5 * 800 - 150) / 10);
  });

  test('in money of day 0 takes every sum discounted', () => {
    expect(contributionMetric(0.5, true)(sum, 10)).toBeCloseTo((0.5 * 600 - 128) / 10, 12);
  });

  test('the costs of a group are of all four kinds', () => {
    const cost = costs({ acquisition: 1_000, service: 200, retention: 30, campaign: 4 });
    expect(totalCostOf(moneyOf({ cost }))).toBe(1_234);
  });
});
