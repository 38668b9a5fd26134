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
}

export interface Ends {
  readonly start: Point;
  readonly end: Point;
  /** Places among the ways of the side they leave and the side they enter. */
  readonly leaving: Rank;
  readonly entering: Rank;
}

/** 0 stands at the top or left. */
export interface Rank {
  readonly place: number;
  readonly count: number;
}

/** Furthest distance of two ports of one side. */
const STEP = { level: 14, upright: 26 } as const;

interface Port {
  readonly way: Way;
  readonly isStart: boolean;
  readonly key: number;
}

/**
 * Gives each way its own place on the sides of the cards it joins: ways fan out in the order of
 * where they lead, so that they do not cross at the card.
 */
export function portsOf(ways: readonly Way[]): ReadonlyMap<string, Ends> {
  const bySide = new Map<string, Port[]>();
  const put = (card: string, side: Side, port: Port) => {
    const key = `${card} ${side}`;
    const list = bySide.get(key);
    if (list) list.push(port);
    else bySide.set(key, [port]);
  };
  for (const way of ways) {
    const [leave, enter] = SIDES[way.course];
    put(way.from, leave, { way, isStart: true, key: keyOf(leave, way, true) });
    put(way.to, enter, { way, isStart: false, key: keyOf(enter, way, false) });
  }
  const starts = new Map<string, { point: Point; rank: Rank }>();
  const ends = new Map<string, { point: Point; rank: Rank }>();
  for (const [key, ports] of bySide) {
    const side = key.slice(key.indexOf(' ') + 1) as Side;
    ports.sort((a, b) => a.key - b.key || (a.way.id < b.way.id ? -1 : 1));
    ports.forEach((port, place) => {
      const card = port.isStart ? port.way.source : port.way.target;
      const rank = { place, count: ports.length };
      const at = { point: pointOn(card, side, rank), rank };
      (port.isStart ? starts : ends).set(port.way.id, at);
    });
  }
  return new Map(
    ways.flatMap(({ id }) => {
      const start = starts.get(id);
      const end = ends.get(id);
      if (!start || !end) return [];
      const found: Ends = {
        start: start.point,
        end: end.point,
        leaving: start.rank,
        entering: end.rank,
      };
      return [[id, found] as const];
    }),
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

function pointOn(card: Rect, side: Side, { place, count }: Rank): Point {
  const upright = side === 'right' || side === 'left';
  const length = upright ? card.height : card.width;
  const step = Math.min(upright ? STEP.level : STEP.upright, (length - 28) / Math.max(count, 1));
  const shift = (place - (count - 1) / 2) * step;
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
