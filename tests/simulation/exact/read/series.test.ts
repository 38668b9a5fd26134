import { describe, expect, test } from 'vitest';
import { Scenario } from '../../../../src/map/schema';
import { simulate } from '../../../../src/simulation';
import { exactFigures, solveExact } from '../../../../src/simulation/exact';
import { idOf } from '../../support/chain';
import { days, smallMap } from '../../support/smallMap';

const cost = (kind: 'acquisition' | 'service' | 'retention', amount: number) => ({
  [idOf('cost')]: { kind, amount },
});
const after = (wait: number) => ({ chance: { base: 1 }, delay: days(wait) });

/** All walk alike: they begin to pay, pay more, pay less, stop, come back, and are gone a week after the last. */
const payersMap = () =>
  smallMap({
    market: { discountRate: 0.1, grossMargin: 0.8 },
    touchpoints: {
      start: { kind: 'entry', economics: { costItems: cost('acquisition', 7) } },
      pays: { milestone: 'acquired', economics: { monthlyPrice: 10, revenue: 3 } },
      more: { economics: { monthlyPrice: 25, costItems: cost('service', 2) } },
      less: { economics: { monthlyPrice: 5 } },
      stops: { economics: { monthlyPrice: 0 } },
      back: {
        dropOffAfter: 7,
        economics: { monthlyPrice: 8, costItems: cost('retention', 4) },
      },
    },
    transitions: {
      'start-pays': { ...after(10), economics: { costItems: cost('acquisition', 1), revenue: 6 } },
      'pays-more': after(20),
      'more-less': after(15),
      'less-stops': after(20),
      'stops-back': after(10),
    },
    campaigns: {
      mail: {
        touchpoints: { [idOf('pays')]: true, [idOf('back')]: true },
        cost: { perContact: 0.5 },
      },
    },
  });

/** The same with every number close to its own; the solver has no intervals. */
function nearly(value: unknown): unknown {
  if (typeof value === 'number') return expect.closeTo(value, 8);
  if (value === null || typeof value !== 'object') return value;
  const told = Object.entries(value).filter(([key]) => key !== 'intervals');
  return Object.fromEntries(told.map(([key, each]) => [key, nearly(each)]));
}

describe('period by period, the solver tells of customers who all walk alike what they did', () => {
  test.each(
    (['start', 'end', 'half'] as const).flatMap((counting) =>
      [
        [45, 0],
        [60, 0],
        [75, 0],
        [82, 0],
        [100, 0],
        [120, 0],
        // Who arrives late has done less by the horizon.
        [90, 40],
        [130, 40],
      ].map(([horizon, arrival]) => [counting, horizon, arrival] as const),
    ),
  )('counted at the %s, up to day %d, arriving on day %d', async (counting, horizon, arrival) => {
    const arrivals = { kind: 'list', days: [arrival!] } as const;
    const settings = { horizon, counting, arrivals, cycleDays: 30, customers: 3 };
    const scenario = Scenario.parse(settings);
    const run = await simulate(payersMap(), scenario);
    const { series, total } = exactFigures(solveExact(payersMap(), scenario));
    expect(series.cycleDays).toBe(30);
    expect(series.periods).toHaveLength(run.series.periods.length);
    run.series.periods.forEach((period, k) => {
      expect(series.periods[k], `period ${k}`).toMatchObject(nearly(period) as object);
    });
    const { cost: costs, revenue, planRevenue, contribution, discounted } = run.total.money;
    const sums = { cost: costs, revenue, planRevenue, contribution, discounted };
    expect(total.money).toMatchObject(nearly(sums) as object);
    expect(total.payingDays).toBeCloseTo(run.total.payingDays, 8);
  });
});

describe('a series', () => {
  const seriesOf = (scenario: object) =>
    solveExact(payersMap(), Scenario.parse({ cycleDays: 30, customers: 4, ...scenario })).series;

  test('is told where all arrive on one day and there is a horizon', () => {
    expect(seriesOf({ horizon: 90 })).toHaveLength(3);
    expect(seriesOf({ horizon: 91 })).toHaveLength(4);
    const late = seriesOf({ horizon: 90, arrivals: { kind: 'list', days: [40] } })!;
    expect(late.map(({ arrivals }) => arrivals)).toEqual([0, 1, 0]);
    expect(late.map(({ newPaying }) => newPaying)).toEqual([0, 1, 0]);
    expect(late.map(({ mrr }) => mrr)).toEqual([0, 10, 5]);
  });

  test('is not told without a horizon, nor where they arrive on several', () => {
    expect(seriesOf({ horizon: null })).toBeNull();
    expect(seriesOf({ horizon: 90, arrivals: { kind: 'list', days: [0, 1] } })).toBeNull();
  });
});
