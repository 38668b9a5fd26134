import { aroundPoints, overlaps, type Point, type Rect } from '../geometry';
import { type Ground, lineOf } from './course';
import { lanesOf, type Stretch } from './lanes';
import { type Line, pathOf } from './line';
import { obstaclesOf, overheard } from './obstacles';
import { goesBefore, inOrder, portsOf, type Way, wayOf } from './ports';
import { courseOf } from './sides';

/** A transition as drawn. */
export interface Route {
  readonly id: string;
  readonly start: Point;
  readonly end: Point;
  /** SVG path data. */
  readonly path: string;
  /** The way as a chain of points, for labels and hits. */
  readonly chain: readonly Point[];
  readonly bounds: Rect;
}

export interface Join {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** Answers with the routes among the cards as they are now. */
export type Router = (
  cards: ReadonlyMap<string, Rect>,
  joins: readonly Join[],
) => ReadonlyMap<string, Route>;

/** What is kept of a way between two states of the map. */
interface Known {
  way: Way;
  /** Around everything that was looked at to find its line: what happens elsewhere changes nothing. */
  asked: Rect | null;
  stretches: readonly Stretch[];
  route: Route | null;
  /** The last state it was part of. */
  round: number;
}

/** With more cards moved than this, everything is looked at anew. */
const FEW = 40;

/**
 * Routes that keep up with a map being edited: only ways that a change can have touched are drawn
 * anew. What comes out depends on the cards and transitions alone, never on how they came to be so.
 * A route that stays as it was is the same object, and so is the whole where all do.
 */
export function routerOf(): Router {
  const obstacles = obstaclesOf();
  const lanes = lanesOf();
  const ports = portsOf();
  /** Cards by id: a card that stays where it was is the same object from state to state. */
  const placed = new Map<string, Rect>();
  const known = new Map<string, Known>();
  let routes: ReadonlyMap<string, Route> = new Map();
  let round = 0;

  /** Takes over where the cards are; answers what was left and what was come to. */
  function place(cards: ReadonlyMap<string, Rect>): Rect[] {
    const touched: Rect[] = [];
    const leave = (id: string, rect: Rect) => {
      placed.delete(id);
      obstacles.remove(rect);
      touched.push(rect);
    };
    for (const [id, rect] of placed) if (!cards.has(id)) leave(id, rect);
    for (const [id, rect] of cards) {
      const before = placed.get(id);
      if (before === rect || (before && isSame(before, rect))) continue;
      if (before) leave(id, before);
      placed.set(id, rect);
      obstacles.add(rect);
      touched.push(rect);
    }
    return touched;
  }

  /** Takes over which ways there are; answers those to be drawn. */
  function join(joins: readonly Join[], touched: readonly Rect[]): Set<string> {
    round += 1;
    const redrawn = new Set<string>();
    const isTouched = (asked: Rect | null) =>
      touched.length > FEW || (asked !== null && touched.some((rect) => overlaps(rect, asked)));
    for (const { id, from, to } of joins) {
      const [source, target] = [placed.get(from), placed.get(to)];
      if (!source || !target) continue;
      const before = known.get(id);
      const way = before?.way;
      const stays =
        way?.source === source && way.target === target && way.from === from && way.to === to;
      if (before) before.round = round;
      if (before && stays && !(touched.length > 0 && isTouched(before.asked))) continue;
      redrawn.add(id);
      let asked: Rect | null = null;
      const course = courseOf(
        source,
        target,
        overheard(obstacles, (area) => (asked = hull(asked, area))),
      );
      if (before && stays && before.way.course === course) {
        before.asked = asked;
        continue;
      }
      if (before) forget(before, redrawn);
      const next = wayOf({ id, from, to, source, target, course });
      ports.add(next);
      known.set(id, { way: next, asked, stretches: [], route: before?.route ?? null, round });
    }
    if (known.size > 0) {
      for (const [id, each] of known) {
        if (each.round === round) continue;
        forget(each, redrawn);
        known.delete(id);
        redrawn.delete(id);
      }
    }
    ports.settle((id) => redrawn.add(id));
    return redrawn;
  }

  /** A way that is another one now: those that gave way to it need not any more. */
  function forget({ way, stretches }: Known, redrawn: Set<string>): void {
    ports.remove(way);
    for (const stretch of stretches) {
      lanes.remove(stretch);
      lanes.eachAfter(stretch, ({ id }) => redrawn.add(id));
    }
  }

  /** Draws a way, and answers whether it takes other lanes than before. */
  function draw(each: Known): boolean {
    const { way } = each;
    const ends = ports.endsOf(way.id);
    if (!ends) return false;
    const stretches: Stretch[] = [];
    const ground: Ground = {
      obstacles: overheard(obstacles, (area) => (each.asked = hull(each.asked, area))),
      lane: (direction, wanted, a, b, isFree) => {
        const stretch = lanes.find(direction, way, wanted, a, b, isFree);
        stretches.push(stretch);
        return stretch.at;
      },
    };
    const route = routeOf(way.id, lineOf(way, ends, ground));
    if (each.route?.path !== route.path) each.route = route;
    if (sameStretches(each.stretches, stretches)) return false;
    for (const stretch of each.stretches) lanes.remove(stretch);
    for (const stretch of stretches) lanes.add(stretch);
    each.stretches = stretches;
    return true;
  }

  function drawAll(ids: ReadonlySet<string>): void {
    const waiting = [...ids].flatMap((id) => known.get(id) ?? []);
    waiting.sort((a, b) => inOrder(a.way, b.way));
    // Where all are drawn none is drawn twice.
    const isWhole = waiting.length === known.size;
    const queued = new Set(ids);
    for (let at = 0; at < waiting.length; at += 1) {
      const each = waiting[at];
      if (!each) continue;
      const before = each.stretches;
      if (!draw(each) || isWhole) continue;
      for (const stretch of [...before, ...each.stretches]) {
        lanes.eachAfter(stretch, ({ id }) => {
          const other = known.get(id);
          if (!other || queued.has(id)) return;
          queued.add(id);
          waiting.splice(placeOf(other.way, waiting, at + 1), 0, other);
        });
      }
    }
  }

  /** In the order in which they are drawn; the same as before where nothing has changed. */
  function collected(): ReadonlyMap<string, Route> {
    const all = [...known.values()].sort((a, b) => inOrder(a.way, b.way));
    const next = new Map<string, Route>();
    for (const { way, route } of all) if (route) next.set(way.id, route);
    const stays =
      next.size === routes.size && all.every(({ way, route }) => routes.get(way.id) === route);
    return stays ? routes : next;
  }

  return (cards, joins) => {
    const size = known.size;
    const redrawn = join(joins, place(cards));
    if (redrawn.size === 0 && known.size === size) return routes;
    drawAll(redrawn);
    return (routes = collected());
  };
}

/**
 * Routes of transitions among cards: out at the right, in at the left, around other cards where
 * that can be, fanned out at both ends.
 */
export function routesOf(
  cards: ReadonlyMap<string, Rect>,
  joins: readonly Join[],
): ReadonlyMap<string, Route> {
  return routerOf()(cards, joins);
}

/** A line as a route. */
export function routeOf(id: string, line: Line): Route {
  const { chain } = line;
  const [start = { x: 0, y: 0 }] = chain;
  return {
    id,
    start,
    end: chain.at(-1) ?? start,
    path: pathOf(line),
    chain,
    bounds: aroundPoints(chain) ?? { ...start, width: 0, height: 0 },
  };
}

/** Where a way belongs among those from a place on, which are in order. */
function placeOf(way: Way, waiting: readonly Known[], from: number): number {
  let [low, high] = [from, waiting.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = waiting[middle];
    if (other && goesBefore(other.way, way)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isSame(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

function sameStretches(a: readonly Stretch[], b: readonly Stretch[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, index) => {
      const other = b[index];
      return (
        one.way === other?.way &&
        one.direction === other.direction &&
        one.wanted === other.wanted &&
        one.at === other.at &&
        one.from === other.from &&
        one.to === other.to
      );
    })
  );
}

/** The smallest rectangle around both. */
function hull(a: Rect | null, b: Rect): Rect {
  if (!a) return b;
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}
