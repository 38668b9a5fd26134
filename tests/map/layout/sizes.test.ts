import { expect, test } from 'vitest';
import { BAND, CARD, GRID, NOTE, PITCH, stubOf } from '../../../src/map/layout';

test('cards, notes and bands have the sizes that maps are drawn with', () => {
  expect(CARD).toEqual({ width: 224, height: 96 });
  expect(NOTE).toEqual({ width: 168, height: 128 });
  expect(BAND).toEqual({
    padding: 36,
    minWidth: 288,
    folded: 216,
    gap: 8,
    head: 96,
    headGap: 28,
    minHeight: 420,
  });
});

test('tidy cards stand 72 apart sideways and 48 downwards, and on the grid', () => {
  expect(PITCH).toEqual({ x: 296, y: 144 });
  expect([PITCH.x % GRID, PITCH.y % GRID, GRID]).toEqual([0, 0, 8]);
});

test('a stub runs down from the foot of a card near its right edge, with its label at the left', () => {
  const { path, label } = stubOf({ x: 106, y: 54, width: 224, height: 96 });
  expect(path).toBe('M300 150C300 170.4 304 177.2 316 184');
  expect(label).toEqual({ x: 294, y: 167 });
});
