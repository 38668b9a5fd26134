import { listUnder } from '../../basics';
import { bottom, type Rect, right } from '../geometry';

/** Cards are about this large, so a cell holds few of them. */
const CELL = 192;
/** Cells are numbered row by row; no canvas is wider than this many. */
const ROW = 1 << 20;

/** Rectangles that lines and labels keep clear of, found by area. */
export interface Obstacles extends ObstacleSearch {
  add(rect: Rect): void;
  /** Takes out the very object that was added. */
  remove(rect: Rect): void;
}

/** Searches of the obstacles by area. */
export interface ObstacleSearch {
  /** Does anything meet the rectangle? */
  meets(rect: Rect, isOther?: (found: Rect) => boolean): boolean;
  /** Everything that meets the rectangle, each once. */
  within(rect: Rect): ReadonlySet<Rect>;
  /** Is a level line free, with `margin` above and below? */
  isFreeAcross(y: number, x1: number, x2: number, margin: number): boolean;
  /** Is an upright line free, with `margin` on both sides? */
  isFreeAlong(x: number, y1: number, y2: number, margin: number): boolean;
}

/** A grid of cells: searches cost what lies near. Rectangles are distinguished by identity, not by their numbers. */
export function obstaclesOf(rects: Iterable<Rect> = []): Obstacles {
  const cells = new Map<number, Rect[]>();

  /** Visits the rectangles that meet `area`, some more than once, until `visit` says stop. */
  function search(area: Rect, visit: (found: Rect) => boolean): boolean {
    const last = { x: Math.floor(right(area) / CELL), y: Math.floor(bottom(area) / CELL) };
    for (let row = Math.floor(area.y / CELL); row <= last.y; row++) {
      for (let column = Math.floor(area.x / CELL); column <= last.x; column++) {
        for (const rect of cells.get(row * ROW + column) ?? []) {
          const meets =
            rect.x < right(area) &&
            right(rect) > area.x &&
            rect.y < bottom(area) &&
            bottom(rect) > area.y;
          if (meets && visit(rect)) return true;
        }
      }
    }
    return false;
  }

  /** Visits the cells that a rectangle lies in. */
  function each(rect: Rect, visit: (cell: number) => void): void {
    const last = { x: Math.floor(right(rect) / CELL), y: Math.floor(bottom(rect) / CELL) };
    for (let row = Math.floor(rect.y / CELL); row <= last.y; row++) {
      for (let column = Math.floor(rect.x / CELL); column <= last.x; column++) {
        visit(row * ROW + column);
      }
    }
  }

  function add(rect: Rect): void {
    each(rect, (cell) => {
      listUnder(cells, cell, rect);
    });
  }

  function remove(rect: Rect): void {
    each(rect, (cell) => {
      const list = cells.get(cell);
      const place = list?.indexOf(rect) ?? -1;
      if (place >= 0) list?.splice(place, 1);
    });
  }

  for (const rect of rects) add(rect);
  return { add, remove, ...searches(search) };
}

type Search = (area: Rect, visit: (found: Rect) => boolean) => boolean;

/** The searches, all by one search of an area. */
function searches(search: Search): ObstacleSearch {
  const meets: ObstacleSearch['meets'] = (rect, isOther = () => true) => search(rect, isOther);
  return {
    meets,
    within(rect) {
      const found = new Set<Rect>();
      search(rect, (one) => {
        found.add(one);
        return false;
      });
      return found;
    },
    isFreeAcross: (y, x1, x2, margin) =>
      !meets({
        x: Math.min(x1, x2),
        y: y - margin,
        width: Math.abs(x2 - x1),
        height: 2 * margin,
      }),
    isFreeAlong: (x, y1, y2, margin) =>
      !meets({
        x: x - margin,
        y: Math.min(y1, y2),
        width: 2 * margin,
        height: Math.abs(y2 - y1),
      }),
  };
}

/** The same obstacles; calls `record` with the area of each search. */
export function recordingSearch(
  obstacles: ObstacleSearch,
  record: (area: Rect) => void,
): ObstacleSearch {
  return searches((area, visit) => {
    record(area);
    return obstacles.meets(area, visit);
  });
}
