import { describe, expect, test, vi } from 'vitest';
import { JourneyMap, Scenario } from '../../../../src/map/schema';
import { simulate } from '../../../../src/simulation';
import { solveExact } from '../../../../src/simulation/exact';
import { chainMap, idOf } from '../../support/chain';

vi.setConfig({ testTimeout: 60_000 });

/** Some buy, pay for a while and leave; what brings them costs little or much. */
const chain = chainMap(
  ['visit', 'fair', 'pays', 'gone'],
  [
    [0.2, 0, 0.5, 0.3],
    [0, 0, 0.6, 0.4],
    [0, 0, 0.7, 0.3],
    [0, 0, 0, 1],
  ],
  {
    days: 30,
    economics: { visit: { cost: 4 }, fair: { cost: 80 }, pays: { revenue: 5, cost: 1 } },
    market: { discountRate: 0.3, grossMargin: 0.8 },
  },
);
const map = JourneyMap.parse({
  ...chain,
  touchpoints: {
    ...chain.touchpoints,
    [idOf('fair')]: { ...chain.touchpoints[idOf('fair')]!, kind: 'entry' },
    [idOf('pays')]: {
      ...chain.touchpoints[idOf('pays')]!,
      milestone: 'acquired',
      economics: { ...chain.touchpoints[idOf('pays')]!.economics, monthlyPrice: 10 },
    },
  },
});

describe('what an acquired customer is worth, and how far they differ', () => {
  test.each(['start', 'half', 'end'] as const)(
    'is solved as it is sampled, counted at the %s',
    async (counting) => {
      const scenario = Scenario.parse({ horizon: null, counting, customers: 3_000 });
      const { total } = solveExact(map, scenario);
      const { clv } = (await simulate(map, scenario)).total;
      for (const [told, exact, variance] of [
        [clv.mean, total.clv, clv.variance],
        [clv.discounted, total.clvDiscounted, clv.discountedVariance],
      ] as const) {
        const [low, high] = told.interval!;
        // Three times as far as the 95 % interval reaches.
        expect(Math.abs(told.value - exact.mean)).toBeLessThan(1.5 * (high - low));
        expect(variance / exact.variance!).toBeGreaterThan(0.8);
        expect(variance / exact.variance!).toBeLessThan(1.25);
      }
      expect(total.clvDiscounted.mean).toBeLessThan(total.clv.mean);
    },
  );
});
