import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AttributeDistribution, Delay } from '../../../src/map/schema';
import { exp, ln, lnGamma } from '../../../src/simulation/chance/arithmetic';
import { Draws, keyOfId, PURPOSES } from '../../../src/simulation/chance/draws';
import { attributeQuantile, delayQuantile, pickBy } from '../../../src/simulation/chance/quantiles';
import {
  betaPart,
  betaQuantile,
  chiSquareTail,
  gammaParts,
  gammaQuantile,
  normalCdf,
  normalQuantile,
} from '../../../src/simulation/chance/special';
import { runs } from '../../support/runs';

/** Relative distance. */
const off = (actual: number, expected: number) =>
  Math.abs(actual - expected) / Math.max(1e-300, Math.abs(expected));

test('exp and ln agree with the platform to the last bits over their whole range', () => {
  const range = fc.double({ min: -700, max: 700, noNaN: true });
  fc.assert(
    fc.property(range, (x) => {
      expect(off(exp(x), Math.exp(x))).toBeLessThan(4.5e-16);
      expect(Math.abs(ln(exp(x)) - x)).toBeLessThan(1e-13);
    }),
    { numRuns: runs(5_000, 500_000) },
  );
  const positive = fc.double({ min: 5e-324, max: 1.7e308, noNaN: true });
  fc.assert(
    fc.property(
      positive,
      (x) => Math.abs(ln(x) - Math.log(x)) <= 3e-16 * Math.max(1, Math.abs(Math.log(x))),
    ),
    { numRuns: runs(5_000, 500_000) },
  );
  expect([exp(-1e4), exp(1e4), exp(0), ln(0), ln(1)]).toEqual([0, Infinity, 1, -Infinity, 0]);
  expect(exp(-745)).toBe(5e-324);
  expect(ln(-1)).toBeNaN();
  expect(off(lnGamma(0.5), Math.log(Math.sqrt(Math.PI)))).toBeLessThan(1e-14);
  expect(off(lnGamma(101), 363.73937555556347)).toBeLessThan(1e-14);
});

describe('published quantiles', () => {
  const cases: [Delay, number, number, number, number, number][] = [
    [
      { family: 'lognormal', median: Math.exp(0.2), sigma: 0.6 },
      1.46228458943,
      0.926577982796,
      0.455248353912,
      1.22140275816,
      3.27694693418,
    ],
    [
      { family: 'weibull', shape: 1.5, scale: 2 },
      1.8054905859,
      1.50276113926,
      0.276102533113,
      1.56643953755,
      4.15622127507,
    ],
    [
      { family: 'gamma', shape: 2.5, scale: 1.2 },
      3,
      3.6,
      0.687285735637,
      2.61087611466,
      6.64229861611,
    ],
    [{ family: 'exponential', mean: 4 }, 4, 16, 0.20517317755, 2.77258872224, 11.9829290942],
  ];
  test.each(cases)('%j', (delay, mean, variance, p5, p50, p95) => {
    const quantile = delayQuantile(Delay.parse(delay));
    for (const [u, x] of [
      [0.05, p5],
      [0.5, p50],
      [0.95, p95],
    ] as const) {
      expect(off(quantile(u), x)).toBeLessThan(2e-11);
    }
    const n = 40_000;
    const draws = new Draws(7);
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < n; i += 1) {
      const x = quantile(draws.once(i, PURPOSES.visit));
      sum += x;
      squares += (x - mean) ** 2;
    }
    expect(Math.abs(sum / n - mean)).toBeLessThan(3.290527 * Math.sqrt(variance / n));
    expect(off(squares / n, variance)).toBeLessThan(0.1);
  });

  test('of the normal and χ² distributions', () => {
    expect(normalQuantile(0.9995)).toBeCloseTo(3.290527, 6);
    const limits = [
      [1, 10.82757],
      [3, 16.26624],
      [9, 27.87716],
      [15, 37.6973],
    ] as const;
    for (const [df, x] of limits) expect(chiSquareTail(x, df)).toBeCloseTo(0.001, 7);
  });
});

test('the inverses undo their distribution functions, in the tails too', () => {
  const shape = fc.double({ min: 0.05, max: 500, noNaN: true });
  const p = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
  fc.assert(
    fc.property(shape, shape, p, (a, b, u) => {
      const x = gammaQuantile(u, a);
      if (x > 1e-290) expect(Math.abs(gammaParts(a, x).lower - u)).toBeLessThan(1e-10);
      const y = betaQuantile(u, a, b);
      if (y > 1e-290 && y < 1 - 1e-6) expect(Math.abs(betaPart(y, a, b) - u)).toBeLessThan(1e-8);
      expect(off(normalCdf(normalQuantile(u)), u)).toBeLessThan(1e-11);
    }),
    { numRuns: runs(500, 20_000) },
  );
});

test('every family rises with its uniform and stays in its range', () => {
  const families: unknown[] = [
    { family: 'uniform', min: -2, max: 5 },
    { family: 'triangular', min: 1, mode: 1, max: 4 },
    { family: 'pert', min: 1, mode: 2, max: 4 },
    { family: 'beta', alpha: 0.5, beta: 0.7, min: -1, max: 3 },
    { family: 'normal', mean: 3, sd: 2 },
    { family: 'truncated-normal', mean: 0, sd: 1, min: 9, max: 12 },
    { family: 'truncated-normal', mean: 0, sd: 1, min: null, max: -50 },
    { family: 'truncated-normal', mean: 1, sd: 2, min: 0, max: null },
    { family: 'empirical', values: [3, 1, 2] },
    { family: 'lognormal', median: 1, sigma: 1e6 },
    { family: 'gamma', shape: 1e-3, scale: 1 },
    { family: 'gamma', shape: 1e7, scale: 1 },
  ];
  for (const family of families) {
    const distribution = AttributeDistribution.parse(family);
    const quantile = attributeQuantile(distribution);
    const values = Array.from({ length: 999 }, (_, i) => quantile((i + 0.5) / 999) as number);
    expect(values.every(Number.isFinite), distribution.family).toBe(true);
    expect(
      values.every((x, i) => i === 0 || x >= values[i - 1]!),
      distribution.family,
    ).toBe(true);
    if ('max' in distribution && distribution.max !== null) {
      expect(Math.max(...values)).toBeLessThanOrEqual(distribution.max);
    }
    if ('min' in distribution && distribution.min !== null) {
      expect(Math.min(...values)).toBeGreaterThanOrEqual(distribution.min);
    }
  }
});

test('a truncated normal has the moments of the conditional distribution', () => {
  const quantile = delayQuantile({ family: 'truncated-normal', mean: 1, sd: 2, min: 0, max: null });
  const n = 100_000;
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += quantile((i + 0.5) / n);
  const alpha = -0.5;
  const density = Math.exp((-alpha * alpha) / 2) / Math.sqrt(2 * Math.PI);
  expect(sum / n).toBeCloseTo(1 + (2 * density) / (1 - normalCdf(alpha)), 3);
});

test('weights without any weight are even, and rounding never picks a weight of 0', () => {
  expect([0.1, 0.5, 0.9].map(pickBy([0, 0, 0]))).toEqual([0, 1, 2]);
  expect(pickBy([1, 1, 0])(1 - 2 ** -53)).toBe(1);
});

test('draws are uniform and do not depend on each other: customer, id, visit, purpose', () => {
  const draws = new Draws(2 ** 53 - 1);
  const streams: ((i: number) => number)[] = [
    (i) => draws.once(i, PURPOSES.persona),
    (i) => draws.once(i, PURPOSES.attribute, keyOfId('aaaaaaaaaaaa')),
    (i) => draws.once(5, PURPOSES.share, keyOfId(`id${String(i)}`)),
    (i) => {
      draws.visit(3, keyOfId('aaaaaaaaaaaa'), i + 1);
      return draws.choice();
    },
    (i) => {
      draws.visit(i, keyOfId('aaaaaaaaaaab'), 1);
      return draws.delay();
    },
  ];
  const n = 20_000;
  for (const stream of streams) {
    // χ² of 16 cells, and of 4 × 4 cells of neighbours: 15 degrees of freedom.
    const cells = new Float64Array(16);
    const pairs = new Float64Array(16);
    for (let i = 0; i < n; i += 1) {
      cells[Math.floor(stream(i) * 16)]! += 1;
      pairs[4 * Math.floor(stream(2 * i) * 4) + Math.floor(stream(2 * i + 1) * 4)]! += 1;
    }
    for (const counts of [cells, pairs]) {
      const chi = counts.reduce((sum, count) => sum + (count - n / 16) ** 2 / (n / 16), 0);
      expect(chi).toBeLessThan(37.6973);
    }
  }
});

test('a million ids have a million keys', () => {
  const seen = new Set<bigint>();
  const n = runs(100_000, 1_000_000);
  for (let i = 0; i < n; i += 1) {
    const { low, high } = keyOfId(`touchpoint${String(i)}`);
    seen.add((BigInt(high >>> 0) << 32n) | BigInt(low >>> 0));
  }
  expect(seen.size).toBe(n);
});
