import { grown, type Point, type Rect } from '../geometry';
import { pointAlong } from './line';
import { type Obstacles, obstaclesOf } from './obstacles';
import { type Route } from './route';

/** Where along its route a label may stand, best first: evenly, then wherever there is a gap. */
const EVENLY = [0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78, 0.15, 0.85];
const GAPS = Array.from({ length: 17 }, (_, step) => [0.48 - step * 0.025, 0.52 + step * 0.025]);
const SHARES = [...EVENLY, ...GAPS.flat()];

/** In canvas units, with the room around the text. */
export interface LabelSize {
  readonly width: number;
  readonly height: number;
  /** As wide as it is when only its end is said; absent = it has no shorter form. */
  readonly short?: number;
}

/** The middle of a label. */
export interface LabelPlace extends Point {
  /** There is room for its end alone. */
  readonly isShort: boolean;
}

/**
 * The middle of each label, so that no label lies on a card, on another, or on the line of another transition. A label
 * without room says only its end; without room for that it is left out, and shown when its transition is pointed at.
 */
export function labelPlaces(
  routes: ReadonlyMap<string, Route>,
  sizes: ReadonlyMap<string, LabelSize>,
  cards: Iterable<Rect>,
): ReadonlyMap<string, LabelPlace> {
  const blocked = obstaclesOf(cards);
  const lines = linesOf(routes.values());
  const places = new Map<string, LabelPlace>();
  const roomFor = ({ id, chain }: Route, width: number, height: number): Point | null => {
    const isOthers = (line: Rect) => lines.owner.get(line) !== id;
    for (const share of SHARES) {
      const point = pointAlong(chain, share);
      const box = { x: point.x - width / 2, y: point.y - height / 2, width, height };
      if (blocked.meets(grown(box, 2)) || lines.pieces.meets(box, isOthers)) continue;
      blocked.add(box);
      return point;
    }
    return null;
  };
  for (const [id, { width, height, short }] of sizes) {
    const route = routes.get(id);
    if (!route) continue;
    const point = roomFor(route, width, height);
    const place = point ?? (short === undefined ? null : roomFor(route, short, height));
    if (place) places.set(id, { ...place, isShort: point === null });
  }
  return places;
}

interface Lines {
  readonly pieces: Obstacles;
  /** Whose line a piece is of. */
  readonly owner: ReadonlyMap<Rect, string>;
}

/** The pieces of all lines, as the rectangles around them: level, upright, or a short part of a curve. */
function linesOf(routes: Iterable<Route>): Lines {
  const pieces = obstaclesOf();
  const owner = new Map<Rect, string>();
  for (const { id, chain } of routes) {
    for (const [index, b] of chain.entries()) {
      const a = chain[index - 1] ?? b;
      const piece = {
        x: Math.min(a.x, b.x),
        y: Math.min(a.y, b.y),
        width: Math.abs(a.x - b.x),
        height: Math.abs(a.y - b.y),
      };
      owner.set(piece, id);
      pieces.add(piece);
    }
  }
  return { pieces, owner };
}
