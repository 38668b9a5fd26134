import { describe, expect, test } from 'vitest';
import { AttributeDistribution, Delay } from '../../../../src/map/schema';
import { attributeQuantile, delayQuantile } from '../../../../src/simulation/chance/quantiles';
import { continuousCdf } from '../../../../src/simulation/exact/model/distributionFunction';
import { waitOf } from '../../../../src/simulation/exact/model/waits';

const delays = [
  { family: 'constant', value: 3 },
  { family: 'uniform', min: 2, max: 8 },
  { family: 'uniform', min: 4, max: 4 },
  { family: 'exponential', mean: 4 },
  { family: 'gamma', shape: 2.5, scale: 1.2 },
  { family: 'triangular', min: 1, mode: 2, max: 9 },
  { family: 'triangular', min: 1, mode: 1, max: 4 },
  { family: 'triangular', min: 1, mode: 4, max: 4 },
  { family: 'pert', min: 1, mode: 3, max: 11 },
  { family: 'weibull', shape: 1.5, scale: 3 },
  { family: 'lognormal', median: 2, sigma: 0.5 },
  { family: 'truncated-normal', mean: 1, sd: 2, min: 0, max: null },
  { family: 'truncated-normal', mean: 9, sd: 2, min: 1, max: 5 },
  { family: 'truncated-normal', mean: 0, sd: 1, min: 2, max: 3 },
  { family: 'empirical', values: [1, 2, 3, 10] },
  { family: 'empirical', values: [5, 5] },
].map((delay) => Delay.parse(delay));

/** The mean over a distribution from its quantiles: what sampled customers would have at last. */
function over(quantile: (u: number) => number, f: (x: number) => number): number {
  const n = 5_000;
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += f(quantile((i + 0.5) / n));
  return sum / n;
}

describe('a wait as the solver knows it', () => {
  test.each(delays.map((delay) => [JSON.stringify(delay), delay] as const))(
    'is the one that sampled customers draw: %s',
    (_, delay) => {
      const quantile = delayQuantile(delay);
      const wait = waitOf(delay);
      // The quantiles leave out the thinnest tail.
      const near = (actual: number, f: (x: number) => number) => {
        expect(actual / over(quantile, f)).toBeCloseTo(1, 2);
      };
      near(wait.mean, (x) => x);
      near(wait.square, (x) => x * x);
      near(wait.laplace(0.3), (x) => Math.exp(-0.3 * x));
      expect(wait.laplace(0)).toBeCloseTo(1, 12);
      const varies = quantile(0.01) !== quantile(0.99);
      expect(wait.fixed).toBe(varies ? null : quantile(0.5));
    },
  );
});

describe('a distribution function', () => {
  const attributes = [
    { family: 'normal', mean: -3, sd: 2 },
    { family: 'beta', alpha: 2, beta: 3, min: -1, max: 9 },
  ].map((input) => AttributeDistribution.parse(input));

  test.each([...delays, ...attributes].map((each) => [JSON.stringify(each), each] as const))(
    'undoes the quantile of its family: %s',
    (_, distribution) => {
      const cdf = continuousCdf(distribution);
      const quantile = attributeQuantile(distribution as AttributeDistribution);
      const isContinuous = quantile(0.01) !== quantile(0.99) && distribution.family !== 'empirical';
      expect(cdf !== null).toBe(isContinuous);
      if (!cdf) return;
      for (const u of [0.001, 0.1, 0.3, 0.5, 0.8, 0.999]) {
        expect(cdf(quantile(u) as number)).toBeCloseTo(u, 8);
      }
      expect(cdf(-100)).toBeCloseTo(0, 12);
      expect(cdf(1e4)).toBeCloseTo(1, 12);
    },
  );
});
