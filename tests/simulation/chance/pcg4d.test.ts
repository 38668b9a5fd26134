import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pcg4d } from '../../../src/simulation/chance/pcg4d';
import { runs } from '../../support/runs';

const block = new Int32Array(4);

test('pcg4d is the published scrambling, made with whole numbers', () => {
  const word = fc.integer({ min: 0, max: 0xffffffff });
  fc.assert(
    fc.property(fc.tuple(word, word, word, word), (input) => {
      pcg4d(...input, block);
      expect(Array.from(block, (value) => value >>> 0)).toEqual(scrambled(input));
    }),
    { numRuns: runs(2_000, 100_000) },
  );
});

function scrambled(input: readonly number[]): number[] {
  const mask = 0xffffffffn;
  const v = input.map((word) => (BigInt(word) * 1664525n + 1013904223n) & mask);
  const round = () => {
    for (const [target, a, b] of [
      [0, 1, 3],
      [1, 2, 0],
      [2, 0, 1],
      [3, 1, 2],
    ] as const) {
      v[target] = (v[target]! + v[a]! * v[b]!) & mask;
    }
  };
  round();
  v.forEach((word, i) => (v[i] = word ^ (word >> 16n)));
  round();
  return v.map(Number);
}
