const MULTIPLIER = 1664525;
const INCREMENT = 1013904223;

/**
 * pcg4d (Jarzynski & Olano, "Hash functions for GPU rendering", JCGT 2020): a one-to-one scrambling
 * of four 32-bit words with twelve multiplications; the answer is in `words`.
 */
export function pcg4d(a: number, b: number, c: number, d: number, words: Int32Array): void {
  let x = (Math.imul(a, MULTIPLIER) + INCREMENT) | 0;
  let y = (Math.imul(b, MULTIPLIER) + INCREMENT) | 0;
  let z = (Math.imul(c, MULTIPLIER) + INCREMENT) | 0;
  let w = (Math.imul(d, MULTIPLIER) + INCREMENT) | 0;
  x = (x + Math.imul(y, w)) | 0;
  y = (y + Math.imul(z, x)) | 0;
  z = (z + Math.imul(x, y)) | 0;
  w = (w + Math.imul(y, z)) | 0;
  x ^= x >>> 16;
  y ^= y >>> 16;
  z ^= z >>> 16;
  w ^= w >>> 16;
  x = (x + Math.imul(y, w)) | 0;
  y = (y + Math.imul(z, x)) | 0;
  z = (z + Math.imul(x, y)) | 0;
  w = (w + Math.imul(y, z)) | 0;
  words[0] = x;
  words[1] = y;
  words[2] = z;
  words[3] = w;
}

/** The first word of the same block alone, which is what a choice needs. */
export function firstOfPcg4d(a: number, b: number, c: number, d: number): number {
  let x = (Math.imul(a, MULTIPLIER) + INCREMENT) | 0;
  let y = (Math.imul(b, MULTIPLIER) + INCREMENT) | 0;
  let z = (Math.imul(c, MULTIPLIER) + INCREMENT) | 0;
  let w = (Math.imul(d, MULTIPLIER) + INCREMENT) | 0;
  x = (x + Math.imul(y, w)) | 0;
  y = (y + Math.imul(z, x)) | 0;
  z = (z + Math.imul(x, y)) | 0;
  w = (w + Math.imul(y, z)) | 0;
  return ((x ^ (x >>> 16)) + Math.imul(y ^ (y >>> 16), w ^ (w >>> 16))) | 0;
}
