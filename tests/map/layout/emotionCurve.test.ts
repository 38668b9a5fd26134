import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { curvePath, heightOf, levelAt } from '../../../src/map/layout/emotionCurve';

/** Points at x 0, 1, 2 … */
const row = (...levels: (number | null)[]) => levels.map((level, x) => ({ x, level }));

/** The x of every point that a path goes through. */
const stops = (path: string) =>
  [...path.matchAll(/([\d.]+),[\d.]+(?=[CL]|$)/g)].map(([, x]) => Number(x));

describe('the height of a level', () => {
  test('leaves room above the best and below the worst', () => {
    const heights = [2, 1, 0, -1, -2].map(heightOf);
    [0.12, 0.31, 0.5, 0.69, 0.88].forEach((height, index) => {
      expect(heights[index]).toBeCloseTo(height, 12);
    });
  });

  test('leads back to every half level', () => {
    for (let level = -2; level <= 2; level += 0.5) expect(levelAt(heightOf(level))).toBe(level);
    expect([levelAt(-1), levelAt(2)]).toEqual([2, -2]);
    expect([levelAt(0), levelAt(1)]).toEqual([2, -2]);
  });

  test('is read as the nearest half level', () => {
    // Half a level is 0.095 high.
    expect([levelAt(0.31 + 0.047), levelAt(0.31 + 0.048)]).toEqual([1, 0.5]);
    expect([levelAt(0.31 - 0.047), levelAt(0.31 - 0.048)]).toEqual([1, 1.5]);
  });
});

describe('the emotion curve', () => {
  test('is straight between two points and turns level at the turn of three', () => {
    expect(curvePath(row(2, -2), 0, 1)).toBe('M0,12L1,88');
    expect(curvePath(row(2, 0, 2), 0, 2)).toBe(
      'M0,12C0.333,31,0.667,50,1,50C1.333,50,1.667,31,2,12',
    );
  });

  test('runs on over what is not said, and needs two points', () => {
    expect(curvePath(row(2, null, -2), 0, 2)).toBe('M0,12L2,88');
    expect(curvePath(row(2, null), 0, 2)).toBe('');
    expect(curvePath([], 0, 2)).toBe('');
  });

  test('takes two points beyond either side along', () => {
    const points = row(0, 1, 0, 1, 0, 1, 0, 1, 0, 1);
    expect(stops(curvePath(points, 4, 5))).toEqual([2, 3, 4, 5, 6, 7]);
    expect(stops(curvePath(points, 4.5, 5))).toEqual([3, 4, 5, 6, 7]);
    expect(stops(curvePath(points, 4, 5.5))).toEqual([2, 3, 4, 5, 6, 7]);
    expect(stops(curvePath(points, 1, 8))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('outside of all points is shaped by the two nearest', () => {
    const points = row(0, 1, 0, 1, 0);
    expect(stops(curvePath(points, 20, 30))).toEqual([3, 4]);
    expect(stops(curvePath(points, -9, -5))).toEqual([0, 1]);
    expect(stops(curvePath(points, -9, 0))).toEqual([0, 1, 2]);
  });
});

test('a part of a curve has the shape of the whole', () => {
  const levels = fc.array(fc.option(fc.integer({ min: -2, max: 2 })), {
    minLength: 12,
    maxLength: 40,
  });
  fc.assert(
    fc.property(levels, fc.nat(8), (all, start) => {
      const points = all.map((level, index) => ({ x: index + 0.5, level }));
      const end = start + 3;
      const between = (path: string) =>
        path.split(/(?=C)/).filter((piece) => {
          const x = Number(/([\d.]+),[\d.]+$/.exec(piece)?.[1]);
          return piece.startsWith('C') && x > start && x < end;
        });
      expect(between(curvePath(points, start, end))).toEqual(
        between(curvePath(points, 0, points.length)),
      );
    }),
  );
});
