import { expect, test } from 'vitest';
import { Delay } from '../../../../src/map/schema';
import { waitOf } from '../../../../src/simulation/exact/model/waits';

const waitWith = (mean: number, sd: number, min: number, max: number | null) =>
  waitOf(Delay.parse({ family: 'truncated-normal', mean, sd, min, max }));

test('a normal wait far from its limits is the normal one itself', () => {
  for (const [min, max] of [
    [0, null],
    [10, 1_000],
  ] as const) {
    const { mean, square, laplace } = waitWith(100, 1, min, max);
    expect(mean).toBeCloseTo(100, 10);
    expect(square - mean * mean).toBeCloseTo(1, 8);
    // E e^(−θD) = e^(−θμ + θ²σ²/2).
    expect(laplace(0.01)).toBeCloseTo(Math.exp(-1 + 0.00005), 12);
  }
});

test('a wait of which only the far tail is left is nearly exponential beyond its limit', () => {
  // Above x the tail of a standard normal falls like e^(−x·t): its mean is 1/x − 2/x³ + 10/x⁵ … beyond.
  const above = waitWith(-50, 1, 0, null);
  expect(above.mean).toBeCloseTo(1 / 50 - 2 / 50 ** 3 + 10 / 50 ** 5, 8);
  const below = waitWith(150, 1, 0, 100);
  expect(below.mean).toBeCloseTo(100 - above.mean, 8);
  expect(below.square).toBeCloseTo(100 ** 2 - 200 * above.mean + above.square, 6);
});

test('a half normal wait has the mean and square of one', () => {
  const { mean, square, laplace } = waitWith(0, 3, 0, null);
  expect(mean).toBeCloseTo(3 * Math.sqrt(2 / Math.PI), 10);
  expect(square).toBeCloseTo(9, 10);
  expect(laplace(0)).toBe(1);
});
