import { describe, expect, test } from 'vitest';
import { Scenario } from '../../../../src/map/schema';
import { gradientOf, type Objective, solveExact } from '../../../../src/simulation/exact';
import { idOf } from '../../support/chain';
import { days, smallMap } from '../../support/smallMap';

const item = (kind: 'acquisition' | 'service' | 'retention', amount: number) => ({
  [idOf('cost')]: { kind, amount },
});

/** Some buy and pay by the month for a while; the young come back more often. */
const payersMap = () =>
  smallMap({
    market: { discountRate: 0.15, grossMargin: 0.7 },
    touchpoints: {
      comes: { kind: 'entry', economics: { costItems: item('acquisition', 3), revenue: 1 } },
      uses: {
        milestone: 'acquired',
        dropOffAfter: 20,
        economics: { monthlyPrice: 12, costItems: item('service', 2) },
      },
      left: { kind: 'outcome', economics: { monthlyPrice: 0, costItems: item('retention', 1) } },
    },
    transitions: {
      'comes-uses': {
        chance: { base: 0.6 },
        delay: { family: 'exponential', mean: 9 },
        economics: { costItems: item('acquisition', 4), revenue: 2 },
      },
      'uses-uses': {
        chance: {
          base: 0.5,
          bySegment: { [idOf('young')]: { order: 'a0', value: 0.65 } },
        },
        delay: days(30),
      },
      'uses-left': { chance: { base: 0.2 }, delay: { family: 'uniform', min: 2, max: 6 } },
    },
    segments: { young: { kind: 'persona', persona: idOf('young') } },
    personas: { young: { share: 1 }, old: { share: 3 } },
    campaigns: {
      mail: {
        touchpoints: { [idOf('uses')]: true },
        controlShare: 0.5,
        maxContacts: 1,
        cost: { perContact: 0.4 },
        effects: {
          [idOf('lift')]: { kind: 'lift', transition: idOf('uses-left'), factor: 1.2 },
        },
      },
    },
  });

describe.each(['start', 'end', 'half'] as const)(
  'counted at the %s, the value of a gradient',
  (counting) => {
    const arrivals = { kind: 'list' as const, days: [0, 12] };
    const scenario = Scenario.parse({
      horizon: null,
      counting,
      arrivals,
      discountFirstPeriod: true,
    });
    type Solved = ReturnType<typeof solveExact>['total'];

    test.each<[Objective, (total: Solved) => number]>([
      [{ kind: 'outcome', id: idOf('left') }, ({ outcomes }) => outcomes[idOf('left')]!],
      [{ kind: 'acquired' }, ({ acquired }) => acquired],
      [{ kind: 'time' }, ({ time }) => time.mean],
      [{ kind: 'contribution', discounted: false }, ({ money }) => money.contribution],
      [{ kind: 'contribution', discounted: true }, ({ discounted }) => discounted.contribution],
      [{ kind: 'clv', discounted: false }, ({ clv }) => clv.mean],
      [{ kind: 'clv', discounted: true }, ({ clvDiscounted }) => clvDiscounted.mean],
      [{ kind: 'visits', id: idOf('uses') }, ({ visits }) => visits[idOf('uses')]!],
    ])('is the number that is solved: %o', (target, read) => {
      const solved = read(solveExact(payersMap(), scenario).total);
      const { value, personas, touchpoints, transitions } = gradientOf(
        payersMap(),
        scenario,
        target,
      );
      expect(solved).not.toBe(0);
      expect(value).toBeCloseTo(solved, 10);
      // More of all personas alike changes nothing.
      expect(personas[idOf('young')]! + 3 * personas[idOf('old')]!).toBeCloseTo(0, 10);
      if (target.kind !== 'contribution' || target.discounted) return;
      // Money is linear: every amount times its slope adds up to the whole.
      const { comes, uses, left } = {
        comes: touchpoints[idOf('comes')]!,
        uses: touchpoints[idOf('uses')]!,
        left: touchpoints[idOf('left')]!,
      };
      const buying = transitions[idOf('comes-uses')]!;
      const booked = comes.revenue + 2 * buying.revenue + 12 * uses.price;
      const spent = 3 * comes.acquisitionCost + 4 * buying.acquisitionCost;
      const others = 2 * uses.otherCost + left.otherCost;
      const contacts = solveExact(payersMap(), scenario).total.money.cost.campaign;
      expect(booked + spent + others - contacts).toBeCloseTo(value, 10);
    });
  },
);

test('the spread of times and values is that of the customers', () => {
  const map = smallMap({
    touchpoints: {
      comes: 'entry',
      buys: { kind: 'outcome', milestone: 'acquired', economics: { revenue: 10 } },
      'buys-more': { kind: 'outcome', milestone: 'acquired', economics: { revenue: 40 } },
      leaves: 'outcome',
    },
    transitions: {
      'comes-buys': { chance: { base: 0.5 }, delay: days(2) },
      'comes-leaves': { chance: { base: 0.25 }, delay: days(6) },
    },
  });
  map.transitions[idOf('comes-more')] = {
    ...map.transitions[idOf('comes-buys')]!,
    to: idOf('buys-more'),
    chance: { base: 0.25, bySegment: {} },
  };
  const { clv, time } = solveExact(map, Scenario.parse({ horizon: null })).total;
  // Two in three of those who buy spend 10, the third 40.
  expect(clv.mean).toBeCloseTo(20, 12);
  expect(clv.variance).toBeCloseTo(200, 10);
  expect(time.mean).toBeCloseTo(3, 12);
  expect(time.variance).toBeCloseTo(3, 12);
});
