import { describe, expect, test } from 'vitest';
import { Scenario } from '../../../../src/map/schema';
import { setUp } from '../../../../src/simulation';
import {
  PERIOD_COUNTS,
  PERIOD_SUMS,
  SeriesTally,
} from '../../../../src/simulation/compiled/tally/seriesTally';
import { smallMap } from '../../support/smallMap';

const map = smallMap({ touchpoints: { start: 'entry' }, transitions: {} });
const tallyOf = (horizon: number | null, cycleDays = 10) =>
  new SeriesTally(setUp(map, Scenario.parse({ horizon, cycleDays })).settings);

const counts = (tally: SeriesTally, name: (typeof PERIOD_COUNTS)[number]) =>
  Array.from(
    { length: tally.periods },
    (_, k) => tally.counts[k * PERIOD_COUNTS.length + PERIOD_COUNTS.indexOf(name)]!,
  );
const sums = (tally: SeriesTally, name: (typeof PERIOD_SUMS)[number]) =>
  Array.from({ length: tally.periods }, (_, k) =>
    tally.sums.value(k * PERIOD_SUMS.length + PERIOD_SUMS.indexOf(name)),
  );

describe('the periods of a run', () => {
  test.each([
    [30, 3],
    [30 + 1e-10, 3],
    [31, 4],
    [0, 1],
    [6_000, 600],
    [7_000, 600],
    [null, 120],
  ])('up to day %s are %d', (horizon, periods) => {
    expect(tallyOf(horizon).periods).toBe(periods);
  });

  test('begin with their first day, a rounding error before it included; the very horizon is in the last', () => {
    const tally = tallyOf(30);
    for (const clock of [0, 9.9, 10 - 1e-10, 10, 20, 29, 30]) tally.enter(clock);
    expect(counts(tally, 'arrivals')).toEqual([2, 2, 3]);
  });

  test('are left out where they come after the most there are', () => {
    const tally = tallyOf(7_000);
    for (const clock of [5_999, 6_000, 6_500]) tally.enter(clock);
    expect(counts(tally, 'arrivals').slice(-2)).toEqual([0, 1]);
    tally.plan(1, 5_990, 6_500);
    expect(sums(tally, 'planRevenue').at(-1)).toBe(510);
  });
});

describe('what happens in a period', () => {
  test('ends are counted by kind, and who is still in journey has none', () => {
    const tally = tallyOf(30);
    tally.leave('outcome', 5);
    tally.leave('drop-off', 15);
    tally.leave('cut-off', 25);
    tally.leave('in-journey', 30);
    expect(counts(tally, 'ended')).toEqual([1, 1, 1]);
    expect(counts(tally, 'outcomes')).toEqual([1, 0, 0]);
    expect(counts(tally, 'dropOffs')).toEqual([0, 1, 0]);
  });

  test('a plan price is spread over the periods it is paid in', () => {
    const tally = tallyOf(30);
    tally.plan(2, 5, 23);
    expect(sums(tally, 'planRevenue')).toEqual([10, 20, 6]);
  });

  test('moves of the price are told apart', () => {
    const tally = tallyOf(60);
    tally.priceMove(0, 5, true, 1);
    tally.priceMove(5, 8, false, 11);
    tally.priceMove(8, 6, false, 21);
    tally.priceMove(6, 0, false, 31);
    tally.priceMove(0, 7, false, 41);
    expect(sums(tally, 'newMrr')).toEqual([5, 0, 0, 0, 0, 0]);
    expect(sums(tally, 'expansion')).toEqual([0, 3, 0, 0, 0, 0]);
    expect(sums(tally, 'contraction')).toEqual([0, 0, 2, 0, 0, 0]);
    expect(sums(tally, 'churned')).toEqual([0, 0, 0, 6, 0, 0]);
    expect(sums(tally, 'reactivation')).toEqual([0, 0, 0, 0, 7, 0]);
    expect(counts(tally, 'newPaying')).toEqual([1, 0, 0, 0, 0, 0]);
    expect(counts(tally, 'lostPaying')).toEqual([0, 0, 0, 1, 0, 0]);
    expect(counts(tally, 'returnedPaying')).toEqual([0, 0, 0, 0, 1, 0]);
  });
});

describe('payers by age in half cycles', () => {
  test('are observed at every age they come to within the run, its very end and a rounding error included', () => {
    const ages = (first: number, until: number) => {
      const tally = tallyOf(20);
      tally.observed(first, until);
      return [...tally.observedAt];
    };
    expect(ages(0, 20)).toEqual([1, 1, 1, 1, 1]);
    expect(ages(3, 13)).toEqual([1, 1, 1, 0, 0]);
    expect(ages(3, 12.9)).toEqual([1, 1, 0, 0, 0]);
    // As near as a number of days can be told.
    const almost = 5 - 1e-9;
    expect(almost + 1e-9).toBe(5);
    expect(ages(0, almost)).toEqual([1, 1, 0, 0, 0]);
    expect(ages(0, 5 - 1e-8)).toEqual([1, 0, 0, 0, 0]);
  });

  test('pay from the age at which a price begins up to just before it ends', () => {
    const ages = (first: number, from: number, to: number) => {
      const tally = tallyOf(20);
      tally.paid(first, from, to);
      return [...tally.payingAt];
    };
    expect(ages(0, 0, 10)).toEqual([1, 1, 0, 0, 0]);
    expect(ages(0, 0, 10.1)).toEqual([1, 1, 1, 0, 0]);
    expect(ages(0, 5, 20)).toEqual([0, 1, 1, 1, 0]);
    expect(ages(0, 6, 11)).toEqual([0, 0, 1, 0, 0]);
    expect(ages(4, 10, 100)).toEqual([0, 0, 1, 1, 1]);
  });
});
