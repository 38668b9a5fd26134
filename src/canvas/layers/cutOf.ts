/** So much of a head its text keeps where little of the stage is in sight, in pixels of the canvas. */
const LEAST = 240;

interface Stretch {
  readonly x: number;
  readonly width: number;
}

/** How much of a stage's head is out of sight at its two ends, of the view from `left` to `right`. */
export function cutOf(
  { x, width }: Stretch,
  left: number,
  right: number,
): { readonly start: number; readonly end: number } {
  const spare = Math.max(0, width - LEAST);
  const start = Math.min(Math.max(0, left - x), spare);
  const end = Math.min(Math.max(0, x + width - right), spare - start);
  return { start, end };
}
