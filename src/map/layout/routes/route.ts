import { aroundPoints, type Point, type Rect } from '../geometry';
import { type Line, pathOf } from './line';

/** A transition as drawn. */
export interface Route {
  readonly id: string;
  readonly start: Point;
  readonly end: Point;
  /** SVG path data. */
  readonly path: string;
  /** The line as a chain of points, for labels and hits. */
  readonly chain: readonly Point[];
  readonly bounds: Rect;
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
