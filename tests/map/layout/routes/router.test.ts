import { describe, expect, test } from 'vitest';
import { type Join, type Rect, routerOf, routesOf } from '../../../../src/map/layout';
import { cornered, curved } from '../../../../src/map/layout/routes/line';
import { routeOf } from '../../../../src/map/layout/routes/route';
import { at, pairs, rect } from './scene';

type Cards = Readonly<Record<string, Rect>>;

/** Joins from words such as `t:a>b`: the transition t from a to b. */
const joinsOf = (text: string): Join[] =>
  text.split(' ').map((word) => {
    const [, id = '', from = '', to = ''] = /^(.+):(.+)>(.+)$/.exec(word) ?? [];
    return { id, from, to };
  });

const draw = (cards: Cards, joins: string) =>
  routesOf(new Map(Object.entries(cards)), joinsOf(joins));

const chain = (cards: Cards, joins: string, id = 't') => pairs(draw(cards, joins).get(id)!.chain);
const path = (cards: Cards, joins: string, id = 't') => draw(cards, joins).get(id)?.path;

describe('a line as a route', () => {
  test('has its ends, its path and what it reaches over', () => {
    const line = cornered([
      { x: 10, y: 50 },
      { x: 10, y: 20 },
      { x: 90, y: 20 },
    ]);
    expect(routeOf('t', line)).toEqual({
      id: 't',
      start: { x: 10, y: 50 },
      end: { x: 90, y: 20 },
      path: 'M10 50L10 35Q10 20 25 20L90 20',
      chain: line.chain,
      bounds: rect(10, 20, 80, 30),
    });
  });

  test('reaches over the curve, not over what it is drawn towards', () => {
    const line = curved({ x: 0, y: 0 }, { x: 0, y: 80 }, { x: 80, y: 80 }, { x: 80, y: 0 });
    expect(routeOf('t', line).bounds).toEqual(rect(0, 0, 80, 60));
    expect(routeOf('t', line).end).toEqual({ x: 80, y: 0 });
  });

  test('is at the origin where there is nothing', () => {
    expect(routeOf('t', cornered([]))).toEqual({
      id: 't',
      start: { x: 0, y: 0 },
      end: { x: 0, y: 0 },
      path: '',
      chain: [],
      bounds: rect(0, 0, 0, 0),
    });
  });
});

describe('the route between two cards', () => {
  test('of neighbours in a row is straight', () => {
    expect(path({ a: at(0, 0), b: at(1, 0) }, 't:a>b')).toBe('M224 48C260 48 260 48 296 48');
  });

  test('of neighbouring columns is one curve', () => {
    expect(path({ a: at(0, 0), b: at(1, 1) }, 't:a>b')).toBe('M224 48C260 48 260 192 296 192');
    expect(path({ a: at(0, 1), b: at(1, 0) }, 't:a>b')).toBe('M224 192C260 192 260 48 296 48');
  });

  test('of one column is a curve from foot to head, or from head to foot', () => {
    const cards = { a: at(0, 0), b: at(0, 1) };
    expect(path(cards, 't:a>b')).toBe('M112 96C112 120 112 120 112 144');
    expect(path(cards, 't:b>a')).toBe('M112 144C112 120 112 120 112 96');
  });

  test('of one column with another between runs beside it', () => {
    const cards = { a: at(0, 0), wall: at(0, 1), b: at(0, 2) };
    expect(chain(cards, 't:a>b')).toEqual([
      [224, 48],
      [246, 48],
      [246, 336],
      [224, 336],
    ]);
    expect(chain(cards, 't:b>a')).toEqual([
      [0, 336],
      [-22, 336],
      [-22, 48],
      [0, 48],
    ]);
  });

  test('goes over a card between, with round corners', () => {
    expect(path({ a: at(0, 0), wall: at(1, 0), b: at(2, 0) }, 't:a>b')).toBe(
      'M224 48L233 48Q242 48 242 39L242 6Q242 -10 258 -10L558 -10Q574 -10 574 6L574 39Q574 48 583 48L592 48',
    );
  });

  test('leads back above the row', () => {
    expect(path({ a: at(2, 1), b: at(0, 1) }, 't:a>b')).toBe(
      'M704 144L704 132Q704 120 692 120L124 120Q112 120 112 132L112 144',
    );
  });

  test('leads back to another row by the gaps', () => {
    expect(chain({ a: at(2, 0), b: at(0, 2) }, 't:a>b')).toEqual([
      [704, 96],
      [704, 120],
      [252, 120],
      [252, 264],
      [112, 264],
      [112, 288],
    ]);
    expect(chain({ a: at(2, 2), b: at(0, 0) }, 't:a>b')).toEqual([
      [704, 288],
      [704, 264],
      [252, 264],
      [252, 120],
      [112, 120],
      [112, 96],
    ]);
  });

  test('from a card to itself turns around its corner', () => {
    const route = draw({ a: at(0, 0) }, 't:a>a').get('t')!;
    expect(pairs(route.chain)).toEqual([
      [224, 48],
      [248, 48],
      [248, -18],
      [112, -18],
      [112, 0],
    ]);
    expect(route.bounds).toEqual(rect(112, -18, 136, 66));
    expect([route.start, route.end]).toEqual([
      { x: 224, y: 48 },
      { x: 112, y: 0 },
    ]);
  });

  test('is left out when either end is missing', () => {
    expect([...draw({ a: at(0, 0), b: at(1, 0) }, 's:a>gone t:gone>b u:a>b').keys()]).toEqual([
      'u',
    ]);
  });
});

describe('several routes', () => {
  test('leave a card in the order of where they lead, whatever order they are given in', () => {
    const cards = { a: at(0, 0), b: at(1, -1), c: at(1, 0), d: at(1, 1) };
    for (const joins of ['x:a>b y:a>c z:a>d', 'z:a>d y:a>c x:a>b', 'y:a>c x:a>b z:a>d']) {
      const routes = draw(cards, joins);
      expect(['x', 'y', 'z'].map((id) => routes.get(id)?.start.y)).toEqual([34, 48, 62]);
      expect(['x', 'y', 'z'].map((id) => routes.get(id)?.end.y)).toEqual([-96, 48, 192]);
    }
  });

  test('between the same two run beside each other', () => {
    const routes = draw({ a: at(0, 0), b: at(1, 0) }, 's:a>b t:a>b');
    expect(routes.get('s')?.path).toBe('M224 41C260 41 260 41 296 41');
    expect(routes.get('t')?.path).toBe('M224 55C260 55 260 55 296 55');
  });

  test('in one gap take lanes 6 apart, the lesser id first', () => {
    const cards = { a: at(0, 0), b: at(0, 1), c: at(0, 2), d: at(0, 3) };
    const routes = draw(cards, 't:b>d s:a>c');
    expect(routes.get('s')?.chain[1]?.x).toBe(246);
    expect(routes.get('t')?.chain[1]?.x).toBe(252);
  });

  test('in one gap take lanes 6 apart, the shorter first', () => {
    const cards = { a: at(0, 0), b: at(0, 1), c: at(0, 2), d: at(0, 3), e: at(0, 4) };
    const routes = draw(cards, 's:a>d t:b>e x:c>e');
    // x spans two rows, the others three; x and t end at one card and share a lane.
    expect(['x', 's', 't'].map((id) => routes.get(id)?.chain[1]?.x)).toEqual([246, 252, 246]);
  });

  test('with a common end share a lane', () => {
    const cards = { a: at(0, 0), b: at(0, 1), c: at(0, 2), d: at(0, 3) };
    const routes = draw(cards, 's:a>c t:a>d');
    expect(['s', 't'].map((id) => routes.get(id)?.chain[1]?.x)).toEqual([246, 246]);
  });

  test('are listed with the shorter first, then by id', () => {
    const cards = { a: at(0, 0), b: at(1, 0), c: at(2, 1) };
    expect([...draw(cards, 'a:a>c z:a>b y:b>a').keys()]).toEqual(['y', 'z', 'a']);
  });
});

describe('a router', () => {
  /** The routes after each state of a map that is being edited. */
  function session() {
    const router = routerOf();
    return (cards: Cards, joins: string) =>
      router.route(new Map(Object.entries(cards)), joins === '' ? [] : joinsOf(joins));
  }
  const cards = { a: at(0, 0), b: at(1, 0), c: at(0, 3), d: at(1, 3) };
  const joins = 's:a>b t:c>d';

  test('returns the same routes for the same map, in whatever objects it comes', () => {
    const route = session();
    const before = route(cards, joins);
    expect(route({ ...cards }, joins)).toBe(before);
    expect(route(structuredClone(cards), joins)).toBe(before);
    expect(route({ ...cards, far: at(9, 9) }, joins)).toBe(before);
    const none = session();
    expect(none({}, '')).toBe(none(cards, ''));
  });

  test('moves a card by each of its measures', () => {
    for (const moved of [
      rect(304, 0, 224, 96),
      rect(296, 8, 224, 96),
      rect(296, 0, 224, 104),
      rect(304, 0, 216, 96),
    ]) {
      const route = session();
      const before = route(cards, joins);
      const after = route({ ...cards, b: moved }, joins);
      expect(after.get('s')).not.toEqual(before.get('s'));
      expect([...after]).toEqual([...draw({ ...cards, b: moved }, joins)]);
      expect(after.get('t')).toBe(before.get('t'));
    }
    const route = session();
    const loop = route({ a: at(0, 0) }, 's:a>a');
    expect(route({ a: rect(0, 0, 300, 96) }, 's:a>a').get('s')).not.toEqual(loop.get('s'));
  });

  test('goes around a card put between, and straight again once it is gone', () => {
    const route = session();
    const far = { a: at(0, 0), b: at(2, 0) };
    const straight = route(far, 's:a>b').get('s');
    expect(straight?.path).toBe('M224 48C384 48 432 48 592 48');
    expect(route({ ...far, wall: at(1, 0) }, 's:a>b').get('s')?.chain[2]).toEqual({
      x: 242,
      y: -10,
    });
    expect(route({ ...far, wall: at(1, 5) }, 's:a>b').get('s')?.path).toBe(straight?.path);
    expect(route({ ...far, wall: at(1, 0) }, 's:a>b').get('s')?.path).not.toBe(straight?.path);
    expect(route(far, 's:a>b').get('s')?.path).toBe(straight?.path);
  });

  test('keeps a route of which only what is near has changed', () => {
    const route = session();
    const before = route(cards, joins);
    const near = { ...cards, wall: rect(224, 60, 72, 20) };
    expect(route(near, joins)).toBe(before);
  });

  test('adds and leaves out transitions as they come and go', () => {
    const route = session();
    const before = route(cards, 's:a>b');
    expect([...before.keys()]).toEqual(['s']);
    const both = route(cards, joins);
    expect([...both.keys()]).toEqual(['s', 't']);
    expect(both.get('s')).toBe(before.get('s'));
    expect([...route(cards, 't:c>d').keys()]).toEqual(['t']);
    expect(route(cards, '').size).toBe(0);
    expect([...route(cards, joins).keys()]).toEqual(['s', 't']);
  });

  test('leaves out a transition whose card is gone', () => {
    const route = session();
    route(cards, joins);
    expect([...route({ a: cards.a, b: cards.b, c: cards.c }, joins).keys()]).toEqual(['s']);
    expect([...route(cards, joins).keys()]).toEqual(['s', 't']);
  });

  test('follows a transition to other cards', () => {
    const route = session();
    route(cards, 's:a>b');
    expect(route(cards, 's:a>d').get('s')?.end).toEqual({ x: 296, y: 480 });
    expect(route(cards, 's:c>d').get('s')?.start).toEqual({ x: 224, y: 480 });
    expect(route(cards, 's:d>c').get('s')?.start).toEqual({ x: 408, y: 432 });
  });

  test('closes up at a card when one of several transitions is gone', () => {
    const route = session();
    route(cards, 's:a>b t:a>b');
    expect(route(cards, 's:a>b').get('s')?.start.y).toBe(48);
    expect(route(cards, 's:a>b r:a>b').get('s')?.start.y).toBe(55);
  });

  test('takes back the lane that another one leaves, and gives way again', () => {
    const route = session();
    const column = { a: at(0, 0), b: at(0, 1), c: at(0, 2), d: at(0, 3) };
    const x = (joined: string) => route(column, joined).get('t')?.chain[1]?.x;
    expect(x('s:a>c t:b>d')).toBe(252);
    expect(x('t:b>d')).toBe(246);
    expect(x('s:a>c t:b>d')).toBe(252);
    expect(route({ ...column, a: at(5, 0) }, 's:a>c t:b>d').get('t')?.chain[1]?.x).toBe(246);
    expect(route(column, 's:a>c t:b>d').get('t')?.chain[1]?.x).toBe(252);
  });

  test('lets a whole row give way when the first lane is taken', () => {
    const route = session();
    const column = Object.fromEntries(
      Array.from({ length: 8 }, (_, row) => [`c${String(row)}`, at(0, row)] as const),
    );
    const late = 'w:c1>c4 x:c2>c5 y:c3>c6';
    route(column, late);
    const all = `s:c0>c3 ${late}`;
    expect([...route(column, all)]).toEqual([...draw(column, all)]);
    expect([...route(column, late)]).toEqual([...draw(column, late)]);
  });

  test('draws a map of which many cards have moved at once like a new one', () => {
    const route = session();
    const grid = (dx: number) =>
      Object.fromEntries(
        Array.from({ length: 60 }, (_, index) => {
          const card = at(index % 10, Math.floor(index / 10));
          return [`c${String(index)}`, { ...card, x: card.x + dx }] as const;
        }),
      );
    const joined = 's:c0>c12 t:c5>c3 u:c20>c40 v:c41>c2 w:c33>c33';
    route(grid(0), joined);
    expect([...route(grid(16), joined)]).toEqual([...draw(grid(16), joined)]);
    expect([...route(grid(16), joined).values()].map(({ id }) => id).sort()).toEqual([
      's',
      't',
      'u',
      'v',
      'w',
    ]);
  });
});
