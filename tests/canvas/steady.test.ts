import { describe, expect, test } from 'vitest';
import { keepingValues, steady, steadyEntries } from '../../src/canvas/steady';

const sameX = (a: { readonly x: number }, b: { readonly x: number }) => a.x === b.x;

describe('a steady value', () => {
  test('stays the first object for as long as the next ones are the same', () => {
    const settle = steady(sameX);
    const first = { x: 1 };
    expect(settle(first)).toBe(first);
    expect(settle({ x: 1 })).toBe(first);
    const other = { x: 2 };
    expect(settle(other)).toBe(other);
    expect(settle({ x: 1 })).not.toBe(first);
  });
});

describe('keeping values', () => {
  const before = { a: { list: [1] }, b: { list: [2] } };

  test('returns the same record where every value says the same', () => {
    expect(keepingValues(before, { a: { list: [1] }, b: { list: [2] } })).toBe(before);
  });

  test('returns what is unchanged as the same objects beside what is not', () => {
    const next = keepingValues(before, { a: { list: [1] }, b: { list: [3] } });
    expect(next).toEqual({ a: { list: [1] }, b: { list: [3] } });
    expect(next.a).toBe(before.a);
  });

  test('notices what is gone and what has come', () => {
    expect(keepingValues(before, { a: { list: [1] } })).toEqual({ a: { list: [1] } });
    expect(keepingValues(before, { ...before, c: { list: [] } })).toHaveProperty('c');
    expect(keepingValues(before, { a: { list: [1] }, c: { list: [2] } })).toEqual({
      a: { list: [1] },
      c: { list: [2] },
    });
  });
});

describe('steady entries', () => {
  test('stay the same map where every entry is the same', () => {
    const settle = steadyEntries(sameX);
    const first = settle(new Map([['a', { x: 1 }]]));
    expect(settle(new Map([['a', { x: 1 }]]))).toBe(first);
  });

  test('keep each entry that is the same', () => {
    const settle = steadyEntries(sameX);
    const entries = (b: number) =>
      new Map([
        ['a', { x: 1 }],
        ['b', { x: b }],
      ]);
    const first = settle(entries(2));
    const next = settle(entries(3));
    expect(next).not.toBe(first);
    expect(next.get('a')).toBe(first.get('a'));
    expect(next.get('b')).toEqual({ x: 3 });
    expect(settle(entries(3))).toBe(next);
  });

  test('notice an entry that is gone or has come', () => {
    const settle = steadyEntries(sameX);
    settle(new Map([['a', { x: 1 }]]));
    expect(settle(new Map()).size).toBe(0);
    expect([...settle(new Map([['b', { x: 1 }]])).keys()]).toEqual(['b']);
  });
});
