import { describe, expect, test } from 'vitest';
import { detailAt } from '../../src/canvas/state';
import { drawnPart, isNear, sameRect } from '../../src/canvas/view';
import { bottom, right } from '../../src/map/layout';

describe('the part of the canvas that is drawn', () => {
  test.each([
    [0, 0, 1],
    [-1_234, 567, 1],
    [333, -4_321, 0.37],
    [-319, -321, 2.5],
  ])('covers the view at %d|%d, zoomed to %d, and some more on every side', (x, y, zoom) => {
    const part = drawnPart({ x, y, zoom }, 1_280, 720);
    const seen = { left: -x / zoom, top: -y / zoom };
    const margin = 320 / zoom;
    expect(part.x).toBeLessThanOrEqual(seen.left - margin);
    expect(part.y).toBeLessThanOrEqual(seen.top - margin);
    expect(right(part)).toBeGreaterThanOrEqual(seen.left + (1_280 + 320) / zoom);
    expect(bottom(part)).toBeGreaterThanOrEqual(seen.top + (720 + 320) / zoom);
  });

  test('stays the same while panning within a step, and follows beyond it', () => {
    const at = (x: number) => drawnPart({ x, y: 0, zoom: 1 }, 1_280, 720);
    expect(sameRect(at(-10), at(-310))).toBe(true);
    expect(sameRect(at(-310), at(-330))).toBe(false);
    expect(at(-330).x - at(-310).x).toBe(320);
  });

  test('is not much larger than the view', () => {
    const part = drawnPart({ x: 0, y: 0, zoom: 1 }, 1_280, 720);
    expect(part).toEqual({ x: -320, y: -320, width: 2_240, height: 1_920 });
  });
});

describe('a thing is near the drawn part', () => {
  const view = { x: 0, y: 0, width: 100, height: 100 };
  const at = (x: number) => ({ x, y: 10, width: 10, height: 10 });

  test('when it is in it or up to 60 pixels beside it', () => {
    expect([at(50), at(159), at(-69)].map((rect) => isNear(rect, view))).toEqual([
      true,
      true,
      true,
    ]);
    expect([at(160), at(-70)].map((rect) => isNear(rect, view))).toEqual([false, false]);
  });
});

describe('two rectangles are the same', () => {
  const rect = { x: 1, y: 2, width: 3, height: 4 };

  test('when all four numbers are', () => {
    expect(sameRect(rect, { ...rect })).toBe(true);
    for (const key of ['x', 'y', 'width', 'height'] as const) {
      expect(sameRect(rect, { ...rect, [key]: 9 })).toBe(false);
    }
    expect(sameRect(rect, undefined)).toBe(false);
  });
});

describe('how much is drawn', () => {
  test('falls in four levels with the zoom', () => {
    expect([3, 0.7, 0.69, 0.44, 0.43, 0.2, 0.19].map(detailAt)).toEqual([
      'near',
      'near',
      'middle',
      'middle',
      'small',
      'small',
      'far',
    ]);
  });
});
