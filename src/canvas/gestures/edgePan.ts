import type { Point } from '../../map/layout';
import type { GestureContext, PointerInput } from './gesture';

/** Within this many pixels of an edge the canvas follows a drag. */
const EDGE = 36;
/** Pixels a second at the very edge. */
const FASTEST = 1_100;

interface EdgePanParts {
  readonly bounds: GestureContext['bounds'];
  readonly pan: GestureContext['pan'];
  /** Called after each step with the last event of the pointer: it is elsewhere on the canvas now. */
  readonly moved: (event: PointerInput) => void;
}

/**
 * Pans while a drag rests near an edge, faster the nearer it is. A drag that begins near an edge, as
 * a stage's does by its head, must leave it first.
 */
export function edgePan({ bounds, pan, moved }: EdgePanParts) {
  let last: PointerInput | null = null;
  let frame = 0;
  let before = 0;
  let armed = NOWHERE;

  /** How strongly the edges pull here; arms those the pointer is away from. */
  function pullAt({ clientX, clientY }: PointerInput): Point {
    const box = bounds();
    if (!box) return { x: 0, y: 0 };
    const x = pull(clientX, box.left, box.right);
    const y = pull(clientY, box.top, box.bottom);
    armed = {
      left: armed.left || x >= 0,
      right: armed.right || x <= 0,
      top: armed.top || y >= 0,
      bottom: armed.bottom || y <= 0,
    };
    const isOn = (by: number, low: boolean, high: boolean) => (by < 0 ? low : high);
    return {
      x: isOn(x, armed.left, armed.right) ? x : 0,
      y: isOn(y, armed.top, armed.bottom) ? y : 0,
    };
  }

  function step(now: number) {
    frame = 0;
    if (!last) return;
    const { x, y } = pullAt(last);
    if (x === 0 && y === 0) return;
    // A page that was busy must not jump.
    const seconds = Math.min(now - before, 50) / 1_000;
    before = now;
    pan({ x: -x * FASTEST * seconds, y: -y * FASTEST * seconds });
    moved(last);
    frame = requestAnimationFrame(step);
  }

  return {
    /** The drag moved here. */
    follow(event: PointerInput) {
      last = event;
      const { x, y } = pullAt(event);
      if (frame !== 0 || (x === 0 && y === 0)) return;
      before = performance.now();
      frame = requestAnimationFrame(step);
    },
    stop() {
      last = null;
      armed = NOWHERE;
      cancelAnimationFrame(frame);
      frame = 0;
    },
  };
}

const NOWHERE = { left: false, right: false, top: false, bottom: false };

/** −1 … 1: how strongly a place pulls towards the ends of a range; 0 in its middle. */
function pull(at: number, from: number, to: number): number {
  const edge = Math.min(EDGE, (to - from) / 4);
  if (at < from + edge) return -Math.min(1, (from + edge - at) / edge);
  if (at > to - edge) return Math.min(1, (at - to + edge) / edge);
  return 0;
}
