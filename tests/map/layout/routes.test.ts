import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CARD_SIZE,
  cardsOf,
  grown,
  labelPlaces,
  pointAlong,
  overlaps,
  PITCH,
  type Rect,
  routerOf,
  routesOf,
} from '../../../src/map/layout';
import { tidy } from '../../../src/map/layout/tidy/tidy';
import { runs } from '../../support/runs';
import { journeyMap } from '../arbitraries';

/** A card in a grid of columns and rows. */
const at = (column: number, row: number): Rect => ({
  x: column * PITCH.x,
  y: row * PITCH.y,
  ...CARD_SIZE,
});
const join = (id: string, from: string, to: string) => ({ id, from, to });

function route(cards: Record<string, Rect>, ...joins: ReturnType<typeof join>[]) {
  return routesOf(new Map(Object.entries(cards)), joins);
}

describe('a route', () => {
  test('leaves at the right and enters at the left of a later column', () => {
    const one = route({ a: at(0, 0), b: at(1, 2) }, join('t', 'a', 'b')).get('t');
    expect(one?.start.x).toBe(CARD_SIZE.width);
    expect(one?.end.x).toBe(PITCH.x);
  });

  test('goes around a card that stands between', () => {
    const cards = { a: at(0, 0), wall: at(1, 0), b: at(2, 0) };
    const one = route(cards, join('t', 'a', 'b')).get('t');
    const inside = grown(cards.wall, -2);
    expect(one?.chain.some(({ x, y }) => overlaps(inside, { x, y, width: 1, height: 1 }))).toBe(
      false,
    );
    const level = one?.chain.filter(
      ({ x }) => x > cards.wall.x && x < cards.wall.x + CARD_SIZE.width,
    );
    expect(level?.every(({ y }) => y < cards.wall.y || y > cards.wall.y + CARD_SIZE.height)).toBe(
      true,
    );
  });

  test('back to an earlier column in the same row arcs above', () => {
    const one = route({ a: at(0, 1), b: at(2, 1) }, join('t', 'b', 'a')).get('t');
    expect(Math.min(...one!.chain.map(({ y }) => y))).toBeLessThan(PITCH.y);
    expect(one?.end.y).toBe(PITCH.y);
  });

  test('from a touchpoint to itself comes out and in again', () => {
    const one = route({ a: at(0, 0) }, join('t', 'a', 'a')).get('t');
    expect(one?.start).not.toEqual(one?.end);
    expect(one!.bounds.width).toBeGreaterThan(10);
  });

  test('does not lie on another between the same two', () => {
    const routes = route({ a: at(0, 0), b: at(1, 0) }, join('s', 'a', 'b'), join('t', 'a', 'b'));
    expect(routes.get('s')?.start.y).not.toBe(routes.get('t')?.start.y);
    expect(routes.get('s')?.end.y).not.toBe(routes.get('t')?.end.y);
  });

  test('is left out when an end is missing', () => {
    expect(route({ a: at(0, 0) }, join('t', 'a', 'gone')).size).toBe(0);
  });

  test('is drawn for every transition of any map, with finite numbers, always the same', () => {
    fc.assert(
      fc.property(journeyMap(), (map) => {
        const joins = Object.entries(map.transitions).map(([id, { from, to }]) =>
          join(id, from, to),
        );
        const cards = cardsOf(map);
        const routes = routesOf(cards, joins);
        expect(routes.size).toBe(joins.length);
        for (const { path } of routes.values()) expect(path).not.toMatch(/NaN|Infinity/);
        const again = routesOf(cards, joins.toReversed());
        for (const [id, { path }] of routes) expect(again.get(id)?.path).toBe(path);
      }),
      { numRuns: runs(40, 1000) },
    );
  });
});

describe('routes of a map being edited', () => {
  const places = fc.record({
    column: fc.integer({ min: 0, max: 6 }),
    row: fc.integer({ min: 0, max: 5 }),
  });
  const ids = fc.integer({ min: 0, max: 17 }).map((index) => `card-${String(index)}`);
  const change = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('put' as const),
        id: ids,
        place: places,
        by: fc.integer({ min: -40, max: 40 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('take' as const), id: ids }) },
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('join' as const), from: ids, to: ids }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('part' as const), from: ids, to: ids }) },
  );

  function apply(
    each: typeof change extends fc.Arbitrary<infer Change> ? Change : never,
    cards: Map<string, Rect>,
    joins: Map<string, ReturnType<typeof join>>,
  ) {
    const id = 'from' in each ? `${each.from} ${each.to}` : each.id;
    if (each.kind === 'put') {
      const { x, y } = at(each.place.column, each.place.row);
      cards.set(id, { ...CARD_SIZE, x: x + each.by, y: y - each.by });
    } else if (each.kind === 'take') cards.delete(id);
    else if (each.kind === 'join') joins.set(id, join(id, each.from, each.to));
    else joins.delete(id);
  }

  test('are the same as if the map had always been as it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(change, { minLength: 1, maxLength: 12 }), {
          minLength: 2,
          maxLength: 12,
        }),
        (edits) => {
          const router = routerOf();
          const cards = new Map<string, Rect>();
          const joins = new Map<string, ReturnType<typeof join>>();
          for (const edit of edits) {
            for (const each of edit) apply(each, cards, joins);
            const kept = router.route(new Map(cards), [...joins.values()]);
            const fresh = routesOf(cards, [...joins.values()]);
            expect([...kept]).toEqual([...fresh]);
          }
        },
      ),
      { numRuns: runs(300, 20_000) },
    );
  }, 300_000);

  test('are the same in pieces, with edits between the pieces, as at once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(change, { minLength: 1, maxLength: 12 }), {
          minLength: 2,
          maxLength: 12,
        }),
        fc.integer({ min: 1, max: 4 }),
        (edits, most) => {
          const router = routerOf();
          const cards = new Map<string, Rect>();
          const joins = new Map<string, ReturnType<typeof join>>();
          for (const edit of edits) {
            for (const each of edit) apply(each, cards, joins);
            router.route(new Map(cards), [...joins.values()], most);
          }
          let calls = 0;
          while (!router.isDone()) {
            router.route(cards, [...joins.values()], most);
            expect((calls += 1)).toBeLessThan(200);
          }
          const whole = router.route(cards, [...joins.values()], most);
          expect([...whole]).toEqual([...routesOf(cards, [...joins.values()])]);
        },
      ),
      { numRuns: runs(300, 20_000) },
    );
  }, 300_000);

  test('come shortest first and no more than asked for, and stay as they were until drawn again', () => {
    const router = routerOf();
    const cards = new Map([0, 1, 2].map((column) => [String(column), at(column, column)]));
    const joins = [join('long', '0', '2'), join('a', '0', '1'), join('b', '1', '2')];
    expect([...router.route(cards, joins, 2).keys()]).toEqual(['a', 'b']);
    expect(router.isDone()).toBe(false);
    const whole = router.route(cards, joins, 2);
    expect([...whole.keys()]).toEqual(['a', 'b', 'long']);
    expect(router.isDone()).toBe(true);
    const moved = new Map(cards).set('2', at(2, 5));
    expect(router.route(moved, joins, 1).get('long')).toBe(whole.get('long'));
    expect(router.isDone()).toBe(false);
  });

  test('stay the same objects where nothing comes near them', () => {
    const router = routerOf();
    const cards = { a: at(0, 0), b: at(1, 0), c: at(0, 3), d: at(1, 3) };
    const joins = [join('s', 'a', 'b'), join('t', 'c', 'd')];
    const before = router.route(new Map(Object.entries(cards)), joins);
    const after = router.route(new Map(Object.entries({ ...cards, d: at(2, 3) })), joins);
    expect(after.get('s')).toBe(before.get('s'));
    expect(after.get('t')).not.toEqual(before.get('t'));
    expect(router.route(new Map(Object.entries({ ...cards, d: at(2, 3) })), [...joins])).toBe(
      after,
    );
  });
});

describe('labels', () => {
  test('lie neither on cards nor on each other nor on the line of another transition', () => {
    fc.assert(
      fc.property(journeyMap({ touchpoints: 12 }), (map) => {
        const tidied = structuredClone(map);
        for (const [id, position] of tidy(map)) tidied.touchpoints[id]!.position = { ...position };
        const cards = cardsOf(tidied);
        const joins = Object.entries(map.transitions).map(([id, { from, to }]) =>
          join(id, from, to),
        );
        const routes = routesOf(cards, joins);
        const size = { width: 44, height: 20 };
        const places = labelPlaces(
          routes,
          new Map(joins.map(({ id }) => [id, size])),
          cards.values(),
        );
        const boxes = [...places.values()].map(({ x, y }) => ({ x: x - 22, y: y - 10, ...size }));
        for (const [id, { x, y }] of places) {
          for (const other of routes.values()) {
            // A point of a line in the inside of the label, found along the line.
            const isOn = Array.from({ length: 201 }, (_, part) => part / 200).some((share) => {
              const point = pointAlong(other.chain, share);
              return Math.abs(point.x - x) < 21.9 && Math.abs(point.y - y) < 9.9;
            });
            expect(isOn && other.id !== id).toBe(false);
          }
        }
        boxes.forEach((box, index) => {
          expect([...cards.values()].some((card) => overlaps(card, box))).toBe(false);
          expect(boxes.slice(index + 1).some((other) => overlaps(other, box))).toBe(false);
        });
      }),
      { numRuns: runs(30, 500) },
    );
  });
});
