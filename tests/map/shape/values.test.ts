import { describe, expect, test } from 'vitest';
import { same, withPositiveZeros } from '../../../src/map/shape';

describe('two values are the same', () => {
  test('where they are equal, −0 and 0 included', () => {
    for (const value of [1, 'a', null, undefined, true]) expect(same(value, value)).toBe(true);
    expect(same(-0, 0)).toBe(true);
    expect(same({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] })).toBe(true);
    expect(same([], [])).toBe(true);
  });

  test('whatever the order of their keys', () => {
    expect(same({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
  });

  test('where a key is missing on one side and undefined on the other', () => {
    expect(same({ a: undefined }, {})).toBe(true);
    expect(same({}, { a: undefined })).toBe(true);
  });
});

describe('two values differ', () => {
  test.each<[string, unknown, unknown]>([
    ['by a number', 1, 2],
    ['by a type', 1, '1'],
    ['by null', null, {}],
    ['by null on the other side', {}, null],
    ['by undefined', undefined, null],
    ['by the end of a list', [1], [1, 2]],
    ['by a longer list', [1, 2], [1]],
    ['by an item', [1, 2], [1, 3]],
    ['by the order of a list', [1, 2], [2, 1]],
    ['by a deep item', [{ a: [1] }], [{ a: [2] }]],
    ['by an entry', { a: 1 }, { a: 2 }],
    ['by a missing entry', { a: 1 }, {}],
    ['by an entry more', {}, { a: 1 }],
    ['by a key', { a: 1 }, { b: 1 }],
    ['as a list and an object', [], {}],
    ['as an object and a list', {}, []],
  ])('%s', (_, a, b) => {
    expect(same(a, b)).toBe(false);
  });
});

describe('without −0', () => {
  test('a value without one is the same object', () => {
    for (const value of [{ a: [0, { b: 1 }], c: null }, [1, 'a', null], 'text', null, 5]) {
      expect(withPositiveZeros(value)).toBe(value);
    }
    expect(withPositiveZeros(Number.NaN)).toBeNaN();
    const odd = { a: Number.NaN };
    expect(withPositiveZeros(odd)).toBe(odd);
  });

  test('every −0 is a 0, in lists and objects too, and the rest is kept', () => {
    expect(Object.is(withPositiveZeros(-0), 0)).toBe(true);
    const kept = { deep: 1 };
    const value = { a: -0, b: [1, -0, kept], c: kept, d: { e: -0 }, f: 2 };
    const made = withPositiveZeros(value);
    expect(made).toStrictEqual({ a: 0, b: [1, 0, { deep: 1 }], c: { deep: 1 }, d: { e: 0 }, f: 2 });
    expect(made.c).toBe(kept);
    expect(made.b[2]).toBe(kept);
    expect(Object.is(value.a, -0)).toBe(true);
    expect(Object.is(value.b[1], -0)).toBe(true);
  });
});
