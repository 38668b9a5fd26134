import { listUnder } from '../../basics';
import { bottom, middle, type Point, type Rect, right } from '../geometry';
import { type Course, type Side, SIDES } from './sides';

/** A transition between two placed cards, with its course. */
export interface PlacedJoin {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly source: Rect;
  readonly target: Rect;
  readonly course: Course;
  /** How far apart the cards are. */
  readonly span: number;
}

/** Adds the span: the distance across plus the distance down, between the top left corners. */
export function placedJoin(join: Omit<PlacedJoin, 'span'>): PlacedJoin {
  const { source, target } = join;
  return { ...join, span: Math.abs(source.x - target.x) + Math.abs(source.y - target.y) };
}

/** Whether `a` is routed before `b`: short transitions first, which have the least room to move aside. */
export function goesBefore(a: PlacedJoin, b: PlacedJoin): boolean {
  return byPriority(a, b) < 0;
}

/** For sorting: short transitions first. */
export function byPriority(a: PlacedJoin, b: PlacedJoin): number {
  return a.span - b.span || (a.id === b.id ? 0 : a.id < b.id ? -1 : 1);
}

/** The place of a transition on a side of a card, among those that leave or enter there. */
export interface Port {
  readonly point: Point;
  /** 0 stands at the top or left. */
  readonly place: number;
  readonly count: number;
}

/** Where a transition leaves a card, and where it enters one. */
export interface PortPair {
  readonly start: Port;
  readonly end: Port;
}

/** Furthest distance of two ports of one side. */
const STEP = { level: 14, upright: 26 } as const;

interface Stop {
  readonly join: PlacedJoin;
  readonly isStart: boolean;
  readonly key: number;
}

/**
 * Gives each transition its own place on the sides of the cards it joins: transitions fan out in the
 * order of where they lead, so that they do not cross at the card.
 */
export interface Ports {
  add(join: PlacedJoin): void;
  remove(join: PlacedJoin): void;
  /** Calls with every transition whose ports have moved since the last call. */
  settle(moved: (id: string) => void): void;
  endsOf(id: string): PortPair | null;
}

/** No transitions at first. After `add` and `remove`, call `settle` before `endsOf` is read. */
export function portsOf(): Ports {
  const sides = new Map<string, Stop[]>();
  const changed = new Set<string>();
  const starts = new Map<string, Port>();
  const ends = new Map<string, Port>();

  function stopsOf(join: PlacedJoin): readonly (readonly [key: string, stop: Stop])[] {
    const [leave, enter] = SIDES[join.course];
    return [
      [`${join.from} ${leave}`, { join, isStart: true, key: keyOf(leave, join, true) }],
      [`${join.to} ${enter}`, { join, isStart: false, key: keyOf(enter, join, false) }],
    ];
  }

  return {
    add(join) {
      for (const [key, stop] of stopsOf(join)) {
        listUnder(sides, key, stop);
        changed.add(key);
      }
    },
    remove(join) {
      for (const [key, { isStart }] of stopsOf(join)) {
        const list = sides.get(key);
        const place =
          list?.findIndex((stop) => stop.join === join && stop.isStart === isStart) ?? -1;
        if (place >= 0) list?.splice(place, 1);
        changed.add(key);
      }
      starts.delete(join.id);
      ends.delete(join.id);
    },
    settle(moved) {
      for (const key of changed) {
        const stops = sides.get(key);
        if (!stops || stops.length === 0) {
          sides.delete(key);
          continue;
        }
        const side = key.slice(key.lastIndexOf(' ') + 1) as Side;
        stops.sort((a, b) => a.key - b.key || (a.join.id < b.join.id ? -1 : 1));
        stops.forEach(({ join, isStart }, place) => {
          const card = isStart ? join.source : join.target;
          const port = portOn(card, side, place, stops.length);
          const table = isStart ? starts : ends;
          if (samePort(table.get(join.id), port)) return;
          table.set(join.id, port);
          moved(join.id);
        });
      }
      changed.clear();
    },
    endsOf(id) {
      const [start, end] = [starts.get(id), ends.get(id)];
      return start && end ? { start, end } : null;
    },
  };
}

function samePort(a: Port | undefined, b: Port): boolean {
  return (
    a?.place === b.place &&
    a.count === b.count &&
    a.point.x === b.point.x &&
    a.point.y === b.point.y
  );
}

/** Sorts the ports of a side: by the height or the x of where the transition leads. */
function keyOf(side: Side, { source, target, course }: PlacedJoin, isStart: boolean): number {
  if (course === 'loop') return isStart ? -Infinity : Infinity;
  const other = middle(isStart ? target : source);
  const own = middle(isStart ? source : target);
  // A transition that goes round a column stands nearest to the side it turns to.
  if (course === 'around-right' || course === 'around-left') {
    return other.y > own.y ? 1e7 : -1e7;
  }
  return side === 'right' || side === 'left' ? other.y : other.x;
}

function portOn(card: Rect, side: Side, place: number, count: number): Port {
  const upright = side === 'right' || side === 'left';
  const length = upright ? card.height : card.width;
  const step = Math.min(upright ? STEP.level : STEP.upright, (length - 28) / Math.max(count, 1));
  const shift = (place - (count - 1) / 2) * step;
  return { point: pointOn(card, side, shift), place, count };
}

/** The point of a side, so far from its middle. */
function pointOn(card: Rect, side: Side, shift: number): Point {
  const { x, y } = middle(card);
  switch (side) {
    case 'right':
      return { x: right(card), y: y + shift };
    case 'left':
      return { x: card.x, y: y + shift };
    case 'top':
      return { x: x + shift, y: card.y };
    case 'bottom':
      return { x: x + shift, y: bottom(card) };
  }
}
