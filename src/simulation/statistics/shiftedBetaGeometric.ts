import { exp, ln, lnGamma } from '../chance';

/** Churn that differs between people and is constant for each: Beta(α, β) (Fader & Hardie 2007). */
export interface RetentionFit {
  readonly alpha: number;
  readonly beta: number;
  readonly logLikelihood: number;
}

/** Share of the first customers alive after t renewals. */
export function survival({ alpha, beta }: Pick<RetentionFit, 'alpha' | 'beta'>, t: number): number {
  return exp(lnBeta(alpha, beta + t) - lnBeta(alpha, beta));
}

/** Share of those alive after t − 1 renewals who renew once more. */
export function renewal({ alpha, beta }: Pick<RetentionFit, 'alpha' | 'beta'>, t: number): number {
  return (beta + t - 1) / (alpha + beta + t - 1);
}

const lnBeta = (a: number, b: number) => lnGamma(a) + lnGamma(b) - lnGamma(a + b);

/** Largest ln α and ln β looked at. */
const FARTHEST = 14;

/**
 * Fits the model to customers alive at the start and after each renewal, by maximum likelihood.
 * Null where nobody was ever lost or nothing was observed.
 */
export function fitRetention(alive: readonly number[]): RetentionFit | null {
  return fitRenewals(
    alive.slice(1),
    alive.slice(1).map((now, index) => alive[index]! - now),
  );
}

/**
 * The same from those who renewed and those who were lost at each renewal, who need not be the
 * same people from one to the next: some are observed for a shorter time. Nelder–Mead on ln α, ln β.
 */
export function fitRenewals(
  renewed: readonly number[],
  lost: readonly number[],
): RetentionFit | null {
  if (lost.length < 2 || lost.some((count) => count < 0)) return null;
  if (lost.every((count) => count === 0)) return null;
  const likelihood = (alpha: number, beta: number) => {
    let sum = 0;
    lost.forEach((count, index) => {
      const whole = ln(alpha + beta + index);
      if (renewed[index]! > 0) sum += renewed[index]! * (ln(beta + index) - whole);
      if (count > 0) sum += count * (ln(alpha) - whole);
    });
    return sum;
  };
  // Where everybody is alike both grow without end: far out the curve no longer changes.
  const isNear = (p: number) => Math.abs(p) < FARTHEST;
  const [x, y] = minimise((p, q) =>
    isNear(p) && isNear(q) ? -likelihood(exp(p), exp(q)) : Infinity,
  );
  const alpha = exp(x);
  const beta = exp(y);
  return { alpha, beta, logLikelihood: likelihood(alpha, beta) };
}

type Point = readonly [x: number, y: number, value: number];

/** Nelder & Mead (1965) in two dimensions from the origin. */
function minimise(f: (x: number, y: number) => number): readonly [number, number] {
  const at = (x: number, y: number): Point => [x, y, f(x, y)];
  let simplex: Point[] = [at(0, 0), at(1, 0), at(0, 1)];
  for (let step = 0; step < 2_000; step += 1) {
    simplex.sort((a, b) => a[2] - b[2]);
    const [best, good, worst] = simplex as [Point, Point, Point];
    if (Math.abs(best[0] - worst[0]) + Math.abs(best[1] - worst[1]) < 1e-12) break;
    const centre = [(best[0] + good[0]) / 2, (best[1] + good[1]) / 2] as const;
    const along = (k: number) =>
      at(centre[0] + k * (worst[0] - centre[0]), centre[1] + k * (worst[1] - centre[1]));
    const reflected = along(-1);
    let next = reflected;
    if (reflected[2] < best[2]) {
      const expanded = along(-2);
      if (expanded[2] < reflected[2]) next = expanded;
    } else if (reflected[2] >= good[2]) next = along(reflected[2] < worst[2] ? -0.5 : 0.5);
    if (next[2] < worst[2]) simplex = [best, good, next];
    else {
      const shrink = ([x, y]: Point) => at((x + best[0]) / 2, (y + best[1]) / 2);
      simplex = [best, shrink(good), shrink(worst)];
    }
  }
  simplex.sort((a, b) => a[2] - b[2]);
  return [simplex[0]![0], simplex[0]![1]];
}
