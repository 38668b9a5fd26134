import { sumOf, within } from '../../map/basics';
import type { AttributeDistribution, AttributeValue, Delay } from '../../map/schema';
import { exp, ln } from './arithmetic';
import { betaQuantile, gammaQuantile, normalCdf, normalQuantile } from './special';

/** A value from a uniform number in (0, 1): the inverse of the distribution function, rising with it. */
export type Quantile<Value> = (u: number) => Value;

/** No draw leaves this range: a lognormal of wild parameters must not become infinite. */
const LARGEST = 1e12;
const inRange = (x: number) => within(x, -LARGEST, LARGEST);

type AnyDistribution = Delay | AttributeDistribution;
type NumberDistribution = Exclude<AnyDistribution, { family: 'fixed' | 'choice' | 'flag' }>;

/** Days from a uniform; the document admits no delay that could be negative. */
export function delayQuantile(delay: Delay): Quantile<number> {
  return numberQuantile(delay);
}

/** The exponential distribution by its mean, as `delayQuantile` has it. */
export function exponentialAt(u: number, mean: number): number {
  return Math.min(LARGEST, -mean * ln(1 - u));
}

/** An attribute's value from a uniform. Choices are cumulative in the order written. */
export function attributeQuantile(distribution: AttributeDistribution): Quantile<AttributeValue> {
  switch (distribution.family) {
    case 'fixed':
      return () => distribution.value;
    case 'flag':
      return (u) => u < distribution.share;
    case 'choice': {
      const { options } = distribution;
      const pick = pickBy(options.map(({ share }) => share));
      return (u) => options[pick(u)]!.value;
    }
    default:
      return numberQuantile(distribution);
  }
}

/** So many are searched one by one; it is faster than halving them. */
const FEW = 12;

/**
 * An index with chance in proportion to its weight, cumulative in order. The last with a weight
 * takes what rounding leaves; without any weight all are equally likely.
 */
export function pickBy(weights: readonly number[]): Quantile<number> {
  const total = sumOf(weights);
  if (!(total > 0)) return (u) => Math.min(weights.length - 1, Math.floor(u * weights.length));
  const limits: number[] = [];
  let sum = 0;
  for (const weight of weights) limits.push((sum += weight));
  const last = weights.findLastIndex((weight) => weight > 0);
  return (u) => {
    const at = u * total;
    let low = 0;
    let high = last;
    // The first limit above it is never further on than `high`.
    while (high - low > FEW) {
      const middle = (low + high) >> 1;
      if (at < limits[middle]!) high = middle;
      else low = middle + 1;
    }
    for (let index = low; index < high; index += 1) if (at < limits[index]!) return index;
    return high;
  };
}

function numberQuantile(distribution: NumberDistribution): Quantile<number> {
  switch (distribution.family) {
    case 'constant':
      return () => distribution.value;
    case 'uniform': {
      const { min, max } = distribution;
      return (u) => min + (max - min) * u;
    }
    case 'triangular':
      return triangular(distribution.min, distribution.mode, distribution.max);
    case 'pert': {
      const { min, mode, max } = distribution;
      if (min === max) return () => min;
      const alpha = 1 + (4 * (mode - min)) / (max - min);
      return stretchedBeta(alpha, 6 - alpha, min, max);
    }
    case 'exponential': {
      const { mean } = distribution;
      return (u) => exponentialAt(u, mean);
    }
    case 'gamma': {
      const { shape, scale } = distribution;
      return (u) => inRange(scale * gammaQuantile(u, shape));
    }
    case 'weibull': {
      const { shape, scale } = distribution;
      return (u) => inRange(scale * exp(ln(-ln(1 - u)) / shape));
    }
    case 'lognormal': {
      const { median, sigma } = distribution;
      return (u) => inRange(median * exp(sigma * normalQuantile(u)));
    }
    case 'truncated-normal':
      return truncatedNormal(distribution);
    case 'normal': {
      const { mean, sd } = distribution;
      return (u) => inRange(mean + sd * normalQuantile(u));
    }
    case 'beta': {
      const { alpha, beta, min, max } = distribution;
      return stretchedBeta(alpha, beta, min, max);
    }
    case 'empirical': {
      const values = [...distribution.values].sort((a, b) => a - b);
      return (u) => values[Math.floor(u * values.length)]!;
    }
  }
}

function triangular(min: number, mode: number, max: number): Quantile<number> {
  const width = max - min;
  if (width === 0) return () => min;
  const left = (mode - min) / width;
  return (u) =>
    u < left
      ? min + Math.sqrt(u * width * (mode - min))
      : max - Math.sqrt((1 - u) * width * (max - mode));
}

function stretchedBeta(a: number, b: number, min: number, max: number): Quantile<number> {
  return (u) => min + (max - min) * betaQuantile(u, a, b);
}

interface Truncated {
  mean: number;
  sd: number;
  min: number | null;
  max: number | null;
}

function truncatedNormal({ mean, sd, min, max }: Truncated): Quantile<number> {
  const from = min === null ? -Infinity : (min - mean) / sd;
  const to = max === null ? Infinity : (max - mean) / sd;
  // In the lower tail probabilities keep their digits; the upper one is its mirror.
  const isMirrored = from > 0;
  const low = normalCdf(isMirrored ? -to : from);
  const high = normalCdf(isMirrored ? -from : to);
  return (u) => {
    const z = isMirrored
      ? -normalQuantile(high - u * (high - low))
      : normalQuantile(low + u * (high - low));
    // Beyond all digits of the tail the limit nearest to the mean is the whole distribution.
    const x = Number.isFinite(z) ? mean + sd * z : isMirrored ? mean + sd * from : mean + sd * to;
    return inRange(within(x, min ?? -Infinity, max ?? Infinity));
  };
}
