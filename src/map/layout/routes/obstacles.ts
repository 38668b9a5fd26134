import { bottom, type Rect, right } from '../geometry';

const CELL = 160;

/** Cards to keep clear of, found by where they are. */
export interface Obstacles {
  /** Cards that a level line crosses, `margin` around each counted in. */
  across(y: number, x1: number, x2: number, margin: number): number;
  /** Cards that an upright line crosses. */
  along(x: number, y1: number, y2: number, margin: number): number;
  /** Cards that meet a rectangle. */
  within(rect: Rect): readonly Rect[];
}

export function obstaclesOf(cards: Iterable<Rect>): Obstacles {
  const cells = new Map<number, Rect[]>();
  for (const card of cards) {
    for (let cell = Math.floor(card.x / CELL); cell <= Math.floor(right(card) / CELL); cell++) {
      const list = cells.get(cell);
      if (list) list.push(card);
      else cells.set(cell, [card]);
    }
  }

  function within({ x, y, width, height }: Rect): Rect[] {
    const found: Rect[] = [];
    const first = Math.floor(x / CELL);
    for (let cell = first; cell <= Math.floor((x + width) / CELL); cell++) {
      for (const card of cells.get(cell) ?? []) {
        // A card lies in several cells: it counts in the first of them that is looked at.
        if (cell !== Math.max(first, Math.floor(card.x / CELL))) continue;
        const meets =
          card.x < x + width && right(card) > x && card.y < y + height && bottom(card) > y;
        if (meets) found.push(card);
      }
    }
    return found;
  }

  return {
    within,
    across: (y, x1, x2, margin) =>
      within({
        x: Math.min(x1, x2),
        y: y - margin,
        width: Math.abs(x2 - x1),
        height: 2 * margin,
      }).length,
    along: (x, y1, y2, margin) =>
      within({
        x: x - margin,
        y: Math.min(y1, y2),
        width: 2 * margin,
        height: Math.abs(y2 - y1),
      }).length,
  };
}
