import { describe, expect, test } from 'vitest';
import { setCover } from '../../../src/simulation/cover/setCover';

/** Without a node to open only what needs no search is done. */
const atOnce = (size: number, sets: number[][]) => setCover(size, sets, 0);

describe('without a search, a choice of sets is the greedy one after all that needs no choice', () => {
  test('what comes along with something rarer does not count', () => {
    // 0 comes along with 4, and 1 with 3: the first set holds nothing that is still to be covered.
    const sets = [[0, 1], [1, 3], [1], [0, 4]];
    expect(atOnce(5, sets)).toEqual({ chosen: [1, 3], atLeast: 2 });
    const others = [
      [1, 2, 4],
      [0, 1, 2, 4],
      [0, 4, 5],
      [1, 2, 3, 6],
    ];
    expect(atOnce(7, others)).toEqual({ chosen: [2, 3], atLeast: 2 });
  });

  test('of equal sets the first is taken, and one within another never', () => {
    expect(atOnce(4, [[1], [0, 1], [2, 3], [1, 0], [3], []])).toEqual({
      chosen: [1, 2],
      atLeast: 2,
    });
  });
});

test('elements above the first word of bits are covered like others', () => {
  const sets = [[0, 31, 32], [63, 64, 95], [0, 95], [31, 63], [32]];
  expect(setCover(96, sets)).toEqual({ chosen: [0, 1], atLeast: 2 });
});
