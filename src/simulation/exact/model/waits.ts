import { expm1, log1p, power, square } from './numbers';
import { perObject } from '../../../map/memo';
import type { Delay } from '../../../map/schema';
import { exp, lnGamma } from '../../chance';
import { integrate, meanOverExponential, meanOverNormal } from './quadrature';

/** A wait as the solver needs it; days. */
export interface Wait {
  /** The days it always takes, or null where it varies. */
  readonly fixed: number | null;
  readonly mean: number;
  /** E D². */
  readonly square: number;
  /** Laplace transform E e^(−θD): what discounting by e^(−θ) a day makes of the wait. */
  readonly laplace: (theta: number) => number;
  /** Whether `laplace` is computed by quadrature (about 1e-14) rather than in closed form. */
  readonly byQuadrature: boolean;
}

/** A wait that does not vary, 0 included. */
export function fixedWait(days: number): Wait {
  return {
    fixed: days,
    mean: days,
    square: days * days,
    laplace: (theta) => exp(-theta * days),
    byQuadrature: false,
  };
}

const closed = (mean: number, variance: number, laplace: Wait['laplace']): Wait => ({
  fixed: null,
  mean,
  square: variance + mean * mean,
  laplace,
  byQuadrature: false,
});

/** Moments and transform of a delay, computed once per record. */
export const waitOf: (delay: Delay) => Wait = perObject(makeWait);

function makeWait(delay: Delay): Wait {
  switch (delay.family) {
    case 'constant':
      return fixedWait(Math.max(0, delay.value));
    case 'uniform': {
      const { min, max } = delay;
      const width = max - min;
      if (width === 0) return fixedWait(min);
      return closed((min + max) / 2, square(width) / 12, (theta) =>
        theta === 0 ? 1 : (exp(-theta * min) * -expm1(-theta * width)) / (theta * width),
      );
    }
    case 'exponential':
      return closed(delay.mean, square(delay.mean), (theta) => 1 / (1 + theta * delay.mean));
    case 'gamma': {
      const { shape, scale } = delay;
      return closed(shape * scale, shape * square(scale), (theta) =>
        exp(-shape * log1p(theta * scale)),
      );
    }
    case 'triangular':
      return delay.min === delay.max ? fixedWait(delay.min) : triangular(delay);
    case 'pert':
      return delay.min === delay.max ? fixedWait(delay.min) : pert(delay);
    case 'weibull': {
      const { shape, scale } = delay;
      const factor = (k: number) => exp(lnGamma(1 + k / shape));
      return {
        fixed: null,
        mean: scale * factor(1),
        square: square(scale) * factor(2),
        laplace: (theta) => meanOverExponential((t) => exp(-theta * scale * power(t, 1 / shape))),
        byQuadrature: true,
      };
    }
    case 'lognormal': {
      const { median, sigma } = delay;
      return {
        fixed: null,
        mean: median * exp(square(sigma) / 2),
        square: square(median) * exp(2 * square(sigma)),
        laplace: (theta) => meanOverNormal((z) => exp(-theta * median * exp(sigma * z))),
        byQuadrature: true,
      };
    }
    case 'truncated-normal':
      return truncatedNormal(delay);
    case 'empirical': {
      const { values } = delay;
      const average = (f: (x: number) => number) =>
        values.reduce((sum, x) => sum + f(x), 0) / values.length;
      if (values.every((value) => value === values[0])) return fixedWait(values[0]!);
      const mean = average((x) => x);
      const variance = average((x) => square(x - mean));
      return closed(mean, variance, (theta) => average((x) => exp(-theta * x)));
    }
  }
}

function triangular({ min, mode, max }: { min: number; mode: number; max: number }): Wait {
  const variance =
    (square(min) + square(mode) + square(max) - min * mode - min * max - mode * max) / 18;
  const width = max - min;
  // Polynomial × exponential: 20 points a side leave nothing over.
  const side = (theta: number, foot: number) =>
    foot === mode
      ? 0
      : Math.abs(integrate((x) => ((x - foot) / (mode - foot)) * exp(-theta * x), foot, mode, 4));
  return {
    ...closed((min + mode + max) / 3, variance, (theta) =>
      theta === 0 ? 1 : (2 / width) * (side(theta, min) + side(theta, max)),
    ),
    byQuadrature: true,
  };
}

/** e^(−θ·min) · ₁F₁(α; 6; −θ·width), summed by Kummer's transformation, whose terms are positive. */
function pert({ min, mode, max }: { min: number; mode: number; max: number }): Wait {
  const width = max - min;
  const alpha = 1 + (4 * (mode - min)) / width;
  const mean = (min + 4 * mode + max) / 6;
  return closed(mean, ((mean - min) * (max - mean)) / 7, (theta) => {
    const z = theta * width;
    let term = 1;
    let sum = 1;
    for (let k = 0; k < 10_000 && term > sum * 1e-17; k += 1) {
      term *= ((6 - alpha + k) * z) / ((6 + k) * (k + 1));
      sum += term;
    }
    return exp(-theta * min - z) * sum;
  });
}

interface TruncatedNormal {
  mean: number;
  sd: number;
  min: number | null;
  max: number | null;
}

/** By quadrature relative to the likeliest point, so that far tails keep their digits. */
function truncatedNormal({ mean, sd, min, max }: TruncatedNormal): Wait {
  const low = min ?? 0;
  const peak = Math.max(low, Math.min(mean, max ?? Infinity));
  const away = (x: number) => (square(x - mean) - square(peak - mean)) / (2 * square(sd));
  // Beyond 40 in the exponent nothing is left.
  const reach = Math.sqrt(80 * square(sd) + square(peak - mean)) - Math.abs(peak - mean);
  const from = Math.max(low, peak - reach);
  const to = Math.min(max ?? Infinity, peak + reach);
  const over = (f: (x: number) => number) => integrate((x) => f(x) * exp(-away(x)), from, to, 32);
  const whole = over(() => 1);
  const first = over((x) => x) / whole;
  return {
    fixed: null,
    mean: first,
    square: over((x) => x * x) / whole,
    laplace: (theta) => over((x) => exp(-theta * x)) / whole,
    byQuadrature: true,
  };
}
