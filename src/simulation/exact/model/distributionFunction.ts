import { betaPart, gammaParts, ln, normalCdf } from '../../chance';
import { expm1, power, square } from './numbers';
import { within } from '../../../map/basics';
import type { AttributeDistribution, Delay } from '../../../map/schema';

type Discrete = 'fixed' | 'choice' | 'flag' | 'constant' | 'empirical';
type Continuous = Exclude<Delay | AttributeDistribution, { family: Discrete }>;

/** The distribution as a function of x, or null where its mass sits on single values. */
export function continuousCdf(
  distribution: Delay | AttributeDistribution,
): ((x: number) => number) | null {
  switch (distribution.family) {
    case 'fixed':
    case 'choice':
    case 'flag':
    case 'constant':
    case 'empirical':
      return null;
    case 'uniform':
    case 'triangular':
    case 'pert':
    case 'beta':
      return distribution.min === distribution.max ? null : cdfOf(distribution);
    default:
      return cdfOf(distribution);
  }
}

function cdfOf(distribution: Continuous): (x: number) => number {
  switch (distribution.family) {
    case 'uniform': {
      const { min, max } = distribution;
      return (x) => within((x - min) / (max - min), 0, 1);
    }
    case 'triangular':
      return triangular(distribution.min, distribution.mode, distribution.max);
    case 'pert': {
      const { min, mode, max } = distribution;
      const alpha = 1 + (4 * (mode - min)) / (max - min);
      return (x) => betaPart((x - min) / (max - min), alpha, 6 - alpha);
    }
    case 'beta': {
      const { alpha, beta, min, max } = distribution;
      return (x) => betaPart((x - min) / (max - min), alpha, beta);
    }
    case 'exponential':
      return (x) => (x <= 0 ? 0 : -expm1(-x / distribution.mean));
    case 'gamma':
      return (x) => (x <= 0 ? 0 : gammaParts(distribution.shape, x / distribution.scale).lower);
    case 'weibull':
      return (x) => (x <= 0 ? 0 : -expm1(-power(x / distribution.scale, distribution.shape)));
    case 'lognormal':
      return (x) => (x <= 0 ? 0 : normalCdf(ln(x / distribution.median) / distribution.sigma));
    case 'normal':
      return (x) => normalCdf((x - distribution.mean) / distribution.sd);
    case 'truncated-normal':
      return truncatedNormal(distribution);
  }
}

function triangular(min: number, mode: number, max: number): (x: number) => number {
  const width = max - min;
  return (x) => {
    if (x <= min) return 0;
    if (x >= max) return 1;
    return x < mode
      ? square(x - min) / (width * (mode - min))
      : 1 - square(max - x) / (width * (max - mode));
  };
}

interface TruncatedNormal {
  mean: number;
  sd: number;
  min: number | null;
  max: number | null;
}

function truncatedNormal({ mean, sd, min, max }: TruncatedNormal): (x: number) => number {
  const from = min === null ? -Infinity : (min - mean) / sd;
  const to = max === null ? Infinity : (max - mean) / sd;
  // The lower tail keeps its digits; the upper one is its mirror.
  const isMirrored = from > 0;
  const part = (a: number, b: number) =>
    isMirrored ? normalCdf(-a) - normalCdf(-b) : normalCdf(b) - normalCdf(a);
  const whole = part(from, to);
  return (x) => {
    const z = (x - mean) / sd;
    if (z <= from) return 0;
    if (z >= to) return 1;
    return whole > 0 ? within(part(from, z) / whole, 0, 1) : 1;
  };
}
