import { describe, expect, test } from 'vitest';
import { answersTo } from '../../src/exchange/library';
import { arrivalOf } from '../../src/exchange/library/arrival';
import type { MapSummary } from '../../src/storage';

const summary = (fields: Partial<MapSummary> = {}): MapSummary =>
  ({ id: 'here', title: 'Here', deletedAt: null, unreadable: false, ...fields }) as MapSummary;
const file = { id: 'here', revision: 'r1' };

describe('a map from a file', () => {
  test('is new where nothing has its id', () => {
    expect(arrivalOf(file, [], null)).toEqual({ kind: 'new' });
    expect(arrivalOf(file, [summary({ id: 'other' })], 'r1')).toEqual({ kind: 'new' });
  });

  test('is the same or differs by its revision', () => {
    const here = summary();
    expect(arrivalOf(file, [summary({ id: 'other' }), here], 'r1')).toEqual({ kind: 'same', here });
    expect(arrivalOf(file, [here], 'r2')).toEqual({ kind: 'differs', here });
    expect(arrivalOf(file, [here], null)).toEqual({ kind: 'differs', here });
  });

  test('lies in the bin, whatever its revision', () => {
    const here = summary({ deletedAt: '2026-11-30T10:00:00Z' });
    expect(arrivalOf(file, [here], 'r1')).toEqual({ kind: 'binned', here });
  });
});

describe('what may be done with it', () => {
  const answers = (kind: 'same' | 'differs' | 'binned', unreadable = false) =>
    answersTo({ kind, here: summary({ unreadable }) });

  test('is nothing to ask where it is new or the same', () => {
    expect(answersTo({ kind: 'new' })).toEqual([]);
    expect(answers('same')).toEqual([]);
  });

  test('is to replace a map that can be read, and never one that cannot or lies in the bin', () => {
    expect(answers('differs')).toEqual(['replace', 'both', 'open']);
    expect(answers('differs', true)).toEqual(['both', 'open']);
    expect(answers('binned')).toEqual(['both', 'open']);
  });
});
