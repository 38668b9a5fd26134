import { around, type Point, type Rect } from '../geometry';
import { lineOf, type Ground } from './course';
import { lanes } from './lanes';
import { flattened, type Line, pathOf } from './line';
import { obstaclesOf } from './obstacles';
import { portsOf, type Way } from './ports';
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

/**
 * Routes of transitions among cards: out at the right, in at the left, around other cards where
 * that can be, fanned out at both ends. The result depends on the cards and transitions alone.
 */
export function routesOf(
  cards: ReadonlyMap<string, Rect>,
  joins: Iterable<Join>,
): ReadonlyMap<string, Route> {
  const obstacles = obstaclesOf(cards.values());
  const ways: Way[] = [];
  for (const { id, from, to } of joins) {
    const source = cards.get(from);
    const target = cards.get(to);
    if (!source || !target) continue;
    ways.push({ id, from, to, source, target, course: courseOf(source, target, obstacles) });
  }
  const ports = portsOf(ways);
  const ground: Ground = { obstacles, lanes: lanes() };
  const routes = new Map<string, Route>();
  // Short ways first: they have the least room to give way.
  for (const way of ways.toSorted((a, b) => spanOf(a) - spanOf(b) || (a.id < b.id ? -1 : 1))) {
    const ends = ports.get(way.id);
    if (ends) routes.set(way.id, routeOf(way.id, lineOf(way, ends, ground)));
  }
  return routes;
}

/** A line as a route. */
export function routeOf(id: string, line: Line): Route {
  const chain = flattened(line);
  const [start = { x: 0, y: 0 }] = chain;
  const bounds = around(chain.map((point) => ({ ...point, width: 0, height: 0 })));
  return {
    id,
    start,
    end: chain.at(-1) ?? start,
    path: pathOf(line),
    chain,
    bounds: bounds ?? { ...start, width: 0, height: 0 },
  };
}

function spanOf({ source, target }: Way): number {
  return Math.abs(source.x - target.x) + Math.abs(source.y - target.y);
}
