import fc from 'fast-check';
import { expect, test } from 'vitest';
import { block, philox } from '../../../src/simulation/chance/philox';
import { runs } from '../../support/runs';

test('counter 0 under key 0 gives the published block', () => {
  philox(0, 0, 0, 0, 0, 0);
  const words = Array.from(block, (word) => (word >>> 0).toString(16));
  expect(words).toEqual(['6627e8d5', 'e169c58d', 'bc57ac4c', '9b00dbd8']);
});

test('every block equals the one made with 64-bit integers', () => {
  const word = fc.integer({ min: 0, max: 0xffffffff });
  fc.assert(
    fc.property(fc.tuple(word, word, word, word, word, word), (input) => {
      philox(...input);
      expect(Array.from(block, (value) => value >>> 0)).toEqual(inBigInts(input));
    }),
    { numRuns: runs(2_000, 100_000) },
  );
});

function inBigInts([c0, c1, c2, c3, k0, k1]: readonly number[]): number[] {
  const mask = 0xffffffffn;
  let [a, b, c, d] = [BigInt(c0!), BigInt(c1!), BigInt(c2!), BigInt(c3!)];
  let [keyA, keyB] = [BigInt(k0!), BigInt(k1!)];
  for (let round = 0; round < 10; round += 1) {
    const left = a * 0xd2511f53n;
    const right = c * 0xcd9e8d57n;
    [a, b, c, d] = [(right >> 32n) ^ b ^ keyA, right & mask, (left >> 32n) ^ d ^ keyB, left & mask];
    keyA = (keyA + 0x9e3779b9n) & mask;
    keyB = (keyB + 0xbb67ae85n) & mask;
  }
  return [a, b, c, d].map(Number);
}
