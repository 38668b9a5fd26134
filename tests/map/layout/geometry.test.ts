import { describe, expect, test } from 'vitest';
import {
  around,
  aroundPoints,
  bottom,
  grown,
  contains,
  middle,
  overlaps,
  type Rect,
  rectOf,
  right,
} from '../../../src/map/layout';

const rect = (x: number, y: number, width: number, height: number): Rect => ({
  x,
  y,
  width,
  height,
});
const one = rect(10, 20, 30, 50);

describe('a rectangle', () => {
  test('ends where its size says, and has its middle between', () => {
    expect([right(one), bottom(one)]).toEqual([40, 70]);
    expect(middle(one)).toEqual({ x: 25, y: 45 });
    expect(middle(rect(-30, -80, 20, 40))).toEqual({ x: -20, y: -60 });
  });

  test('grows to all sides, or shrinks', () => {
    expect(grown(one, 4)).toEqual(rect(6, 16, 38, 58));
    expect(grown(one, -4)).toEqual(rect(14, 24, 22, 42));
  });

  test('holds the points on its edges and none beyond', () => {
    for (const [x, y] of [
      [10, 20],
      [40, 20],
      [10, 70],
      [40, 70],
      [25, 45],
    ] as const) {
      expect(contains(one, { x, y })).toBe(true);
    }
    expect(contains(one, { x: 9.9, y: 45 })).toBe(false);
    expect(contains(one, { x: 40.1, y: 45 })).toBe(false);
    expect(contains(one, { x: 25, y: 19.9 })).toBe(false);
    expect(contains(one, { x: 25, y: 70.1 })).toBe(false);
  });

  test('lies between two opposite corners, whichever come first', () => {
    expect(rectOf({ x: 10, y: 70 }, { x: 40, y: 20 })).toEqual(one);
    expect(rectOf({ x: 40, y: 20 }, { x: 10, y: 70 })).toEqual(one);
  });
});

describe('two rectangles', () => {
  test('overlap where they share an inside', () => {
    expect(overlaps(one, one)).toBe(true);
    expect(overlaps(one, rect(39, 69, 5, 5))).toBe(true);
    expect(overlaps(one, rect(6, 16, 5, 5))).toBe(true);
    expect(overlaps(one, rect(0, 0, 100, 100))).toBe(true);
    expect(overlaps(one, rect(20, 30, 1, 1))).toBe(true);
  });

  test('do not overlap where only their edges touch', () => {
    for (const touching of [
      rect(40, 20, 5, 50),
      rect(5, 20, 5, 50),
      rect(10, 70, 30, 5),
      rect(10, 15, 30, 5),
    ]) {
      expect(overlaps(one, touching)).toBe(false);
      expect(overlaps(touching, one)).toBe(false);
    }
  });

  test('do not overlap when they are apart in one direction only', () => {
    for (const apart of [
      rect(60, 20, 30, 50),
      rect(-60, 20, 30, 50),
      rect(10, 90, 30, 50),
      rect(10, -90, 30, 50),
    ]) {
      expect(overlaps(one, apart)).toBe(false);
    }
  });
});

describe('the rectangle around several', () => {
  test('reaches from the least edge to the greatest, whichever has it', () => {
    const all = [one, rect(0, 60, 5, 5), rect(20, 5, 100, 4)];
    expect(around(all)).toEqual(rect(0, 5, 120, 65));
    expect(around(all.toReversed())).toEqual(rect(0, 5, 120, 65));
    expect(around(new Set([one]))).toEqual(one);
  });

  test('is there for one without a size, and null for none', () => {
    expect(around([rect(7, 8, 0, 0)])).toEqual(rect(7, 8, 0, 0));
    expect(around([])).toBe(null);
  });

  test('reaches around points in the same manner', () => {
    const points = [
      { x: 5, y: 6 },
      { x: -3, y: 9 },
      { x: 4, y: -2 },
      { x: 8, y: 1 },
    ];
    expect(aroundPoints(points)).toEqual(rect(-3, -2, 11, 11));
    expect(aroundPoints(points.toReversed())).toEqual(rect(-3, -2, 11, 11));
    expect(aroundPoints([{ x: 5, y: 6 }])).toEqual(rect(5, 6, 0, 0));
    expect(aroundPoints([])).toBe(null);
  });
});
