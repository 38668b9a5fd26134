import { bottom, type Point, type Rect, right } from './geometry';

/** The fading end of those who drop off at a touchpoint. */
export interface Stub {
  readonly path: string;
  /** Where the percentage stands, left end and middle height. */
  readonly label: Point;
}

const LENGTH = 34;

/** From the foot of a card, near its right edge, down and away. */
export function stubOf(card: Rect): Stub {
  const x = right(card) - 30;
  const y = bottom(card);
  return {
    path: `M${x} ${y}C${x} ${y + LENGTH * 0.6} ${x + 4} ${y + LENGTH * 0.8} ${x + 16} ${y + LENGTH}`,
    label: { x: x - 6, y: y + 17 },
  };
}
