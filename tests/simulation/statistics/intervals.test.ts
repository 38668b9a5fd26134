import { describe, expect, test } from 'vitest';
import {
  compareMeans,
  compareShares,
  meanOf,
  type MeanParts,
  ratioToCount,
  sampleSize,
  shareOf,
  wilson,
} from '../../../src/simulation';

const partsOf = (values: readonly number[]): MeanParts => ({
  sum: values.reduce((sum, value) => sum + value, 0),
  squares: values.reduce((sum, value) => sum + value * value, 0),
  count: values.length,
});

describe('the mean of two groups', () => {
  /** Extra hours of sleep with two drugs (Student 1908; R's `sleep`). */
  const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
  const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

  test("is compared with Welch's interval, as R's t.test prints it", () => {
    const { value, interval } = compareMeans(partsOf(first), partsOf(second));
    expect(value).toBeCloseTo(-1.58, 12);
    expect(interval![0]).toBeCloseTo(-3.3654832, 6);
    expect(interval![1]).toBeCloseTo(0.2054832, 6);
  });

  test('has no interval below two observations in either', () => {
    const one = partsOf([3]);
    expect(compareMeans(one, partsOf(second)).value).toBeCloseTo(3 - 2.33, 12);
    expect(compareMeans(one, partsOf(second)).interval).toBeNull();
    expect(compareMeans(partsOf(first), one).interval).toBeNull();
    expect(compareMeans(partsOf([]), partsOf(second))).toEqual({ value: 0, interval: null });
    expect(compareMeans(partsOf(first), partsOf([]))).toEqual({ value: 0, interval: null });
  });

  test('has an interval without width where neither varies', () => {
    const same = compareMeans(partsOf([2, 2]), partsOf([1, 1, 1]));
    expect(same).toEqual({ value: 1, interval: [1, 1] });
  });

  test('may have two observations only', () => {
    // Both variances are 2, each mean's is 1: t with 2 degrees of freedom is 4.302653.
    const { interval } = compareMeans(partsOf([0, 2]), partsOf([4, 6]));
    expect(interval![1] - interval![0]).toBeCloseTo(2 * 4.3026527 * Math.SQRT2, 5);
  });
});

describe('a mean', () => {
  test('has a normal interval from its sums', () => {
    const { value, interval, variance } = meanOf(15, 55, 5);
    expect([value, variance]).toEqual([3, 2.5]);
    expect(interval![1] - value).toBeCloseTo(1.959963984540054 * Math.sqrt(0.5), 12);
    expect(value - interval![0]).toBeCloseTo(1.959963984540054 * Math.sqrt(0.5), 12);
  });

  test('has no interval of one observation, and is 0 of none', () => {
    expect(meanOf(3, 9, 1)).toEqual({ value: 3, interval: null, variance: 0 });
    expect(meanOf(0, 0, 0)).toEqual({ value: 0, interval: null, variance: 0 });
  });

  test('has an interval of two observations', () => {
    expect(meanOf(2, 4, 2).variance).toBe(2);
    expect(meanOf(2, 4, 2).interval).not.toBeNull();
  });

  test('has no variance below 0 by rounding', () => {
    expect(meanOf(0.3, 0.029999999, 3).variance).toBe(0);
  });
});

describe('a sum per counted customer', () => {
  test('has the interval of the delta method', () => {
    // Four customers spend 10, 0, 6 and 4; the first and the third are counted.
    const { value, interval } = ratioToCount(20, 152, 16, 2);
    expect(value).toBe(10);
    // Residuals (10 − 10), 0, (6 − 10), 4: the squares sum to 32.
    expect(interval![1] - value).toBeCloseTo((1.959963984540054 * Math.sqrt(32)) / 2, 12);
    expect(value - interval![0]).toBeCloseTo((1.959963984540054 * Math.sqrt(32)) / 2, 12);
  });

  test('has no interval of one customer, and is 0 of none', () => {
    expect(ratioToCount(20, 152, 16, 1)).toEqual({ value: 20, interval: null });
    expect(ratioToCount(20, 152, 0, 0)).toEqual({ value: 0, interval: null });
  });
});

describe('a share', () => {
  test('has the interval of Wilson as published', () => {
    // Newcombe 1998, table I: 81/263, 15/148, 0/20, 1/29.
    const published: [number, number, number, number][] = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ];
    for (const [successes, trials, low, high] of published) {
      const interval = wilson(successes, trials)!;
      expect(interval[0]).toBeCloseTo(low, 4);
      expect(interval[1]).toBeCloseTo(high, 4);
    }
    expect(wilson(20, 20)![0]).toBeCloseTo(0.8389, 4);
    expect(wilson(20, 20)![1]).toBe(1);
  });

  test('has none without observations', () => {
    expect(wilson(0, 0)).toBeNull();
    expect(shareOf(0, 0)).toEqual({ value: 0, interval: null });
    expect(shareOf(1, 4)).toEqual({ value: 0.25, interval: wilson(1, 4) });
  });

  test('is compared with another by its own trials', () => {
    // 15 of 100 against 30 of 300: difference .05, standard error √(.15·.85/100 + .1·.9/300).
    const { difference, chiSquare } = compareShares(15, 100, 30, 300)!;
    const half = 1.959963984540054 * Math.sqrt(0.001275 + 0.0003);
    expect(difference.value).toBeCloseTo(0.05, 12);
    expect(difference.interval![0]).toBeCloseTo(0.05 - half, 12);
    expect(difference.interval![1]).toBeCloseTo(0.05 + half, 12);
    // Pooled 45/400.
    expect(chiSquare).toBeCloseTo(0.0025 / (0.1125 * 0.8875 * (1 / 100 + 1 / 300)), 10);
    expect(compareShares(0, 10, 0, 20)).toMatchObject({ chiSquare: 0, pValue: 1 });
    expect(compareShares(0, 0, 1, 2)).toBeNull();
    expect(compareShares(1, 2, 0, 0)).toBeNull();
  });
});

test('no sample is large enough to see no difference', () => {
  expect(sampleSize(0.2, 0.2)).toBe(Infinity);
  expect(sampleSize(0.25, 0.2)).toBeCloseTo(sampleSize(0.2, 0.25), 8);
  // Stricter needs more: R's power.prop.test(p1 = .5, p2 = .75, power = .9) is 76.7.
  expect(sampleSize(0.5, 0.75, 0.9)).toBeCloseTo(76.7, 1);
});
