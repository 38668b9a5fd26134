import { bottom, middle, type Rect, right } from '../geometry';
import { type ObstacleSearch } from './obstacles';

/**
 * How a transition runs. `forward` leaves at the right and enters at the left; `down` and `up` join
 * neighbours of one column, `around-…` go past the others between them; `back-…` lead to an earlier
 * column, in the same row, a higher or a lower one; `loop` leads to itself.
 */
export type Course =
  | 'forward'
  | 'down'
  | 'up'
  | 'around-right'
  | 'around-left'
  | 'back-level'
  | 'back-up'
  | 'back-down'
  | 'loop';

/** A side of a card. */
export type Side = 'right' | 'left' | 'top' | 'bottom';

/** Side of the card at which each course leaves and enters. */
export const SIDES: Readonly<Record<Course, readonly [leave: Side, enter: Side]>> = {
  forward: ['right', 'left'],
  down: ['bottom', 'top'],
  up: ['top', 'bottom'],
  'around-right': ['right', 'right'],
  'around-left': ['left', 'left'],
  'back-level': ['top', 'top'],
  'back-up': ['top', 'bottom'],
  'back-down': ['bottom', 'top'],
  loop: ['right', 'top'],
};

/** Room a line needs to leave a card and turn. */
const TURN = 20;

/** The course of a transition between two cards; the very same rectangle for both is a loop. */
export function courseOf(from: Rect, to: Rect, obstacles: ObstacleSearch): Course {
  if (from === to) return 'loop';
  if (to.x >= right(from) + TURN) return 'forward';
  const sameColumn = Math.abs(from.x - to.x) < from.width * 0.5;
  if (sameColumn) {
    const isBelow = to.y >= bottom(from);
    const [upper, lower] = isBelow ? [from, to] : [to, from];
    const x = (middle(from).x + middle(to).x) / 2;
    const apart = lower.y - bottom(upper) > 8;
    const free = apart && obstacles.isFreeAlong(x, bottom(upper) + 1, lower.y - 1, 8);
    if (free) return isBelow ? 'down' : 'up';
    return isBelow ? 'around-right' : 'around-left';
  }
  if (to.y >= bottom(from) + TURN) return 'back-down';
  return bottom(to) + TURN <= from.y ? 'back-up' : 'back-level';
}
