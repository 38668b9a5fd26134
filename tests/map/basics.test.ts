import { describe, expect, it } from 'vitest';
import {
  average,
  fraction,
  listUnder,
  mapValues,
  placeById,
  sumOf,
  valuesFor,
  within,
  without,
} from '../../src/map/basics';

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

  it('has no part of nothing', () => {
    expect(fraction(1, 4)).toBe(0.25);
    expect(fraction(1, 0)).toBe(0);
  });

  it('makes tables of keys and of other tables', () => {
    expect(valuesFor(['a', 'b'], (key, index) => `${key}${index}`)).toEqual({ a: 'a0', b: 'b1' });
    expect(mapValues({ a: 1, b: 2 }, (value, key) => key.repeat(value))).toEqual({
      a: 'a',
      b: 'bb',
    });
    expect(without({ a: 1, b: 2, c: 3 }, ['a', 'c', 'd'])).toEqual({ b: 2 });
  });

  it('knows where an id stands', () => {
    expect([...placeById(['b', 'a'])]).toEqual([
      ['b', 0],
      ['a', 1],
    ]);
  });
});
