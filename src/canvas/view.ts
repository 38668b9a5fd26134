import type { Viewport } from '@xyflow/react';
import { grown, overlaps, type Rect } from '../map/layout';

/** Steps, in pixels on screen, in which the part drawn of the canvas follows the view. */
const STEP = 320;
/** How far, in pixels of the canvas, a thing may reach beyond its bounds. */
const MARGIN = 60;

/** The part of the canvas worth drawing: what is in view and a margin; the same while panning a little. */
export function drawnPart({ x, y, zoom }: Viewport, width: number, height: number): Rect {
  const left = Math.floor(-x / STEP - 1) * STEP;
  const top = Math.floor(-y / STEP - 1) * STEP;
  return {
    x: left / zoom,
    y: top / zoom,
    width: ((Math.ceil(width / STEP) + 3) * STEP) / zoom,
    height: ((Math.ceil(height / STEP) + 3) * STEP) / zoom,
  };
}

/** Same place and size, exactly; false for no rectangle. */
export function sameRect(a: Rect, b: Rect | undefined): boolean {
  return a.x === b?.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

/** Is it in the part drawn, or so close to it that a line's width reaches in? */
export function isNear(bounds: Rect, view: Rect): boolean {
  return overlaps(grown(bounds, MARGIN), view);
}
