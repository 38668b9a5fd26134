import { describe, expect, test } from 'vitest';
import { labelPlaces, type Rect } from '../../../../src/map/layout';
import { cornered } from '../../../../src/map/layout/routes/line';
import { routeOf } from '../../../../src/map/layout/routes/route';
import { rect } from './scene';

const line = cornered([
  { x: 0, y: 50 },
  { x: 1000, y: 50 },
]);
const size = { width: 20, height: 10 };

/** Where labels of so many routes come to stand, all routes on the same level line of 1000. */
function xs(count: number, ...cards: Rect[]): number[] {
  const ids = Array.from({ length: count }, (_, index) => `t${String(index)}`);
  const places = labelPlaces(
    new Map(ids.map((id) => [id, routeOf(id, line)])),
    new Map(ids.map((id) => [id, size])),
    cards,
  );
  for (const { y } of places.values()) expect(y).toBe(50);
  return ids.flatMap((id) => places.get(id)?.x ?? []).map(Math.round);
}

describe('the label of a route', () => {
  test('stands in its middle, then nearest to it; the tenth finds no room', () => {
    expect(xs(10)).toEqual([500, 400, 600, 300, 700, 220, 780, 150, 850]);
  });

  test('keeps 2 clear of cards on every side', () => {
    // The label with its margin covers 488 … 512 across and 43 … 57 down.
    expect([xs(1, rect(512, 40, 10, 20)), xs(1, rect(511, 40, 10, 20))]).toEqual([[500], [400]]);
    expect([xs(1, rect(478, 40, 10, 20)), xs(1, rect(479, 40, 10, 20))]).toEqual([[500], [400]]);
    expect([xs(1, rect(490, 57, 20, 9)), xs(1, rect(490, 56, 20, 9))]).toEqual([[500], [400]]);
    expect([xs(1, rect(490, 34, 20, 9)), xs(1, rect(490, 35, 20, 9))]).toEqual([[500], [400]]);
  });

  test('is left out where cards leave no room, and where its route is missing', () => {
    expect(xs(1, rect(0, 0, 1000, 100))).toEqual([]);
    const places = labelPlaces(
      new Map([['t', routeOf('t', line)]]),
      new Map([
        ['gone', size],
        ['t', size],
      ]),
      [],
    );
    expect([...places]).toEqual([['t', { x: 500, y: 50 }]]);
  });

  test('keeps 2 clear of labels placed before', () => {
    const place = (length: number) => {
      const points = cornered([
        { x: 0, y: 0 },
        { x: length, y: 0 },
      ]);
      const places = labelPlaces(
        new Map([
          ['s', routeOf('s', points)],
          ['t', routeOf('t', points)],
        ]),
        new Map([
          ['s', size],
          ['t', size],
        ]),
        [],
      );
      return places.get('t')?.x;
    };
    // The first covers 20 around the middle; at 0.4 the second needs 22 from middle to middle.
    expect(place(220)).toBeCloseTo(88, 9);
    expect(place(218)).toBeCloseTo(65.4, 9);
  });
});
