import { describe, expect, test } from 'vitest';
import { Scenario } from '../../../../src/map/schema';
import { solveExact } from '../../../../src/simulation/exact';
import { idOf } from '../../support/chain';
import { days, smallMap } from '../../support/smallMap';

describe('the time of a visit that was left', () => {
  const map = () =>
    smallMap({
      touchpoints: {
        start: { kind: 'entry', dropOffAfter: 40 },
        quick: 'outcome',
        slow: 'outcome',
      },
      transitions: {
        'start-quick': { chance: { base: 0.5 }, delay: days(10) },
        'start-slow': { chance: { base: 0.25 }, delay: days(20) },
      },
    });

  test.each([
    // 10, 10, 20 and 40 days.
    [null, 20, 150, 20, 0],
    [100, 20, 150, 20, 0],
    // Those who would be gone after 40 days are still there.
    [30, 40 / 3, 200 / 9, 10 + 7.5, 0.25],
    [15, 10, 0, 12.5, 0.5],
    [5, 0, 0, 5, 1],
  ])(
    'up to a horizon of %s days has a mean of %d days',
    (horizon, mean, variance, spent, waiting) => {
      const { total } = solveExact(map(), Scenario.parse({ horizon }));
      const dwell = total.dwell[idOf('start')]!;
      expect(dwell.mean).toBeCloseTo(mean, 9);
      expect(dwell.variance).toBeCloseTo(variance, 9);
      expect(total.days[idOf('start')]).toBeCloseTo(spent, 9);
      expect(total.waiting[idOf('start')]).toBeCloseTo(waiting, 12);
      expect(total.time.mean).toBeCloseTo(spent, 9);
    },
  );
});

describe.each([null, 10_000])(
  'up to a horizon of %s days, who ever came to a touchpoint',
  (horizon) => {
    const scenario = Scenario.parse({ horizon });

    test('is one customer however often they came', () => {
      const map = smallMap({
        touchpoints: { start: 'entry', round: { milestone: 'trial' }, end: 'outcome' },
        transitions: {
          'start-round': { chance: { base: 0.8 }, delay: days(1) },
          'round-round': { chance: { base: 0.5 }, delay: days(1) },
          'round-end': 0.5,
        },
      });
      const { total } = solveExact(map, scenario);
      expect(total.visits[idOf('round')]).toBeCloseTo(1.6, 12);
      expect(total.reached([idOf('round')])).toBeCloseTo(0.8, 12);
      expect(total.milestones.trial).toBeCloseTo(0.8, 12);
      expect(total.reached([idOf('round'), idOf('end')])).toBeCloseTo(0.8, 12);
      expect(total.reached([])).toBe(0);
    });

    test('is one customer where they come back by another touchpoint', () => {
      const map = smallMap({
        touchpoints: { start: 'entry', there: 'touchpoint', end: 'outcome' },
        transitions: {
          'start-there': { chance: { base: 0.75 }, delay: days(1) },
          'there-start': { chance: { base: 0.5 }, delay: days(1) },
          'there-end': 0.5,
        },
      });
      const { total } = solveExact(map, scenario);
      expect(total.visits[idOf('start')]).toBeCloseTo(1 / (1 - 0.375), 12);
      expect(total.reached([idOf('start')])).toBeCloseTo(1, 12);
      expect(total.reached([idOf('there')])).toBeCloseTo(0.75, 12);
      expect(total.outcomes[idOf('end')]).toBeCloseTo(0.375 / (1 - 0.375), 12);
    });
  },
);

test('of those whose walk ends at one outcome everything is told of them alone', () => {
  const map = smallMap({
    touchpoints: { start: 'entry', round: 'touchpoint', end: 'outcome', other: 'outcome' },
    transitions: {
      'start-round': 0.5,
      'start-other': 0.25,
      'round-round': { chance: { base: 0.5 }, delay: days(4) },
      'round-end': 0.25,
    },
  });
  const { given } = solveExact(map, Scenario.parse({ horizon: null }));
  const ended = given(idOf('end'))!;
  expect(ended.share).toBeCloseTo(0.25, 12);
  expect(ended.outcomes[idOf('end')]).toBeCloseTo(1, 12);
  expect(ended.visits[idOf('round')]).toBeCloseTo(2, 12);
  expect(ended.time).toEqual({ mean: expect.closeTo(4, 12) as number, variance: null });
  const dropped = given(null)!;
  expect(dropped.share).toBeCloseTo(0.5, 12);
  expect(dropped.dropOffs[idOf('round')]).toBeCloseTo(0.5, 12);
  expect(dropped.reached([idOf('round')])).toBeCloseTo(0.5, 12);
});
