import { exp, ln } from '../../chance';

/** The same bits in every browser: only + − × ÷ √ and the ports of fdlibm's exp and log. */

export const square = (x: number): number => x * x;

/** x^k for x > 0. */
export const power = (x: number, k: number): number => exp(k * ln(x));

/** e^x − 1 with all digits near 0 (Kahan). */
export function expm1(x: number): number {
  const u = exp(x);
  if (u === 1) return x;
  return u - 1 === -1 ? -1 : ((u - 1) * x) / ln(u);
}

/** ln(1 + x) with all digits near 0 (Kahan). */
export function log1p(x: number): number {
  const u = 1 + x;
  return u === 1 ? x : (ln(u) * x) / (u - 1);
}

/** (1 − e^(−θt)) / θ: what a steady 1 a day for t days is worth at its beginning. */
export function stream(force: number, days: number): number {
  return force === 0 ? days : -expm1(-force * days) / force;
}
