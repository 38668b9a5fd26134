/**
 * Philox4x32-10 (Salmon, Moraes, Dror & Shaw, "Parallel random numbers: as easy as 1, 2, 3", 2011):
 * a block of 128 random bits is a function of a 128-bit counter and a 64-bit key and of nothing
 * else, so any draw of any customer can be made alone, in any order, on any machine.
 */

const M0 = 0xd2511f53;
const M1 = 0xcd9e8d57;
const W0 = 0x9e3779b9;
const W1 = 0xbb67ae85;
const ROUNDS = 10;

/** The four words of the block last made, as signed 32-bit integers. */
export const block = new Int32Array(4);

const M0_LOW = M0 & 0xffff;
const M0_HIGH = M0 >>> 16;
const M1_LOW = M1 & 0xffff;
const M1_HIGH = M1 >>> 16;

/** Makes the block of a counter (c0…c3) under a key (k0, k1); the answer is in `block`. */
export function philox(
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  k0: number,
  k1: number,
): void {
  let a = c0 | 0;
  let b = c1 | 0;
  let c = c2 | 0;
  let d = c3 | 0;
  let keyA = k0 | 0;
  let keyB = k1 | 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    // High words of two 32 × 32 → 64-bit products, by 16-bit halves (Warren, Hacker's Delight, 8-2).
    let low = a & 0xffff;
    let high = a >>> 16;
    let middle = (Math.imul(high, M0_LOW) + (Math.imul(low, M0_LOW) >>> 16)) | 0;
    let rest = (Math.imul(low, M0_HIGH) + (middle & 0xffff)) | 0;
    const highA = (Math.imul(high, M0_HIGH) + (middle >>> 16) + (rest >>> 16)) | 0;
    low = c & 0xffff;
    high = c >>> 16;
    middle = (Math.imul(high, M1_LOW) + (Math.imul(low, M1_LOW) >>> 16)) | 0;
    rest = (Math.imul(low, M1_HIGH) + (middle & 0xffff)) | 0;
    const highC = (Math.imul(high, M1_HIGH) + (middle >>> 16) + (rest >>> 16)) | 0;
    const lowA = Math.imul(a, M0);
    const lowC = Math.imul(c, M1);
    a = highC ^ b ^ keyA;
    b = lowC;
    c = highA ^ d ^ keyB;
    d = lowA;
    keyA = (keyA + W0) | 0;
    keyB = (keyB + W1) | 0;
  }
  block[0] = a;
  block[1] = b;
  block[2] = c;
  block[3] = d;
}
