import type { Rect } from '../geometry';
import { type ObstacleSearch, obstaclesOf } from './obstacles';

/** Where the cards are, from one state of the map to the next. */
export interface PlacedCards {
  readonly obstacles: ObstacleSearch;
  /** A card that stays where it was is the same object from state to state. */
  at(id: string): Rect | undefined;
  /** Takes over where the cards are; returns the places that were left and those that were taken. */
  update(cards: ReadonlyMap<string, Rect>): Rect[];
}

/** No cards at first; `update` gives them. */
export function placedCards(): PlacedCards {
  const obstacles = obstaclesOf();
  const placed = new Map<string, Rect>();
  return {
    obstacles,
    at: (id) => placed.get(id),
    update(cards) {
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
    },
  };
}

function isSame(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
