import { expect, test } from 'vitest';
import { AttributeDistribution } from '../../../src/map/schema';
import { Draws, keyOfId, PURPOSES } from '../../../src/simulation/chance/draws';
import { attributeQuantile } from '../../../src/simulation/chance/quantiles';
import { runs } from '../../support/runs';

const N = runs(40_000, 1_000_000);
/** χ² at .001 with 15 degrees of freedom, and of a normal at .9995: published. */
const CHI_15 = 37.6973;
const NORMAL = 3.290527;

/** Means and variances from the textbooks' formulas, not from the code's own inverses. */
const cases: [string, unknown, number, number][] = [
  ['uniform', { family: 'uniform', min: 2, max: 8 }, 5, 3],
  ['triangular', { family: 'triangular', min: 1, mode: 2, max: 9 }, 4, 114 / 36],
  ['PERT', { family: 'pert', min: 1, mode: 3, max: 11 }, 4, (3 * 7) / 7],
  ['exponential', { family: 'exponential', mean: 4 }, 4, 16],
  ['gamma', { family: 'gamma', shape: 2.5, scale: 1.2 }, 3, 3.6],
  ['Weibull', { family: 'weibull', shape: 2, scale: 3 }, 2.658680776, 1.931416],
  ['lognormal', { family: 'lognormal', median: 2, sigma: 0.5 }, 2.266296906, 1.458797],
  ['normal', { family: 'normal', mean: -3, sd: 2 }, -3, 4],
  ['beta', { family: 'beta', alpha: 2, beta: 3, min: 0, max: 10 }, 4, 4],
  ['empirical', { family: 'empirical', values: [1, 2, 3, 10] }, 4, 12.5],
];

test.each(cases)('%s has the mean and the variance it should', (_, input, mean, variance) => {
  const quantile = attributeQuantile(AttributeDistribution.parse(input));
  const draws = new Draws(11);
  const key = keyOfId('attribute000');
  let sum = 0;
  let squares = 0;
  let fourths = 0;
  const cells = new Float64Array(16);
  for (let i = 0; i < N; i += 1) {
    const u = draws.once(i, PURPOSES.attribute, key);
    cells[Math.floor(u * 16)]! += 1;
    const off = (quantile(u) as number) - mean;
    sum += off;
    squares += off * off;
    fourths += off ** 4;
  }
  const chi = cells.reduce((total, count) => total + (count - N / 16) ** 2 / (N / 16), 0);
  expect(chi).toBeLessThan(CHI_15);
  expect(Math.abs(sum / N)).toBeLessThan(NORMAL * Math.sqrt(variance / N));
  const spread = Math.sqrt((fourths / N - variance * variance) / N);
  expect(Math.abs(squares / N - variance)).toBeLessThan(NORMAL * spread);
});

test('the words of neighbouring customers, visits and ids differ in half their bits', () => {
  const draws = new Draws(5);
  const word = (customer: number, id: string, visit: number) => {
    draws.visit(customer, keyOfId(id), visit);
    return Math.floor(draws.choice() * 0x100000000);
  };
  const pairs: ((i: number) => [number, number])[] = [
    (i) => [word(i, 'aaaaaaaaaaaa', 1), word(i + 1, 'aaaaaaaaaaaa', 1)],
    (i) => [word(7, 'aaaaaaaaaaaa', i + 1), word(7, 'aaaaaaaaaaaa', i + 2)],
    (i) => [word(3, `aaaaaaaa${String(1000 + i)}`, 1), word(3, `aaaaaaaa${String(1001 + i)}`, 1)],
  ];
  for (const pair of pairs) {
    const flips = new Float64Array(32);
    const n = 4_000;
    for (let i = 0; i < n; i += 1) {
      const [a, b] = pair(i);
      for (let bit = 0; bit < 32; bit += 1) flips[bit]! += ((a ^ b) >>> bit) & 1;
    }
    // 96 shares are looked at: 5 standard errors of a fair coin.
    for (const count of flips) expect(Math.abs(count / n - 0.5)).toBeLessThan(2.5 / Math.sqrt(n));
  }
});
