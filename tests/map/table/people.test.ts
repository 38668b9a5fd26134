import { expect, test } from 'vitest';
import { offsetOf } from '../../../src/map/table';

const offsets = (count: number) =>
  Array.from({ length: count }, (_, place) => offsetOf(place, count));

test('one person stands in the middle of the column', () => {
  expect(offsetOf(0, 1)).toBe(0);
});

test('a few stand seven hundredths of a column apart', () => {
  expect(offsets(2)).toEqual([-0.035, 0.035]);
  expect(offsets(3)).toEqual([-0.07, 0, 0.07]);
});

test('many share half a column', () => {
  expect(offsetOf(0, 10)).toBeCloseTo(-0.225, 12);
  expect(offsetOf(9, 10)).toBeCloseTo(0.225, 12);
  expect(offsetOf(1, 10) - offsetOf(0, 10)).toBeCloseTo(0.05, 12);
});
