import { exp } from '../../chance';
/** Nodes and weights of a 20-point Gauss–Legendre rule on [−1, 1], found by Newton's method. */
const GAUSS = gaussLegendre(20);

function gaussLegendre(n: number): readonly (readonly [node: number, weight: number])[] {
  return Array.from({ length: n }, (_, i): readonly [number, number] => {
    let x = cosine((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let step = 0; step < 50; step += 1) {
      let before = 1;
      let now = x;
      for (let k = 2; k <= n; k += 1) {
        const next = ((2 * k - 1) * x * now - (k - 1) * before) / k;
        before = now;
        now = next;
      }
      slope = (n * (x * now - before)) / (x * x - 1);
      const move = now / slope;
      x -= move;
      if (Math.abs(move) < 1e-16) break;
    }
    return [x, 2 / ((1 - x * x) * slope * slope)];
  });
}

/** Good enough to begin Newton's steps with. */
function cosine(angle: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; k < 16; k += 1) {
    term *= (-angle * angle) / ((2 * k - 1) * (2 * k));
    sum += term;
  }
  return sum;
}

/** ∫ f over [from, to] in equal pieces of 20 Gauss–Legendre points each; for smooth f. */
export function integrate(
  f: (x: number) => number,
  from: number,
  to: number,
  pieces: number,
): number {
  const half = (to - from) / pieces / 2;
  let sum = 0;
  for (let piece = 0; piece < pieces; piece += 1) {
    const middle = from + half * (2 * piece + 1);
    for (const [node, weight] of GAUSS) sum += weight * f(middle + half * node);
  }
  return sum * half;
}

/** E f(T) for T exponential with mean 1, by double-exponential quadrature: f may be rough at 0. */
export function meanOverExponential(f: (t: number) => number): number {
  const step = 1 / 32;
  let sum = 0;
  for (let k = -5 * 32; k <= 7 * 32; k += 1) {
    const s = k * step;
    const fall = exp(-s);
    const t = exp(s - fall);
    if (t > 800) break;
    sum += exp(-t) * t * (1 + fall) * f(t);
  }
  return sum * step;
}

/** E f(Z) for Z standard normal; the trapezoidal rule converges exponentially for analytic f. */
export function meanOverNormal(f: (z: number) => number): number {
  const step = 1 / 16;
  let sum = 0;
  let total = 0;
  for (let k = -12 * 16; k <= 12 * 16; k += 1) {
    const z = k * step;
    const weight = exp((-z * z) / 2);
    total += weight;
    sum += weight * f(z);
  }
  return sum / total;
}
