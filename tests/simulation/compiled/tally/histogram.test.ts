import { expect, test } from 'vitest';
import { binOf, quantileOfBins } from '../../../../src/simulation/compiled/tally/histogram';
import { BINS } from '../../../../src/simulation/compiled/tally/layout';

test('every time has its bin, longer ones no lower, and the longest share the last', () => {
  let last = 0;
  for (let power = -20; power <= 40; power += 1 / 16) {
    const bin = binOf(2 ** power);
    expect(bin).toBeGreaterThanOrEqual(last);
    expect(bin).toBeLessThan(BINS);
    last = bin;
  }
  expect(last).toBe(BINS - 1);
  expect([binOf(0), binOf(NaN)]).toEqual([0, 0]);
});

test('a quantile of the bins is as near to the times as a bin is wide', () => {
  const times = [0, 0, 1, 2, 4, 8, 16, 32, 64, 100];
  const bins = new Float64Array(BINS);
  for (const days of times) bins[binOf(days)]! += 1;
  expect(quantileOfBins(bins, 0.2)).toBe(0);
  for (const [share, days] of [
    [0.3, 1],
    [0.5, 4],
    [0.9, 64],
    [1, 100],
  ] as const) {
    expect(quantileOfBins(bins, share) / days).toBeGreaterThan(8 / 9);
    expect(quantileOfBins(bins, share) / days).toBeLessThanOrEqual(9 / 8);
  }
  expect(quantileOfBins(new Float64Array(BINS), 0.5)).toBe(0);
});
