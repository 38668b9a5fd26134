import { useEffect, useMemo, useRef, useState } from 'react';
import { middle, type Rect } from '../map/layout';

/** So many at once; as many more than there were are drawn at once too. */
const START = 160;
/** How long a piece may take, in ms. The next is made larger or smaller by how long the last one took. */
const GOAL = 100;
/** With each piece React Flow looks at all nodes it has: many small ones would cost more than the drawing. */
const MOST_PIECES = 30;
/** A piece is at most so many times as large as the one before it. */
const STEP = 1.5;

/**
 * The items to draw now. Of a long list it is those nearest to the middle of the view, with every
 * frame a piece more, so that a map of thousands never holds the page up; where `isWhole` says that few
 * of them are drawn anyway, all at once.
 */
export function useInPieces<Item>(
  items: Item[],
  view: Rect,
  boundsOf: (item: Item) => Rect,
  isWhole = false,
): Item[] {
  const [most, setMost] = useState(START);
  /** The last piece and when it was asked for; null where none is being drawn. */
  const last = useRef<{ size: number; asked: number | null }>({ size: START, asked: null });
  const { length } = items;
  const isComplete = isWhole || most >= length;
  // More than there are: what is added one by one is drawn at once.
  const goal = isWhole ? START : Math.max(START, (Math.ceil(length / START) + 1) * START);
  useEffect(() => {
    if (most === goal) {
      last.current.asked = null;
      return undefined;
    }
    let task: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      const { size, asked } = last.current;
      const took = asked === null ? GOAL : Math.max(1, performance.now() - asked);
      const least = Math.max(START / 2, Math.ceil(length / MOST_PIECES));
      const next = Math.max(least, Math.round(size * Math.min(STEP, GOAL / took)));
      // In a task of its own: React's work and the browser's on one frame would add up.
      task = setTimeout(() => {
        last.current = { size: next, asked: performance.now() };
        setMost(Math.min(most + next, goal));
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(task);
    };
  }, [most, goal, length]);
  const order = useMemo(
    () => (isComplete ? null : nearness(items, view, boundsOf)),
    [isComplete, items, view, boundsOf],
  );
  return useMemo(() => (order ? nearest(items, order, most) : items), [order, items, most]);
}

/** So many of the items, in the order that they have. */
function nearest<Item>(
  items: readonly Item[],
  { far, sorted }: ReturnType<typeof nearness>,
  count: number,
): Item[] {
  const limit = sorted[count - 1] ?? Infinity;
  // Any number may lie at one place.
  let equal = count - sorted.indexOf(limit);
  return items.filter((_, at) => {
    const distance = far[at] ?? 0;
    return distance < limit || (distance === limit && (equal -= 1) >= 0);
  });
}

/** How far each item is from the middle of the view; also in order, nearest first. */
function nearness<Item>(items: readonly Item[], view: Rect, boundsOf: (item: Item) => Rect) {
  const centre = middle(view);
  const far = Float64Array.from(items, (item) => {
    const { x, y } = middle(boundsOf(item));
    return Math.hypot(x - centre.x, y - centre.y);
  });
  return { far, sorted: far.slice().sort() };
}
