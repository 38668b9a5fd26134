import { describe, expect, it } from 'vitest';
import { average, listUnder, sumOf, within } from '../../src/map/basics';

describe('lists and numbers', () => {
  it('begins a list under a key and then appends to it', () => {
    const lists = new Map<string, number[]>();
    listUnder(lists, 'a', 1);
    listUnder(lists, 'b', 2);
    listUnder(lists, 'a', 3);
    expect([...lists]).toEqual([
      ['a', [1, 3]],
      ['b', [2]],
    ]);
  });

  it.each([
    [-3, -2],
    [-2, -2],
    [0.5, 0.5],
    [3, 1],
    [NaN, NaN],
  ])('brings %d within -2 and 1 as %d', (value, expected) => {
    expect(within(value, -2, 1)).toBe(expected);
  });

  it('adds from the first to the last', () => {
    const values = [0.1, 0.2, 0.3, -0.6];
    expect(sumOf(values)).toBe(0.1 + 0.2 + 0.3 - 0.6);
    expect(sumOf(values.toReversed())).not.toBe(sumOf(values));
    expect(sumOf(Float64Array.from(values))).toBe(sumOf(values));
    expect(sumOf([])).toBe(0);
  });

  it('has the average of some numbers, and none of nothing', () => {
    expect(average([1, 2, 6])).toBe(3);
    expect(average([])).toBeNaN();
  });
});
