import { grown, type Point, type Rect } from '../geometry';
import { pointAlong } from './line';
import { obstaclesOf } from './obstacles';
import { type Route } from './route';

/** Where along its route a label may stand, best first. */
const SHARES = [0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78, 0.15, 0.85];

export interface LabelSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The middle of each label, so that no label lies on a card or on another; a label without room is
 * left out, and shown when its transition is pointed at.
 */
export function labelPlaces(
  routes: ReadonlyMap<string, Route>,
  sizes: ReadonlyMap<string, LabelSize>,
  cards: Iterable<Rect>,
): ReadonlyMap<string, Point> {
  const blocked = obstaclesOf(cards);
  const places = new Map<string, Point>();
  for (const [id, size] of sizes) {
    const route = routes.get(id);
    if (!route) continue;
    for (const share of SHARES) {
      const point = pointAlong(route.chain, share);
      const box = { x: point.x - size.width / 2, y: point.y - size.height / 2, ...size };
      if (blocked.meets(grown(box, 2))) continue;
      blocked.add(box);
      places.set(id, point);
      break;
    }
  }
  return places;
}
