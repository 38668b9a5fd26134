import { fraction, within } from '../../map/basics';
import { chiSquareTail, normalQuantile } from '../chance';
import type { Estimate, Interval } from '../results';
import { t95 } from './studentT';

/** Two-sided 95 %. */
export const Z95 = 1.959963984540054;

/** Wilson's score interval of a share (Wilson 1927); null without observations. */
export function wilson(successes: number, trials: number, z = Z95): Interval | null {
  if (!(trials > 0)) return null;
  const share = within(successes / trials, 0, 1);
  const spread = (z * z) / trials;
  const centre = (share + spread / 2) / (1 + spread);
  const half =
    (z * Math.sqrt((share * (1 - share)) / trials + spread / (4 * trials))) / (1 + spread);
  return [
    share === 0 ? 0 : Math.max(0, centre - half),
    share === 1 ? 1 : Math.min(1, centre + half),
  ];
}

/** A share with its interval; 0 without observations. */
export function shareOf(successes: number, trials: number): Estimate {
  return { value: fraction(successes, trials), interval: wilson(successes, trials) };
}

/** A mean from a sum and a sum of squares; its interval is normal, null below two observations. */
export function meanOf(
  sum: number,
  squares: number,
  count: number,
): Estimate & { variance: number } {
  if (count === 0) return { value: 0, interval: null, variance: 0 };
  const value = sum / count;
  if (count < 2) return { value, interval: null, variance: 0 };
  const variance = Math.max(0, (squares - sum * value) / (count - 1));
  const half = Z95 * Math.sqrt(variance / count);
  return { value, interval: [value - half, value + half], variance };
}

/**
 * Everybody's sum per counted customer, with its interval by the delta method: `squares` are of
 * everybody, `counted` is the part of the sum that is of the counted. 0 where nobody is counted.
 */
export function ratioToCount(
  sum: number,
  squares: number,
  counted: number,
  count: number,
): Estimate {
  if (count === 0) return { value: 0, interval: null };
  const value = sum / count;
  const residual = Math.max(0, squares - 2 * value * counted + value * value * count);
  const half = (Z95 * Math.sqrt(residual)) / count;
  return { value, interval: count < 2 ? null : [value - half, value + half] };
}

/** How far two shares are apart, and how likely that is by chance. */
export interface TwoShares {
  /** Pearson's χ² with one degree of freedom, without Yates' correction. */
  readonly chiSquare: number;
  readonly pValue: number;
  /** First minus second, with its Wald interval. */
  readonly difference: Estimate;
}

/** Do two groups differ in a share? */
export function compareShares(
  successesA: number,
  trialsA: number,
  successesB: number,
  trialsB: number,
): TwoShares | null {
  if (!(trialsA > 0) || !(trialsB > 0)) return null;
  const a = successesA / trialsA;
  const b = successesB / trialsB;
  const pooled = (successesA + successesB) / (trialsA + trialsB);
  const noise = pooled * (1 - pooled) * (1 / trialsA + 1 / trialsB);
  const chiSquare = noise > 0 ? ((a - b) * (a - b)) / noise : 0;
  const half = Z95 * Math.sqrt((a * (1 - a)) / trialsA + (b * (1 - b)) / trialsB);
  return {
    chiSquare,
    pValue: chiSquareTail(chiSquare, 1),
    difference: { value: a - b, interval: [a - b - half, a - b + half] },
  };
}

/** What the mean of a group is made from. */
export interface MeanParts {
  readonly sum: number;
  readonly squares: number;
  readonly count: number;
}

/** Mean of `a` minus mean of `b`, with Welch's interval; without one below two observations each. */
export function compareMeans(a: MeanParts, b: MeanParts): Estimate {
  const [one, two] = [a, b].map(({ sum, squares, count }) => meanOf(sum, squares, count));
  const value = one!.value - two!.value;
  if (a.count < 2 || b.count < 2) return { value: a.count && b.count ? value : 0, interval: null };
  const [u, v] = [one!.variance / a.count, two!.variance / b.count];
  const noise = u + v;
  if (noise === 0) return { value, interval: [value, value] };
  const degrees = (noise * noise) / ((u * u) / (a.count - 1) + (v * v) / (b.count - 1));
  const half = t95(degrees) * Math.sqrt(noise);
  return { value, interval: [value - half, value + half] };
}

/**
 * Customers per arm to see a rise from one share to another, two-sided (Fleiss 1981, without
 * continuity correction: R's `power.prop.test`). Not rounded; infinite where nothing differs.
 */
export function sampleSize(from: number, to: number, power = 0.8, significance = 0.05): number {
  const pooled = (from + to) / 2;
  const alpha = normalQuantile(1 - significance / 2) * Math.sqrt(2 * pooled * (1 - pooled));
  const beta = normalQuantile(power) * Math.sqrt(from * (1 - from) + to * (1 - to));
  const rise = to - from;
  return rise === 0 ? Infinity : ((alpha + beta) / rise) * ((alpha + beta) / rise);
}
