import { describe, expect, test } from 'vitest';
import { tidyRowsOf } from '../../../../src/map/layout/tidy/rows';

/** The rows of the cards after `links`, the columns given as words of one-letter ids. */
function rows(links: string, ...words: string[]): Record<string, number> {
  return Object.fromEntries(
    tidyRowsOf(
      words.map((ids, place) => ({ stage: 'A', place, ids: Array.from(ids) })),
      links
        .split(' ')
        .filter((word) => word !== '')
        .map((word) => ({ from: word.charAt(0), to: word.charAt(1) })),
    ),
  );
}

describe('the rows of cards', () => {
  test('centre the shorter columns beside the tallest', () => {
    expect(rows('', 'a', 'bcd')).toEqual({ a: 1, b: 0, c: 1, d: 2 });
    expect(rows('', 'ab', 'cde')).toEqual({ a: 0, b: 1, c: 0, d: 1, e: 2 });
    expect(rows('', 'a', 'bcdef')).toEqual({ a: 2, b: 0, c: 1, d: 2, e: 3, f: 4 });
    expect(rows('', 'ab')).toEqual({ a: 0, b: 1 });
    expect(rows('')).toEqual({});
  });

  test('are level with the neighbour', () => {
    expect(rows('ad', 'a', 'bcd')).toMatchObject({ a: 2 });
    expect(rows('da', 'bcd', 'a')).toMatchObject({ a: 2 });
    expect(rows('ab', 'a', 'bcd')).toMatchObject({ a: 0 });
  });

  test('lie at the mean of several neighbours, rounded', () => {
    expect(rows('ab af', 'a', 'bcdef')).toMatchObject({ a: 2 });
    expect(rows('ab ac', 'a', 'bcd')).toMatchObject({ a: 1 });
    expect(rows('ab ad ac', 'a', 'bcdef')).toMatchObject({ a: 1 });
  });

  test('keep the order of the column where all wish for one place', () => {
    // Both wish for row 2: the run of the two around it begins at 1.5, which is 2.
    expect(rows('ae be', 'ab', 'cdef')).toMatchObject({ a: 2, b: 3 });
    expect(rows('af bf cf', 'abc', 'defgh')).toMatchObject({ a: 1, b: 2, c: 3 });
  });

  test('do not cross neighbours even when those wish it', () => {
    expect(rows('ag bd', 'ab', 'defg')).toMatchObject({ a: 1, b: 2 });
  });

  test('stay within the tallest column', () => {
    expect(rows('af bf', 'ab', 'cdef')).toMatchObject({ a: 2, b: 3 });
    expect(rows('ac bc', 'ab', 'cdef')).toMatchObject({ a: 0, b: 1 });
  });

  test('let cards apart stand apart', () => {
    expect(rows('ac bf', 'ab', 'cdef')).toMatchObject({ a: 0, b: 3 });
  });

  test('follow through several columns', () => {
    expect(rows('ag xa yx', 'y', 'x', 'a', 'defg')).toMatchObject({ y: 3, x: 3, a: 3, g: 3 });
    expect(rows('ga ax xy', 'defg', 'a', 'x', 'y')).toMatchObject({ y: 3, x: 3, a: 3, g: 3 });
  });
});
