import { expect, test } from 'vitest';
import { idFromBytes, newId } from '../../../src/map/records';
import { isId } from '../../../src/map/schema';

const from = (start: number, length = 16) =>
  idFromBytes(Uint8Array.from({ length }, (_, index) => start + index));

test('each byte gives one of 64 characters by its lowest six bits', () => {
  expect([0, 16, 32, 48].map((start) => from(start))).toEqual([
    '0123456789ABCDEF',
    'GHIJKLMNOPQRSTUV',
    'WXYZabcdefghijkl',
    'mnopqrstuvwxyz_-',
  ]);
  expect(from(64)).toBe('0123456789ABCDEF');
  expect(from(240)).toBe('mnopqrstuvwxyz_-');
});

test('bytes past the sixteenth are left aside', () => {
  expect(from(0, 20)).toBe('0123456789ABCDEF');
});

test('new ids are valid, sixteen characters long and differ', () => {
  const ids = Array.from({ length: 100 }, () => newId());
  expect(ids.every((id) => isId(id) && id.length === 16)).toBe(true);
  expect(new Set(ids).size).toBe(100);
});
