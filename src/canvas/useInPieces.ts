import { useEffect, useMemo, useState } from 'react';
import { middle, type Rect } from '../map/layout';

/** So many more are drawn with each frame, at least. */
const PIECE = 400;
/** So many at once. */
const START = 2 * PIECE;
/** With each piece React Flow looks at all nodes it has: many small ones would cost more than the drawing. */
const MOST_PIECES = 16;

/**
 * The items to draw now. Of a long list it is those nearest to the middle of the view, with every
 * frame a piece more, so that a map of thousands never holds the page up; where `isWhole` says that few
 * of them are drawn anyway, all at once.
 */
export function useInPieces<Item>(
  items: Item[],
  view: Rect,
  isWhole: boolean,
  boundsOf: (item: Item) => Rect,
): Item[] {
  const [most, setMost] = useState(START);
  const isComplete = isWhole || most >= items.length;
  // A piece more than there are: what is added one by one is drawn at once.
  const goal = isWhole ? START : Math.max(START, (Math.ceil(items.length / PIECE) + 1) * PIECE);
  const piece = Math.max(PIECE, Math.ceil(items.length / MOST_PIECES));
  const next = Math.min(most + piece, goal);
  useEffect(() => {
    if (next === most) return undefined;
    const frame = requestAnimationFrame(() => setMost(next));
    return () => cancelAnimationFrame(frame);
  }, [next, most]);
  return useMemo(
    () => (isComplete ? items : nearest(items, view, most, boundsOf)),
    [isComplete, items, view, most, boundsOf],
  );
}

/** In the order that they have. */
function nearest<Item>(
  items: readonly Item[],
  view: Rect,
  count: number,
  boundsOf: (item: Item) => Rect,
): Item[] {
  const centre = middle(view);
  const far = items.map((item) => {
    const { x, y } = middle(boundsOf(item));
    return Math.hypot(x - centre.x, y - centre.y);
  });
  const limit = [...far].sort((a, b) => a - b)[count - 1] ?? Infinity;
  return items.filter((_, at) => (far[at] ?? 0) <= limit);
}
