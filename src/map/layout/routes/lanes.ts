import { listUnder } from '../../basics';
import { goesBefore, type PlacedJoin } from './ports';

/** Nearest that two lines of different transitions run beside each other. */
const APART = 6;
/** Offsets to try, nearest first. */
const SHIFTS = [0, APART, -APART, 2 * APART, -2 * APART, 3 * APART, -3 * APART];
/** Stretches further off than this cannot change which lane a transition takes. */
const REACH = 4 * APART;
const CELL = 32;

/** `level` stretches run from left to right, `upright` ones from top to bottom. */
export type Direction = 'level' | 'upright';

/** A long straight part of a line, at a height (`level`) or an x (`upright`), from one end to the other. */
export interface Stretch {
  readonly join: PlacedJoin;
  readonly direction: Direction;
  /** Where it would be if nothing else were there. */
  readonly wanted: number;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Where straight stretches run, so that others do not run on top of them. */
export interface Lanes {
  /**
   * The free lane nearest to `wanted` for a stretch from `a` to `b`, among the stretches of the
   * transitions routed before; `isFree` returns false where a card is. Transitions with a common end
   * may share a lane: they read as one line that forks.
   */
  find(
    direction: Direction,
    join: PlacedJoin,
    wanted: number,
    a: number,
    b: number,
    isFree: (at: number) => boolean,
  ): Stretch;
  add(stretch: Stretch): void;
  remove(stretch: Stretch): void;
  /** Calls with each transition routed after that might have taken another lane without the stretch. */
  eachAfter(stretch: Stretch, visit: (join: PlacedJoin) => void): void;
}

/** By where it starts: those of one touchpoint, which may be thousands, do not stand in each other's way. */
type Cell = Map<string, Stretch[]>;

/** Stretches may be added in any order: `goesBefore` decides which of two gives way. */
export function emptyLanes(): Lanes {
  const taken: Record<Direction, Map<number, Cell>> = { level: new Map(), upright: new Map() };
  const cellOf = (at: number) => Math.floor(at / CELL);

  function isTaken(
    direction: Direction,
    join: PlacedJoin,
    at: number,
    from: number,
    to: number,
  ): boolean {
    const isInTheWay = (other: Stretch) =>
      Math.abs(other.at - at) < APART - 1 &&
      other.to >= from + 6 &&
      other.from <= to - 6 &&
      other.join.to !== join.to &&
      goesBefore(other.join, join);
    for (let cell = cellOf(at) - 1; cell <= cellOf(at) + 1; cell += 1) {
      for (const [start, list] of taken[direction].get(cell) ?? []) {
        if (start !== join.from && list.some(isInTheWay)) return true;
      }
    }
    return false;
  }

  return {
    find(direction, join, wanted, a, b, isFree) {
      const [from, to] = a < b ? [a, b] : [b, a];
      const shift =
        SHIFTS.find(
          (by) => isFree(wanted + by) && !isTaken(direction, join, wanted + by, from, to),
        ) ?? 0;
      return { join, direction, wanted, at: wanted + shift, from, to };
    },
    add(stretch) {
      const cells = taken[stretch.direction];
      const place = cellOf(stretch.at);
      const cell: Cell = cells.get(place) ?? new Map<string, Stretch[]>();
      cells.set(place, cell);
      listUnder(cell, stretch.join.from, stretch);
    },
    remove(stretch) {
      const cell = taken[stretch.direction].get(cellOf(stretch.at));
      const list = cell?.get(stretch.join.from);
      const place = list?.indexOf(stretch) ?? -1;
      if (place >= 0) list?.splice(place, 1);
      if (list?.length === 0) cell?.delete(stretch.join.from);
    },
    eachAfter({ join, direction, at, from, to }, visit) {
      const [first, last] = [cellOf(at - 2 * REACH), cellOf(at + 2 * REACH)];
      for (let cell = first; cell <= last; cell += 1) {
        for (const list of taken[direction].get(cell)?.values() ?? []) {
          for (const other of list) {
            const isNear =
              Math.abs(other.wanted - at) < REACH && other.from < to && other.to > from;
            if (isNear && goesBefore(join, other.join)) visit(other.join);
          }
        }
      }
    },
  };
}
