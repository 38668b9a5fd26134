import { describe, expect, it } from 'vitest';
import { asText, isPlainJson } from '../../src/storage/json';

/** A value as many levels deep, objects and lists in turn. */
function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = level % 2 ? [value] : { in: value };
  return value;
}

describe('what may be stored', () => {
  it('is JSON: texts, numbers, flags, null, lists and records of them', () => {
    const value = { text: '', number: -1.5, flag: false, none: null, list: [{ more: [true] }] };
    expect(isPlainJson(value)).toBe(true);
    expect(isPlainJson(Object.assign(Object.create(null) as object, value))).toBe(true);
  });

  it.each<[string, unknown]>([
    ['a number that JSON cannot write', NaN],
    ['a function', () => 1],
    ['an object with a class', new Date(0)],
    ['a number too large', Infinity],
  ])('is not %s, at any depth', (_, odd) => {
    expect(isPlainJson(odd)).toBe(false);
    expect(isPlainJson([odd])).toBe(false);
    expect(isPlainJson({ in: { deep: odd } })).toBe(false);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('has no key %s', (key) => {
    expect(isPlainJson(JSON.parse(`{"fine": [{"${key}": {}}]}`))).toBe(false);
  });

  it('is not so deep that reading it could overflow', () => {
    expect(isPlainJson(nested(100))).toBe(true);
    expect(isPlainJson(nested(101))).toBe(false);
  });
});

it('a row that JSON cannot write can be downloaded all the same', () => {
  const round: Record<string, unknown> = {};
  round.self = round;
  expect(asText({ id: 'a' })).toBe('{\n  "id": "a"\n}');
  expect(asText(round)).toBe('[object Object]');
});
