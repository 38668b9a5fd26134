import { describe, expect, test } from 'vitest';
import { labelPlaces, type LabelSize, type Rect } from '../../../../src/map/layout';
import { cornered } from '../../../../src/map/layout/routes/line';
import { routeOf } from '../../../../src/map/layout/routes/route';
import { rect } from './scene';

type Ends = readonly [x1: number, y1: number, x2: number, y2: number];

const size: LabelSize = { width: 20, height: 10 };
const level: Ends = [0, 50, 1000, 50];

/** Where the labels of straight routes come to stand; a route without a size has no label. */
function placed(
  lines: Readonly<Record<string, Ends>>,
  sizes: Readonly<Record<string, LabelSize>>,
  cards: readonly Rect[] = [],
) {
  const routes = Object.entries(lines).map(([id, [x1, y1, x2, y2]]) => {
    const line = cornered([
      { x: x1, y: y1 },
      { x: x2, y: y2 },
    ]);
    return [id, routeOf(id, line)] as const;
  });
  return labelPlaces(new Map(routes), new Map(Object.entries(sizes)), cards);
}

/** Where the label of a level line of 1000 comes to stand; null = nowhere. */
function x(...cards: Rect[]): number | null {
  const place = placed({ t: level }, { t: size }, cards).get('t');
  if (place) expect(place.y).toBe(50);
  return place ? Math.round(place.x) : null;
}

describe('the label of a route', () => {
  test('stands in its middle, then nearest to it, and then wherever there is a gap', () => {
    const found: number[] = [];
    for (let at = x(); at !== null; at = x(...found.map((each) => rect(each - 1, 44, 2, 12)))) {
      found.push(at);
    }
    expect(found.slice(0, 9)).toEqual([500, 400, 600, 300, 700, 220, 780, 150, 850]);
    expect(found.length).toBeGreaterThan(20);
  });

  test('keeps 2 clear of cards on every side', () => {
    // The label with its margin covers 488 … 512 across and 43 … 57 down.
    expect([x(rect(512, 40, 10, 20)), x(rect(511, 40, 10, 20))]).toEqual([500, 400]);
    expect([x(rect(478, 40, 10, 20)), x(rect(479, 40, 10, 20))]).toEqual([500, 400]);
    expect([x(rect(490, 57, 20, 9)), x(rect(490, 56, 20, 9))]).toEqual([500, 400]);
    expect([x(rect(490, 34, 20, 9)), x(rect(490, 35, 20, 9))]).toEqual([500, 400]);
  });

  test('is left out where cards leave no room, and where its route is missing', () => {
    expect(x(rect(0, 0, 1000, 100))).toBeNull();
    expect([...placed({ t: level }, { gone: size, t: size }).keys()]).toEqual(['t']);
  });

  test('keeps 2 clear of labels placed before', () => {
    const second = (y: number) =>
      placed({ s: level, t: [0, y, 1000, y] }, { s: size, t: size }).get('t')?.x;
    // The first covers 45 … 55 down; the second needs 7 above its line.
    expect([second(62), second(61)]).toEqual([500, 400]);
  });

  test('does not lie on the line of another transition, whatever has a label there', () => {
    const crossing: Ends = [500, 0, 500, 100];
    expect(placed({ t: level, other: crossing }, { t: size }).get('t')?.x).toBe(400);
    // The line goes past the label: 490 … 510 is covered.
    const past: Ends = [510, 0, 510, 100];
    expect(placed({ t: level, other: past }, { t: size }).get('t')?.x).toBe(500);
    expect(placed({ t: level, other: level }, { t: size }).size).toBe(0);
  });

  test('says only its end where there is no room for the whole', () => {
    const fence = Object.fromEntries(
      Array.from({ length: 40 }, (_, post) => {
        const at = 12 + post * 25;
        return [`post-${String(post)}`, [at, 0, at, 100]] as const satisfies [string, Ends];
      }),
    );
    const wide = { width: 60, height: 10 };
    expect(placed({ t: level, ...fence }, { t: wide }).size).toBe(0);
    expect(placed({ t: level, ...fence }, { t: { ...wide, short: 20 } }).get('t')).toMatchObject({
      x: 500,
      isShort: true,
    });
    expect(placed({ t: level }, { t: { ...wide, short: 20 } }).get('t')?.isShort).toBe(false);
  });
});
