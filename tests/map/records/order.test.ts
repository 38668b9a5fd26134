import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareText,
  freshOrders,
  inOrder,
  orderAfter,
  orderBetween,
} from '../../../src/map/records';

test('texts are compared by code unit', () => {
  expect(compareText('a', 'b')).toBe(-1);
  expect(compareText('b', 'a')).toBe(1);
  expect(compareText('a', 'a')).toBe(0);
  expect(compareText('Z', 'a')).toBe(-1);
  expect(compareText('', 'a')).toBe(-1);
});

test('records stand by their keys, ties by their ids', () => {
  const collection = {
    late: { order: 'a1' },
    b: { order: 'a0' },
    a: { order: 'a0' },
    upper: { order: 'Zz' },
  };
  const sorted = inOrder(collection);
  expect(sorted).toEqual([
    ['upper', { order: 'Zz' }],
    ['a', { order: 'a0' }],
    ['b', { order: 'a0' }],
    ['late', { order: 'a1' }],
  ]);
  expect(inOrder(collection)).toBe(sorted);
  expect(inOrder({})).toEqual([]);
});

describe('a key between two others', () => {
  test('lies between them, before the first or after the last', () => {
    expect(orderBetween(null, null)).toBe('a0');
    expect(orderBetween('a0', null)).toBe('a1');
    expect(orderBetween(null, 'a0')).toBe('Zz');
    expect(orderBetween('a0', 'a1')).toBe('a0V');
  });

  test('does not exist where they are equal or the wrong way round', () => {
    expect(orderBetween('a0', 'a0')).toBeNull();
    expect(orderBetween('a1', 'a0')).toBeNull();
    expect(orderBetween('9', '9')).toBeNull();
  });

  test('is 200 characters long at most', () => {
    const after = (length: number) => `a0${'0'.repeat(length - 3)}1`;
    expect(orderBetween('a0', after(199))).toBe(`a0${'0'.repeat(197)}V`);
    expect(orderBetween('a0', after(200))).toBeNull();
  });

  test('is found behind a key of another program, not before one or among them', () => {
    expect(orderBetween('9', null)).toBe('9V');
    expect(orderBetween('9'.repeat(199), null)).toBe(`${'9'.repeat(199)}V`);
    expect(orderBetween('9'.repeat(200), null)).toBeNull();
    expect(orderBetween(null, '9')).toBeNull();
    expect(orderBetween('9', '9z')).toBeNull();
  });

  test('is always strictly between, whatever the keys of the library', () => {
    const keys = freshOrders(50);
    fc.assert(
      fc.property(fc.nat(48), fc.nat(48), (a, b) => {
        const [before, after] = [keys[Math.min(a, b)]!, keys[Math.max(a, b) + 1]!];
        const key = orderBetween(before, after)!;
        expect(before < key && key < after).toBe(true);
      }),
    );
  });
});

test('a new record comes after the last, wherever that stands in its table', () => {
  expect(orderAfter({})).toBe('a0');
  expect(orderAfter({ a: { order: 'a1' }, b: { order: 'a4' }, c: { order: 'a2' } })).toBe('a5');
});

test('a new record shares the last key where there is no room behind it', () => {
  const last = '9'.repeat(200);
  expect(orderAfter({ a: { order: '8' }, b: { order: last } })).toBe(last);
});

test('fresh keys ascend, as many as are asked for', () => {
  expect(freshOrders(0)).toEqual([]);
  expect(freshOrders(3)).toEqual(['a0', 'a1', 'a2']);
});
