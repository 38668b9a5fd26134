import { describe, expect, test } from 'vitest';
import { distanceTo, type Point, pointAlong } from '../../../../src/map/layout';
import { cornered, curved, pathOf } from '../../../../src/map/layout/routes/line';

const points = (...pairs: [number, number][]): Point[] => pairs.map(([x, y]) => ({ x, y }));
const [o] = points([0, 0]);

describe('a line', () => {
  test('around corners is its own chain', () => {
    const corners = points([0, 0], [10, 0], [10, 20]);
    expect(cornered(corners)).toEqual({ points: corners, curved: false, chain: corners });
  });

  test('with a curve is cut into twelve pieces', () => {
    const [a, b, c, d] = points([3, 5], [15, 29], [27, 53], [39, 77]);
    const line = curved(a!, b!, c!, d!);
    expect(line.points).toEqual([a, b, c, d]);
    expect(line.curved).toBe(true);
    expect(line.chain).toHaveLength(13);
    // The four points stand evenly on a straight line, and so do the pieces.
    line.chain.forEach(({ x, y }, piece) => {
      expect(x).toBeCloseTo(3 + 3 * piece, 9);
      expect(y).toBeCloseTo(5 + 6 * piece, 9);
    });
  });

  test('with a curve is drawn towards each of its points by the weights of Bézier', () => {
    const far = { x: 64, y: 128 };
    const quarter = (line: ReturnType<typeof curved>) => line.chain[3];
    expect(quarter(curved(far, o!, o!, o!))).toEqual({ x: 27, y: 54 });
    expect(quarter(curved(o!, far, o!, o!))).toEqual({ x: 27, y: 54 });
    expect(quarter(curved(o!, o!, far, o!))).toEqual({ x: 9, y: 18 });
    expect(quarter(curved(o!, o!, o!, far))).toEqual({ x: 1, y: 2 });
  });
});

describe('the path of a line', () => {
  const path = (...pairs: [number, number][]) => pathOf(cornered(points(...pairs)));

  test('is empty without points and goes straight between two', () => {
    expect(path()).toBe('');
    expect(path([3, 4])).toBe('M3 4');
    expect(path([3, 4], [30, 40])).toBe('M3 4L30 40');
  });

  test('rounds corners with a radius of 16', () => {
    expect(path([0, 0], [100, 0], [100, 100])).toBe('M0 0L84 0Q100 0 100 16L100 100');
    expect(path([0, 0], [100, 0], [100, -100], [200, -100])).toBe(
      'M0 0L84 0Q100 0 100 -16L100 -84Q100 -100 116 -100L200 -100',
    );
  });

  test('rounds corners with half of what a shorter leg has', () => {
    expect(path([0, 0], [20, 0], [20, 100])).toBe('M0 0L10 0Q20 0 20 10L20 100');
    expect(path([0, 0], [100, 0], [100, 12])).toBe('M0 0L94 0Q100 0 100 6L100 12');
    expect(path([0, 0], [32, 0], [32, 32])).toBe('M0 0L16 0Q32 0 32 16L32 32');
  });

  test('does not round where two points are one', () => {
    expect(path([7, 9], [7, 9], [50, 9])).toBe('M7 9L7 9Q7 9 7 9L50 9');
  });

  test('is a cubic where the line is a curve, with one digit after the point', () => {
    const [a, b, c, d] = points([0.04, 0.06], [10.25, 0], [20, 30.149], [-40.16, 30]);
    expect(pathOf(curved(a!, b!, c!, d!))).toBe('M0 0.1C10.3 0 20 30.1 -40.2 30');
  });
});

describe('a point along a chain', () => {
  const elbow = points([10, 20], [110, 20], [110, 320]);

  test('is found by its share of the whole length', () => {
    expect(pointAlong(elbow, 0)).toEqual({ x: 10, y: 20 });
    expect(pointAlong(elbow, 0.125)).toEqual({ x: 60, y: 20 });
    expect(pointAlong(elbow, 0.25)).toEqual({ x: 110, y: 20 });
    expect(pointAlong(elbow, 0.5)).toEqual({ x: 110, y: 120 });
    expect(pointAlong(elbow, 1)).toEqual({ x: 110, y: 320 });
  });

  test('is measured along slanting pieces', () => {
    expect(pointAlong(points([10, 20], [40, 60], [40, 110]), 0.25)).toEqual({ x: 25, y: 40 });
  });

  test('is the end beyond it, and the origin of nothing', () => {
    expect(pointAlong(elbow, 1.5)).toEqual({ x: 110, y: 320 });
    expect(pointAlong([], 0.5)).toEqual({ x: 0, y: 0 });
    expect(pointAlong(points([5, 6]), 0.5)).toEqual({ x: 5, y: 6 });
  });

  test('is the common place of points that are one', () => {
    expect(pointAlong(points([5, 6], [5, 6]), 0.5)).toEqual({ x: 5, y: 6 });
    expect(pointAlong(points([5, 6], [5, 6], [15, 6]), 0)).toEqual({ x: 5, y: 6 });
    expect(pointAlong(points([5, 6], [5, 6], [15, 6]), 0.5)).toEqual({ x: 10, y: 6 });
  });
});

describe('the distance from a chain', () => {
  test('is upright to a piece, whichever side', () => {
    const level = points([10, 20], [110, 20]);
    expect(distanceTo(level, { x: 60, y: 27 })).toBe(7);
    expect(distanceTo(level, { x: 60, y: 13 })).toBe(7);
    expect(distanceTo(level, { x: 60, y: 20 })).toBe(0);
    expect(distanceTo(points([10, 20], [40, 60]), { x: 50, y: 50 })).toBeCloseTo(14, 9);
    expect(distanceTo(points([40, 60], [10, 20]), { x: 50, y: 50 })).toBeCloseTo(14, 9);
  });

  test('is that from the end beyond it', () => {
    const level = points([10, 20], [110, 20]);
    expect(distanceTo(level, { x: 7, y: 24 })).toBe(5);
    expect(distanceTo(level, { x: 122, y: 15 })).toBe(13);
  });

  test('is that from the nearest of several pieces', () => {
    const elbow = points([10, 20], [110, 20], [110, 320]);
    expect(distanceTo(elbow, { x: 100, y: 300 })).toBe(10);
    expect(distanceTo(elbow, { x: 20, y: 28 })).toBe(8);
    expect(distanceTo(elbow.toReversed(), { x: 20, y: 28 })).toBe(8);
  });

  test('is that from the place of points that are one, and endless from none', () => {
    expect(distanceTo(points([10, 20], [10, 20]), { x: 13, y: 24 })).toBe(5);
    expect(distanceTo(points([10, 20]), { x: 13, y: 24 })).toBe(Infinity);
    expect(distanceTo([], { x: 13, y: 24 })).toBe(Infinity);
  });
});
