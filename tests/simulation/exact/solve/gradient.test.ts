import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JourneyMap, Scenario } from '../../../../src/map/schema';
import { gradientOf, NotExact, type Objective } from '../../../../src/simulation/exact';
import { journeyMap } from '../../../map/arbitraries';
import { runs } from '../../../support/runs';
import { chainMap, idOf } from '../../support/chain';

const endless = Scenario.parse({ horizon: null });
const STEP = 1e-6;

/** The slope to the right, of the KPI as it is solved. */
function slope(
  map: JourneyMap,
  scenario: Scenario,
  target: Objective,
  change: (copy: JourneyMap) => void,
): number {
  const copy = structuredClone(map);
  change(copy);
  return (
    (gradientOf(copy, scenario, target).value - gradientOf(map, scenario, target).value) / STEP
  );
}

function isClose(what: string, exact: number, observed: number) {
  const scale = Math.max(1, Math.abs(exact), Math.abs(observed));
  expect(
    Math.abs(exact - observed),
    `${what}: ${String(exact)}, difference ${String(observed)}`,
  ).toBeLessThan(2e-3 * scale);
}

function check(map: JourneyMap, scenario: Scenario, target: Objective) {
  const gradient = gradientOf(map, scenario, target);
  const difference = (change: (copy: JourneyMap) => void) => slope(map, scenario, target, change);
  for (const [id, { base, bySegment }] of Object.entries(gradient.chances)) {
    isClose(
      `base of ${id}`,
      base,
      difference((copy) => (copy.transitions[id]!.chance.base += STEP)),
    );
    for (const [segment, row] of Object.entries(bySegment)) {
      const observed = difference((copy) => {
        copy.transitions[id]!.chance.bySegment[segment]!.value += STEP;
      });
      isClose(`row ${segment} of ${id}`, row, observed);
    }
  }
  for (const [id, { price, revenue, otherCost }] of Object.entries(gradient.touchpoints)) {
    isClose(
      `revenue of ${id}`,
      revenue,
      difference((copy) => (copy.touchpoints[id]!.economics.revenue += STEP)),
    );
    isClose(
      `cost of ${id}`,
      otherCost,
      difference((copy) => {
        copy.touchpoints[id]!.economics.costItems['cost-of-the-test'] = {
          name: '',
          kind: 'service',
          amount: STEP,
          order: 'a0',
        };
      }),
    );
    const { monthlyPrice } = map.touchpoints[id]!.economics;
    if (monthlyPrice === null || monthlyPrice === 0) continue;
    const observed = difference((copy) => {
      copy.touchpoints[id]!.economics.monthlyPrice = monthlyPrice + STEP;
    });
    isClose(`price of ${id}`, price, observed);
  }
  for (const [id, share] of Object.entries(gradient.personas)) {
    isClose(
      `share of ${id}`,
      share,
      difference((copy) => (copy.personas[id]!.share += STEP)),
    );
  }
}

test('the gradient of every KPI is the slope that small changes show', () => {
  const maps = fc.sample(
    journeyMap({ workshop: false, delays: 'constant', touchpoints: 4, campaigns: 1 }),
    { numRuns: runs(40, 400), seed: 5 },
  );
  let solved = 0;
  for (const plain of maps) {
    const map = { ...plain, market: { ...plain.market, discountRate: 0.1, grossMargin: 0.8 } };
    const scenario = {
      ...endless,
      campaigns: Object.fromEntries(Object.keys(map.campaigns).map((id) => [id, true])),
    };
    const outcome = Object.keys(map.touchpoints).find(
      (id) => map.touchpoints[id]!.kind === 'outcome',
    )!;
    const targets: Objective[] = [
      { kind: 'outcome', id: outcome },
      { kind: 'time' },
      { kind: 'contribution', discounted: true },
      { kind: 'contribution', discounted: false },
      { kind: 'visits', id: outcome },
    ];
    try {
      check(map, scenario, targets[solved % targets.length]!);
      solved += 1;
    } catch (error) {
      if (!(error instanceof NotExact)) throw error;
    }
    if (solved >= runs(5, 100)) break;
  }
  expect(solved).toBeGreaterThanOrEqual(5);
}, 600_000);

const shop = chainMap(
  ['visit', 'pays', 'gone'],
  [
    [0.2, 0.5, 0.2],
    [0, 0.7, 0.2],
    [0, 0, 1],
  ],
  { days: 30, economics: { visit: { cost: 8 }, pays: { revenue: 5, cost: 1 } } },
);

test.each([true, false])(
  'the gradient of the value of an acquired customer is such a slope: discounted %s',
  (discounted) => {
    const paying = shop.touchpoints[idOf('pays')]!;
    const map = JourneyMap.parse({
      ...shop,
      market: { discountRate: 0.1, grossMargin: 0.8 },
      touchpoints: {
        ...shop.touchpoints,
        [idOf('pays')]: {
          ...paying,
          milestone: 'acquired',
          economics: { ...paying.economics, monthlyPrice: 10 },
        },
      },
    });
    const target: Objective = { kind: 'clv', discounted };
    expect(gradientOf(map, endless, target).value).not.toBe(0);
    check(map, endless, target);
  },
);

test('where nobody is ever acquired, nothing changes what an acquired customer is worth', () => {
  const { value, chances, touchpoints } = gradientOf(shop, endless, {
    kind: 'clv',
    discounted: false,
  });
  expect(value).toBe(0);
  for (const { total } of Object.values(chances)) expect(total).toBe(0);
  for (const { revenue, price } of Object.values(touchpoints))
    expect([revenue, price]).toEqual([0, 0]);
});
