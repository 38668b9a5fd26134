import { bottom, middle, type Point, type Rect, right } from '../geometry';
import { type Course, type Side, SIDES } from './sides';

/** A transition between two cards, with the way it takes. */
export interface Way {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly source: Rect;
  readonly target: Rect;
  readonly course: Course;
  /** How far apart the cards are. */
  readonly span: number;
}

export function wayOf(way: Omit<Way, 'span'>): Way {
  const { source, target } = way;
  return { ...way, span: Math.abs(source.x - target.x) + Math.abs(source.y - target.y) };
}

/** Short ways first: they have the least room to give way to others. */
export function goesBefore(a: Way, b: Way): boolean {
  return inOrder(a, b) < 0;
}

/** For sorting: short ways first. */
export function inOrder(a: Way, b: Way): number {
  return a.span - b.span || (a.id === b.id ? 0 : a.id < b.id ? -1 : 1);
}

/** The place of a way on a side of a card, among those that leave or enter there. */
export interface Port {
  readonly point: Point;
  /** 0 stands at the top or left. */
  readonly place: number;
  readonly count: number;
}

export interface Ends {
  readonly start: Port;
  readonly end: Port;
}

/** Furthest distance of two ports of one side. */
const STEP = { level: 14, upright: 26 } as const;

interface Stop {
  readonly way: Way;
  readonly isStart: boolean;
  readonly key: number;
}

/**
 * Gives each way its own place on the sides of the cards it joins: ways fan out in the order of
 * where they lead, so that they do not cross at the card.
 */
export interface Ports {
  add(way: Way): void;
  remove(way: Way): void;
  /** Calls with every way that stands elsewhere since the last call. */
  settle(moved: (id: string) => void): void;
  endsOf(id: string): Ends | null;
}

export function portsOf(): Ports {
  const sides = new Map<string, Stop[]>();
  const changed = new Set<string>();
  const starts = new Map<string, Port>();
  const ends = new Map<string, Port>();

  function stopsOf(way: Way): readonly (readonly [key: string, stop: Stop])[] {
    const [leave, enter] = SIDES[way.course];
    return [
      [`${way.from} ${leave}`, { way, isStart: true, key: keyOf(leave, way, true) }],
      [`${way.to} ${enter}`, { way, isStart: false, key: keyOf(enter, way, false) }],
    ];
  }

  return {
    add(way) {
      for (const [key, stop] of stopsOf(way)) {
        const list = sides.get(key);
        if (list) list.push(stop);
        else sides.set(key, [stop]);
        changed.add(key);
      }
    },
    remove(way) {
      for (const [key, { isStart }] of stopsOf(way)) {
        const list = sides.get(key);
        const place = list?.findIndex((stop) => stop.way === way && stop.isStart === isStart) ?? -1;
        if (place >= 0) list?.splice(place, 1);
        changed.add(key);
      }
      starts.delete(way.id);
      ends.delete(way.id);
    },
    settle(moved) {
      for (const key of changed) {
        const stops = sides.get(key);
        if (!stops || stops.length === 0) {
          sides.delete(key);
          continue;
        }
        const side = key.slice(key.lastIndexOf(' ') + 1) as Side;
        stops.sort((a, b) => a.key - b.key || (a.way.id < b.way.id ? -1 : 1));
        stops.forEach(({ way, isStart }, place) => {
          const card = isStart ? way.source : way.target;
          const port = portOn(card, side, place, stops.length);
          const table = isStart ? starts : ends;
          if (samePort(table.get(way.id), port)) return;
          table.set(way.id, port);
          moved(way.id);
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

/** Sorts the ports of a side: by the height or the x of where the way leads. */
function keyOf(side: Side, { source, target, course }: Way, isStart: boolean): number {
  if (course === 'loop') return isStart ? -Infinity : Infinity;
  const other = middle(isStart ? target : source);
  const own = middle(isStart ? source : target);
  // A way that goes round a column stands nearest to the side it turns to.
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
