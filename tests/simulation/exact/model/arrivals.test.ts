import { describe, expect, test } from 'vitest';
import { Scenario } from '../../../../src/map/schema';
import {
  arrivalDays,
  arrivalDiscount,
  arrivedBy,
} from '../../../../src/simulation/exact/model/arrivals';
import { arrivalDayOf, setUp } from '../../../../src/simulation/setup/setUp';
import { chainMap } from '../../support/chain';

const map = chainMap(
  ['on', 'off'],
  [
    [0.5, 0.5],
    [0, 1],
  ],
);

describe.each([
  ['all on one day', { kind: 'cohort' as const }],
  ['evenly over a time', { kind: 'steady' as const, days: 40 }],
  ['steadily over no time', { kind: 'steady' as const, days: 0 }],
  ['on days of a list', { kind: 'list' as const, days: [0, 3.5, 90] }],
])('customers who arrive %s', (_, arrivals) => {
  const setup = setUp(map, Scenario.parse({ arrivals, customers: 25, horizon: 50 }));
  const days = Array.from({ length: 25 }, (_, i) => arrivalDayOf(setup, i));

  test('are counted as they are sampled, one by one', () => {
    for (const day of [-1, 0, 1.6, 3.5, 20, 38.4, 89, 90, 1_000]) {
      const came = days.filter((each) => each <= day).length;
      expect(arrivedBy(setup, day), `by day ${day}`).toBe(came);
    }
  });

  test('are shared out over the days on which they come within the run', () => {
    const within = days.filter((day) => day <= 50);
    const shares = arrivalDays(setup)!.filter(({ share }) => share > 0);
    expect(shares.map(({ day }) => day)).toEqual(
      [...new Set(within)].sort((a, b) => a - b).map((day) => expect.closeTo(day, 9) as number),
    );
    for (const { day, share } of shares) {
      const here = within.filter((each) => Math.abs(each - day) < 1e-9).length;
      expect(share).toBeCloseTo(here / within.length, 12);
    }
  });

  test('are worth less the later they come', () => {
    const mean = (theta: number) =>
      days.reduce((sum, day) => sum + Math.exp(-theta * day), 0) / days.length;
    expect(arrivalDiscount(setup, 0.02)).toBeCloseTo(mean(0.02), 12);
    expect(arrivalDiscount(setup, 0)).toBeCloseTo(1, 12);
  });
});
