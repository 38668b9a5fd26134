import { within } from '../../map/basics';
import { exp, ln, lnGamma } from './arithmetic';

/** Incomplete gamma and beta functions, the normal distribution and the inverses of all three. */

const TINY = 1e-300;
const CLOSE = 1e-15;
const MOST_TERMS = 10_000;

/** Lower and upper regularised incomplete gamma: P(a, x) and Q(a, x) = 1 − P (series; Lentz's continued fraction). */
export function gammaParts(a: number, x: number): { lower: number; upper: number } {
  if (!(x > 0)) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  const front = exp(a * ln(x) - x - lnGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < MOST_TERMS && term > sum * CLOSE; n += 1) {
      term *= x / (a + n);
      sum += term;
    }
    const lower = Math.min(1, sum * front);
    return { lower, upper: 1 - lower };
  }
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < MOST_TERMS; n += 1) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / nonZero(an * d + b);
    c = nonZero(b + an / c);
    h *= d * c;
    if (Math.abs(d * c - 1) < CLOSE) break;
  }
  const upper = Math.min(1, front * h);
  return { lower: 1 - upper, upper };
}

const nonZero = (x: number) => (Math.abs(x) < TINY ? TINY : x);

/** Regularised incomplete beta I_x(a, b) (Lentz's continued fraction). */
export function betaPart(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = exp(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * ln(x) + b * ln(1 - x));
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m < MOST_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    h *= d * c;
    if (Math.abs(d * c - 1) < CLOSE) break;
  }
  return h;
}

/** Φ(z), precise in both tails. */
export function normalCdf(z: number): number {
  const { lower, upper } = gammaParts(0.5, (z * z) / 2);
  return z < 0 ? upper / 2 : 0.5 + lower / 2;
}

/** Upper tail of χ² with `df` degrees of freedom: the p-value. */
export const chiSquareTail = (x: number, df: number): number => gammaParts(df / 2, x / 2).upper;

/** Φ⁻¹(p) (Wichura, "Algorithm AS 241", 1988: about 1e-16). */
export function normalQuantile(p: number): number {
  if (p <= 0) return -Infinity;
  if (p >= 1) return Infinity;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(0.180625 - q * q, CENTRE);
  const r = Math.sqrt(-ln(q < 0 ? p : 1 - p));
  const z = r <= 5 ? ratio(r - 1.6, MIDDLE) : ratio(r - 5, TAIL);
  return q < 0 ? -z : z;
}

type Coefficients = readonly [numerator: readonly number[], denominator: readonly number[]];

const horner = (x: number, terms: readonly number[]) =>
  terms.reduceRight((sum, term) => sum * x + term, 0);

const ratio = (x: number, [above, below]: Coefficients) => horner(x, above) / horner(x, below);

const CENTRE: Coefficients = [
  [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946,
    45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227,
  ],
  [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597,
    39307.89580009271, 28729.085735721943, 5226.495278852854,
  ],
];
const MIDDLE: Coefficients = [
  [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045,
    1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008,
    0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9,
  ],
];
const TAIL: Coefficients = [
  [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
    0.026532189526576124, 0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
  ],
  [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
    0.000018463183175100548, 1.421511758316446e-7, 2.0442631033899397e-15,
  ],
];

/** Above this shape the two inverses below use their normal limits; errors are below 1e-6 of the scale. */
const LARGE_SHAPE = 1e5;

/** x with P(shape, x) = p. */
export function gammaQuantile(p: number, shape: number): number {
  const z = normalQuantile(p);
  // Wilson & Hilferty (1931): a start, and for large shapes the answer.
  const cube = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  const start = shape * cube * cube * cube;
  if (shape > LARGE_SHAPE) return Math.max(0, start);
  // Far left the first term of the series is exact enough to begin with.
  const left = exp((ln(p) + lnGamma(shape + 1)) / shape);
  const guess = shape < 1 || !(start > 0) || left < start * 0.1 ? left : start;
  return solve(
    (x) => gammaParts(shape, x),
    (x) => exp((shape - 1) * ln(x) - x - lnGamma(shape)),
    p,
    guess,
    Infinity,
  );
}

/** x with I_x(a, b) = p. */
export function betaQuantile(p: number, a: number, b: number): number {
  const mean = a / (a + b);
  if (Math.min(a, b) > LARGE_SHAPE || Math.max(a, b) > 100 * LARGE_SHAPE) {
    const sd = Math.sqrt((mean * (1 - mean)) / (a + b + 1));
    return within(mean + sd * normalQuantile(p), 0, 1);
  }
  const lnBeta = lnGamma(a) + lnGamma(b) - lnGamma(a + b);
  // Far left the first term of the series is the function.
  const left = exp((ln(p) + ln(a) + lnBeta) / a);
  return solve(
    (x) => {
      const lower = betaPart(x, a, b);
      return { lower, upper: 1 - lower };
    },
    (x) => exp((a - 1) * ln(x) + (b - 1) * ln(1 - x) - lnBeta),
    p,
    Math.min(left, mean),
    1,
  );
}

/** Newton's steps, kept inside a bracket that halves whenever they would leave it. */
function solve(
  parts: (x: number) => { lower: number; upper: number },
  density: (x: number) => number,
  p: number,
  guess: number,
  limit: number,
): number {
  let low = 0;
  let high = limit;
  let x = guess > 0 ? guess : TINY;
  for (let step = 0; step < 200; step += 1) {
    const { lower, upper } = parts(x);
    // Beyond the median the upper tail keeps the digits the lower one has lost.
    const miss = p < 0.5 ? lower - p : 1 - p - upper;
    if (miss === 0) return x;
    if (miss > 0) high = x;
    else low = x;
    const slope = density(x);
    let next = x - miss / slope;
    if (!(next > low && next < high)) next = high === Infinity ? x * 2 : (low + high) / 2;
    if (Math.abs(next - x) <= 1e-14 * x) return next;
    x = next;
  }
  return x;
}
