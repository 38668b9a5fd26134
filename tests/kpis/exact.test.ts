import { describe, expect, test } from 'vitest';
import { computedProfit, fixedCampaignCost, measureExact } from '../../src/kpis/exact';
import { JourneyMap, Scenario } from '../../src/map/schema';
import { solveExact, solveNearly } from '../../src/simulation/exact';
import { chainMap } from '../simulation/support/chain';
import { id } from './support';

/** 30 of 100 arrivals buy for 10; asking each of them costs 1, and a mailing to all a fixed 500. */
const shop = chainMap(
  ['visit', 'bought', 'left'],
  [
    [0, 0.3, 0.7],
    [0, 1, 0],
    [0, 0, 1],
  ],
  { economics: { visit: { cost: 1 }, bought: { revenue: 10 } }, market: { grossMargin: 0.5 } },
);
const campaign = (touchpoint: string, more: object = {}) => ({
  touchpoints: { [id(touchpoint)]: true as const },
  cost: { fixed: 500 },
  controlShare: 0,
  status: 'running' as const,
  ...more,
});
const map = JourneyMap.parse({
  ...shop,
  touchpoints: { ...shop.touchpoints, [id('nowhere')]: {} },
  campaigns: { [id('mail')]: campaign('visit') },
  kpis: Object.fromEntries(
    [
      { metric: { kind: 'catalogue' as const, id: 'revenue' } },
      { metric: { kind: 'formula' as const, expression: 'revenue / customers' } },
      { metric: { kind: 'catalogue' as const, id: 'time-to-convert' } },
      { metric: { kind: 'catalogue' as const, id: 'nps' } },
      { metric: { kind: 'catalogue' as const, id: 'mrr' } },
      {
        metric: { kind: 'catalogue' as const, id: 'conversion' },
        params: { from: id('visit'), to: id('bought') },
      },
      { metric: { kind: 'formula' as const, expression: 'revenue /' } },
    ].map((kpi, index) => [id(`kpi-${String(index)}`), kpi]),
  ),
});

describe('KPIs of the exact solution', () => {
  test('are told by the definitions that read runs, and null where no solution can tell', () => {
    const unbounded = Scenario.parse({ horizon: null, customers: 1_000 });
    const solution = solveExact(map, unbounded);
    const [revenue, each, time, asked, series, conversion, broken] = Object.values(
      measureExact(map, solution),
    );
    expect(revenue).toBeCloseTo(3_000, 9);
    expect(each).toBeCloseTo(3, 12);
    expect([time, asked, series, broken]).toEqual([null, null, null, null]);
    expect(conversion).toBeCloseTo(0.3, 12);
  });

  test('have the ids of the map’s KPIs', () => {
    const solution = solveExact(map);
    expect(Object.keys(measureExact(map, solution))).toEqual(Object.keys(map.kpis));
  });

  test('a defect of the solver is not taken for a number it cannot tell', () => {
    const solution = {
      ...solveExact(map),
      span: () => {
        throw new RangeError('broken');
      },
    };
    expect(() => measureExact(map, solution)).toThrow('broken');
  });
});

describe('profit of the computed answer', () => {
  const withCampaigns = (campaigns: Record<string, object>, market = {}) =>
    JourneyMap.parse({ ...map, campaigns, market: { ...map.market, ...market } });
  const profitOf = (one: JourneyMap) => computedProfit(solveNearly(one), one);

  test('is told for 100,000 arrivals, less the campaign that contacted somebody', () => {
    // Half of 3 revenue, less 1 of cost, each.
    const { value, interval } = profitOf(map);
    expect(value).toBeCloseTo(50_000 - 500, 6);
    expect(interval?.map((end) => Math.round(end))).toEqual([49_500, 49_500]);
  });

  test('and less what the market’s months cost', () => {
    const fixed = withCampaigns({}, { arrivalsPerMonth: 1_000, fixedCostPerMonth: 100 });
    expect(profitOf(fixed).value).toBeCloseTo(50_000 - 10_000, 6);
  });

  test('a campaign that contacts nobody costs nothing, two that do cost both', () => {
    const cost = (campaigns: Record<string, object>) =>
      fixedCampaignCost(solveExact(withCampaigns(campaigns)));
    expect(cost({})).toBe(0);
    expect(cost({ [id('mail')]: campaign('nowhere') })).toBe(0);
    expect(cost({ [id('mail')]: campaign('visit', { status: 'idea' }) })).toBe(0);
    expect(cost({ [id('mail')]: campaign('visit', { controlShare: 1 }) })).toBe(0);
    expect(
      cost({
        [id('mail')]: campaign('visit'),
        [id('call')]: campaign('bought', { cost: { fixed: 70 } }),
        [id('none')]: campaign('nowhere', { cost: { fixed: 9 } }),
      }),
    ).toBe(570);
  });
});
