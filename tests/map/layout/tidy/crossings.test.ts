import { describe, expect, test } from 'vitest';
import {
  disturbance,
  type RankLink,
  rankLinksOf,
  ranksOf,
} from '../../../../src/map/layout/tidy/crossings';
import { drawn } from './drawn';

/** Columns from left to right, each a word of one-letter ids; `.` keeps a row empty. */
const ranks = (...columns: string[]) =>
  ranksOf(columns.map((ids, place) => ({ stage: 'A', place, ids: Array.from(ids) })));

const links = (text: string): RankLink[] =>
  text.split(' ').map((word) => ({ from: word.charAt(0), to: word.charAt(1) }));

test('ranks count columns from the left and rows from the top', () => {
  const { column, row } = ranks('ab', 'c');
  expect([...column]).toEqual([
    ['a', 0],
    ['b', 0],
    ['c', 1],
  ]);
  expect([...row]).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 0],
  ]);
});

test('links join each pair once in each direction, in the order of the ids, and are no loops', () => {
  const map = drawn({ A: 'a b c' }, 'b>c a>b a>a a>b b>a');
  expect(rankLinksOf(map)).toEqual([
    { from: 'b', to: 'c' },
    { from: 'a', to: 'b' },
    { from: 'b', to: 'a' },
  ]);
  const { t0, t1 } = map.transitions;
  expect(rankLinksOf({ ...map, transitions: { z: t0!, y: t1! } })).toEqual([
    { from: 'a', to: 'b' },
    { from: 'b', to: 'c' },
  ]);
});

describe('the disturbance of links', () => {
  const of = (text: string, ...columns: string[]) => disturbance(links(text), ranks(...columns));

  test('is nothing for level links and steps down to the next', () => {
    expect(disturbance([], ranks('a'))).toBe(0);
    expect(of('ac bd', 'ab', 'cd')).toBe(0);
    expect(of('ab bc', 'abc')).toBe(0);
  });

  test('grows with the cards stepped over in one column, and upwards', () => {
    expect(of('ac', 'abc')).toBeCloseTo(0.8, 12);
    expect(of('ad', 'abcd')).toBeCloseTo(1.6, 12);
    expect(of('ba', 'abc')).toBeCloseTo(0.4, 12);
    expect(of('ca', 'abc')).toBeCloseTo(1.2, 12);
  });

  test('grows with the rows climbed between columns, up or down', () => {
    expect(of('ae', 'abc', 'def')).toBeCloseTo(0.15, 12);
    expect(of('af', 'abc', 'def')).toBeCloseTo(0.3, 12);
    expect(of('cd', 'abc', 'def')).toBeCloseTo(0.3, 12);
    expect(of('ae bf', 'abc', 'def')).toBeCloseTo(0.3, 12);
  });

  test('counts every crossing once', () => {
    expect(of('ad bc', 'ab', 'cd')).toBeCloseTo(1.3, 12);
    // Three links, each across each.
    expect(of('af be cd', 'abc', 'def')).toBeCloseTo(3.6, 12);
  });

  test('counts crossings of links that lead back', () => {
    expect(of('da bc', 'ab', 'cd')).toBeCloseTo(1.3, 12);
    expect(of('da cb', 'ab', 'cd')).toBeCloseTo(1.3, 12);
  });

  test('counts no crossing of links that meet at a card, or within one column', () => {
    expect(of('ac ad', 'ab', 'cd')).toBeCloseTo(0.15, 12);
    expect(of('ac bc', 'ab', 'cd')).toBeCloseTo(0.15, 12);
    expect(of('ac bd', 'ab', 'c', 'd')).toBeCloseTo(0.15, 12);
    expect(of('ac bd', 'abc', '.d')).toBeCloseTo(0.8, 12);
  });

  test('compares links of different lengths where both run', () => {
    // From row 0 to row 4 over two columns: in row 2 half-way.
    expect(of('ag cg', 'a', '.c', '....g')).toBeCloseTo(0.6 + 0.45, 12);
    expect(of('ag df', 'a', '...d', '...fg')).toBeCloseTo(0.6 + 1, 12);
    expect(of('ag cf', 'a', '.c', '...fg')).toBeCloseTo(0.6 + 0.3, 12);
    expect(of('ag dh', 'a', '...d', '....gh')).toBeCloseTo(0.6 + 0.3, 12);
    expect(of('df ag', 'a', '...d', '...fg')).toBeCloseTo(0.6 + 1, 12);
  });

  test('counts crossings between columns further right', () => {
    expect(of('ad bc', 'x', 'ab', 'cd')).toBeCloseTo(1.3, 12);
  });

  test('counts no crossing where one of two links has not begun or has ended', () => {
    expect(of('ag dh', 'a', '.d', 'g..h')).toBeCloseTo(0.3, 12);
    expect(of('ag bd', 'a..b', '.d', 'g')).toBeCloseTo(0.3, 12);
  });

  test('counts no crossing of links in different columns, long as they may be', () => {
    // The second, drawn on to the left, would cross the first.
    expect(of('ab cd', 'a', 'b', '.c', '...d')).toBeCloseTo(0.3, 12);
    expect(of('ab cd', 'a', 'b', 'xc', 'xxxd')).toBeCloseTo(0.3, 12);
  });
});
