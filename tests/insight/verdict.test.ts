import { describe, expect, test } from 'vitest';
import { moneyVerdict } from '../../src/insight/verdict';
import { contributionOfVisit, priceAfter } from '../../src/insight/visitMoney';
import { PROFIT_ARRIVALS } from '../../src/kpis';
import { contributionOf, costOfVisit, planRevenueOf } from '../../src/map/records';
import { id, runOf, SHOP, shopOf, touchpointsWith } from './shop';

describe('the money rule', () => {
  test('takes the margin of all revenue, and all costs in full', () => {
    expect(contributionOf(100, 50, 30, 0.4)).toBeCloseTo(30, 12);
    expect(contributionOf(0, 0, 30, 0.4)).toBe(-30);
  });

  test('a plan price of a month brings a twelfth of a year of it', () => {
    expect(planRevenueOf(9.99, 365 / 12)).toBeCloseTo(9.99, 12);
    expect(planRevenueOf(12, 365)).toBeCloseTo(144, 9);
    expect(planRevenueOf(12, 0)).toBe(0);
  });

  test('a visit costs the sum of its items', () => {
    const { economics } = shopOf({
      touchpoints: touchpointsWith('ad', {
        economics: {
          costItems: {
            [id('a')]: { kind: 'service', amount: 1.5 },
            [id('b')]: { kind: 'acquisition', amount: 2 },
          },
        },
      }),
    }).touchpoints[id('ad')]!;
    expect(costOfVisit(economics)).toBe(3.5);
  });
});

describe('what a visit brings', () => {
  const map = shopOf({
    market: { grossMargin: 0.5, discountRate: 0 },
    touchpoints: {
      ...touchpointsWith('bought', {
        economics: {
          revenue: 30,
          monthlyPrice: 12,
          costItems: { [id('parcel')]: { kind: 'service', amount: 4 } },
        },
      }),
      [id('ended')]: { economics: { monthlyPrice: 0 } },
    },
  });

  test('is the margin on revenue and on the price of the wait, less its costs', () => {
    const month = contributionOfVisit(map, id('bought'), 12, 365 / 12);
    expect(month).toBeCloseTo(0.5 * (30 + 12) - 4, 9);
    expect(contributionOfVisit(map, id('bought'), 0, 100)).toBeCloseTo(11, 9);
    expect(contributionOfVisit(map, id('nowhere'), 12, 30)).toBe(0);
  });

  test('the price stays until a touchpoint sets another, and 0 ends it', () => {
    expect(priceAfter(map, id('page'), 5)).toBe(5);
    expect(priceAfter(map, id('bought'), 5)).toBe(12);
    expect(priceAfter(map, id('ended'), 5)).toBe(0);
    expect(priceAfter(map, id('nowhere'), 5)).toBe(5);
  });
});

describe('the verdict', () => {
  const market = {
    grossMargin: 0.8,
    discountRate: 0.1,
    arrivalsPerMonth: 100,
    fixedCostPerMonth: 50,
  };
  const campaigns = {
    [id('flyer')]: {
      touchpoints: { [id('page')]: true as const },
      cost: { fixed: 1_000, perContact: 0.1 },
      status: 'running' as const,
    },
  };

  test('adds up: revenue less goods, costs and fixed costs is the profit', async () => {
    const map = shopOf({ market, campaigns });
    const run = await runOf(map);
    const { profit, perArrival, acquired, clv, cac, clvPerCac } = moneyVerdict(run, map);
    const { revenue, costOfGoods, cost, fixedCost } = perArrival;
    expect(revenue - costOfGoods - cost - fixedCost).toBeCloseTo(perArrival.profit, 9);
    expect(perArrival.profit).toBeCloseTo(profit.value / PROFIT_ARRIVALS, 9);
    // 50 a month for 100 arrivals, and 1,000 for the campaign in 100,000 arrivals.
    expect(fixedCost).toBeCloseTo(0.5 + 1_000 / PROFIT_ARRIVALS, 9);
    expect(costOfGoods).toBeCloseTo(0.2 * revenue, 9);
    expect(acquired).toBe(run.total.milestones.acquired.customers);
    expect(cac).toBeCloseTo((2 * 400) / acquired, 9);
    expect(clv).toBe(run.total.clv.discounted.value);
    expect(clv).toBeGreaterThan(0);
    expect(clvPerCac).toBeCloseTo(clv! / cac!, 9);
  });

  test('counts fixed costs against a business that would earn without them', async () => {
    const small = { ...market, discountRate: 0, grossMargin: 1 };
    const without = shopOf({ market: { ...small, fixedCostPerMonth: 0 } });
    const having = shopOf({ market: { ...small, fixedCostPerMonth: 5_000 } });
    const run = await runOf(without);
    expect(moneyVerdict(run, without).profit.value).toBeGreaterThan(0);
    expect(moneyVerdict(run, having).profit.value).toBeLessThan(0);
  });

  test('has no ratio of value to price where customers cost nothing', async () => {
    const free = SHOP.touchpoints![id('ad')]!;
    const map = shopOf({ market, touchpoints: touchpointsWith('ad', { ...free, economics: {} }) });
    const { cac, clvPerCac } = moneyVerdict(await runOf(map), map);
    expect({ cac, clvPerCac }).toEqual({ cac: 0, clvPerCac: null });
  });

  test('has no price of a customer where nobody was won', async () => {
    const map = shopOf({
      transitions: {
        ...SHOP.transitions,
        [id('buy')]: { from: id('page'), to: id('bought'), chance: { base: 0 } },
      },
    });
    const { acquired, clv, cac, clvPerCac } = moneyVerdict(await runOf(map), map);
    expect({ acquired, clv, cac, clvPerCac }).toEqual({
      acquired: 0,
      clv: null,
      cac: null,
      clvPerCac: null,
    });
  });
});
