import { type Way } from './ports';

/** Nearest that two lines of different transitions run beside each other. */
const APART = 6;
/** Ways to give way, nearest first. */
const SHIFTS = [0, APART, -APART, 2 * APART, -2 * APART, 3 * APART, -3 * APART];

type Direction = 'level' | 'upright';

interface Stretch {
  readonly way: Way;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Long straight stretches already drawn, so that later ones do not run on top of them. */
export interface Lanes {
  /**
   * The free lane nearest to `at` for a stretch from `a` to `b`; `isFree` tells where cards are in
   * the way. Transitions with a common end may share a lane: they read as one line that forks.
   */
  take(
    direction: Direction,
    way: Way,
    at: number,
    a: number,
    b: number,
    isFree: (at: number) => boolean,
  ): number;
}

export function lanes(): Lanes {
  const taken: Record<Direction, Map<number, Stretch[]>> = { level: new Map(), upright: new Map() };
  const cellOf = (at: number) => Math.floor(at / 32);

  function isTaken(direction: Direction, way: Way, at: number, from: number, to: number): boolean {
    return [-1, 0, 1].some((step) =>
      taken[direction].get(cellOf(at) + step)?.some((other) => {
        const isApart =
          Math.abs(other.at - at) >= APART - 1 || other.to < from + 6 || other.from > to - 6;
        return !isApart && other.way.from !== way.from && other.way.to !== way.to;
      }),
    );
  }

  return {
    take(direction, way, at, a, b, isFree) {
      const [from, to] = a < b ? [a, b] : [b, a];
      const shift =
        SHIFTS.find((by) => isFree(at + by) && !isTaken(direction, way, at + by, from, to)) ?? 0;
      const stretch = { way, at: at + shift, from, to };
      const cell = cellOf(stretch.at);
      const list = taken[direction].get(cell);
      if (list) list.push(stretch);
      else taken[direction].set(cell, [stretch]);
      return stretch.at;
    },
  };
}
