import type { Point, Rect } from '../map/layout';
import { AT_REST, type CanvasStore } from './state';

/** Milliseconds from the old places to the new ones. */
const DURATION = 280;
/** With more than this many on their way a frame takes too long to look like a movement. */
const MOST = 400;

interface GlideParts {
  readonly store: CanvasStore;
  /** Where cards and notes are by the document, as it is when called. */
  readonly places: () => ReadonlyMap<string, Rect>;
}

/**
 * Makes an edit that puts things elsewhere, and lets them go there before one's eyes. What is drawn on
 * the way is drawn as in a drag; the document is at the end from the beginning.
 */
export function glide({ store, places }: GlideParts, edit: () => boolean): boolean {
  const before = places();
  if (!edit()) return false;
  const moves = [...places()].flatMap(([id, to]) => {
    const from = before.get(id);
    return from && (from.x !== to.x || from.y !== to.y) ? [{ id, from, to }] : [];
  });
  if (moves.length === 0 || moves.length > MOST) return true;
  const carrying = new Set(moves.map(({ id }) => id));
  let shown = at(0);
  const start = performance.now();
  store.setState({ dragged: shown, carrying });
  requestAnimationFrame(step);
  return true;

  function at(share: number): ReadonlyMap<string, Point> {
    const mix = (from: number, to: number) => from + (to - from) * share;
    return new Map(
      moves.map(({ id, from, to }) => [id, { x: mix(from.x, to.x), y: mix(from.y, to.y) }]),
    );
  }

  function step(now: number) {
    // A gesture that begins meanwhile has priority.
    if (store.getState().dragged !== shown) return;
    const share = Math.min(1, (now - start) / DURATION);
    if (share >= 1) {
      store.setState(AT_REST);
      return;
    }
    shown = at(1 - (1 - share) ** 3);
    store.setState({ dragged: shown });
    requestAnimationFrame(step);
  }
}
