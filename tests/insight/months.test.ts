import { describe, expect, test } from 'vitest';
import { movesReach, paysAnybody, stackedMoves } from '../../src/insight';

const month = { newMrr: 5, expansion: 2, reactivation: 1, contraction: 3, churned: 4 };

describe('the moves of the recurring revenue', () => {
  test('stand one on the other: gains above 0, losses below it', () => {
    expect(stackedMoves(month)).toEqual([
      { move: 'newMrr', low: 0, high: 5 },
      { move: 'expansion', low: 5, high: 7 },
      { move: 'reactivation', low: 7, high: 8 },
      { move: 'contraction', low: -3, high: 0 },
      { move: 'churned', low: -7, high: -3 },
    ]);
  });

  test('reach as far as the month with the most, and 1 at the least', () => {
    expect(movesReach([{ ...month, newMrr: 0 }, month])).toEqual({ up: 8, down: 7 });
    expect(movesReach([])).toEqual({ up: 1, down: 1 });
  });
});

test('somebody pays where a single month has a plan paid for', () => {
  expect(paysAnybody([{ paying: 0 }, { paying: 1 }])).toBe(true);
  expect(paysAnybody([{ paying: 0 }])).toBe(false);
});
