import { expect, test } from 'vitest';
import { CARD_SIZE, GRID, NOTE_SIZE, PITCH, stubOf } from '../../../src/map/layout';

test('what is placed side by side on the grid stays on it: cards, notes and the steps of tidying', () => {
  for (const size of [CARD_SIZE, NOTE_SIZE]) {
    expect([size.width % GRID, size.height % GRID]).toEqual([0, 0]);
  }
  expect([PITCH.x % GRID, PITCH.y % GRID]).toEqual([0, 0]);
});

test('a stub runs down from the foot of a card near its right edge, with its label at the left', () => {
  const { path, label } = stubOf({ x: 106, y: 54, width: 224, height: 96 });
  expect(path).toBe('M300 150C300 170.4 304 177.2 316 184');
  expect(label).toEqual({ x: 294, y: 167 });
});
