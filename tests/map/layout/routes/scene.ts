import { CARD_SIZE, PITCH, type Rect } from '../../../../src/map/layout';

/** A card in a grid of columns and rows. */
export const at = (column: number, row: number): Rect => ({
  x: column * PITCH.x,
  y: row * PITCH.y,
  ...CARD_SIZE,
});

export const rect = (x: number, y: number, width: number, height: number): Rect => ({
  x,
  y,
  width,
  height,
});

/** The points of a line as pairs. */
export const pairs = (points: readonly { x: number; y: number }[]) =>
  points.map(({ x, y }) => [x, y]);
