import { bottom, type Point, type Rect, right } from '../geometry';
import { type Direction } from './lanes';
import { cornered, curved, type Line } from './line';
import { type ObstacleSearch } from './obstacles';
import { type PortPair, type Port, type PlacedJoin } from './ports';

/** From a card to the first turn. */
const TURN = 18;
/** From a card to a line that runs past it. */
const CLEAR = 10;
/** Lines of one side turn this far after each other, as far as the room between columns allows. */
const STAGGER = 5;

/** How far from the straight line a free one is searched for. */
const REACH = 1_200;

/** What a route has to keep clear of. */
export interface Ground {
  readonly obstacles: ObstacleSearch;
  /** Where a stretch wanted somewhere, from one end to the other, can run. */
  readonly lane: (
    direction: Direction,
    wanted: number,
    a: number,
    b: number,
    isFree: (at: number) => boolean,
  ) => number;
}

/** The line of a transition between its ports. */
export function lineOf(join: PlacedJoin, ends: PortPair, ground: Ground): Line {
  switch (join.course) {
    case 'loop':
      return loop(ends);
    case 'down':
    case 'up':
      return upright(ends);
    case 'around-right':
      return around(join, ends, ground, 1);
    case 'around-left':
      return around(join, ends, ground, -1);
    case 'back-level':
    case 'back-up':
    case 'back-down':
      return back(join, ends, ground);
    case 'forward':
      return direct(join, ends, ground) ?? forward(ends, ground);
  }
}

function loop({ start: { point: start }, end: { point: end } }: PortPair): Line {
  const [x, y] = [start.x + TURN + 6, end.y - TURN];
  return cornered([start, { x, y: start.y }, { x, y }, { x: end.x, y }, end]);
}

function upright({ start: { point: start }, end: { point: end } }: PortPair): Line {
  const reach = (end.y - start.y) / 2;
  return curved(start, { x: start.x, y: start.y + reach }, { x: end.x, y: end.y - reach }, end);
}

/** One curve, where it meets no card. */
function direct(
  { source, target }: PlacedJoin,
  ends: PortPair,
  { obstacles }: Ground,
): Line | null {
  const [start, end] = [ends.start.point, ends.end.point];
  const reach = Math.min(Math.max((end.x - start.x) / 2, 24), 160);
  const line = curved(
    start,
    { x: start.x + reach, y: start.y },
    { x: end.x - reach, y: end.y },
    end,
  );
  const isOther = (card: Rect) => card !== source && card !== target;
  const isFree = line.chain.every(
    ({ x, y }) => !obstacles.meets({ x: x - 6, y: y - 6, width: 12, height: 12 }, isOther),
  );
  return isFree ? line : null;
}

/** Out to the right, along a gap between rows, and in from the left. */
function forward({ start: leaving, end: entering }: PortPair, ground: Ground): Line {
  const { obstacles, lane } = ground;
  const [start, end] = [leaving.point, entering.point];
  const room = end.x - start.x;
  const turn = (port: Port, isUp: boolean) =>
    Math.min(TURN + (isUp ? port.place : port.count - 1 - port.place) * STAGGER, room / 3);
  const rough = levelNear((start.y + end.y) / 2, start.x + TURN, end.x - TURN, ground, [
    start.y,
    end.y,
  ]);
  const xa = start.x + turn(leaving, rough < start.y);
  const xb = end.x - turn(entering, rough > end.y);
  const y = lane('level', rough, xa, xb, (at) => obstacles.isFreeAcross(at, xa, xb, 4));
  return cornered([
    start,
    { x: xa, y: start.y },
    { x: xa, y },
    { x: xb, y },
    { x: xb, y: end.y },
    end,
  ]);
}

/** Past the cards between two of one column: on the right going down, on the left going up. */
function around(join: PlacedJoin, ends: PortPair, { obstacles, lane }: Ground, to: 1 | -1): Line {
  const [start, end] = [ends.start.point, ends.end.point];
  const edge =
    to === 1
      ? Math.max(right(join.source), right(join.target))
      : Math.min(join.source.x, join.target.x);
  const x = lane('upright', edge + to * (TURN + 4), start.y, end.y, (at) =>
    obstacles.isFreeAlong(at, start.y, end.y, 4),
  );
  return cornered([start, { x, y: start.y }, { x, y: end.y }, end]);
}

/** To an earlier column: along the gap beside the source, and where needed the one at the target. */
function back(join: PlacedJoin, ends: PortPair, ground: Ground): Line {
  const { obstacles, lane } = ground;
  const [start, end] = [ends.start.point, ends.end.point];
  const { source, target, course } = join;
  const down = course === 'back-down';
  const first = down ? bottom(source) + 24 : source.y - 24;
  const last = course === 'back-up' ? bottom(target) + 24 : target.y - 24;
  const level = (rough: number, x1: number, x2: number) => {
    const near = levelNear(rough, x1, x2, ground, []);
    return lane('level', near, x1, x2, (at) => obstacles.isFreeAcross(at, x1, x2, 4));
  };
  if (course === 'back-level' || Math.abs(first - last) < 16) {
    const y = level(course === 'back-level' ? Math.min(first, last) : first, end.x, start.x);
    return cornered([start, { x: start.x, y }, { x: end.x, y }, end]);
  }
  const corridor = [target.width + 28, target.width + 44, -28].map((by) => target.x + by);
  const x = lane(
    'upright',
    corridor.find((at) => obstacles.isFreeAlong(at, first, last, 4)) ?? right(target) + 28,
    first,
    last,
    (at) => obstacles.isFreeAlong(at, first, last, 4),
  );
  const [y1, y2] = [level(first, x, start.x), level(last, end.x, x)];
  const points: Point[] = [start, { x: start.x, y: y1 }, { x, y: y1 }, { x, y: y2 }];
  return cornered([...points, { x: end.x, y: y2 }, end]);
}

/**
 * The height nearest to `wanted` (or the first of `rather` that is free) at which a level line from
 * `x1` to `x2` meets no card; `wanted` itself where there is none within reach.
 */
function levelNear(
  wanted: number,
  x1: number,
  x2: number,
  { obstacles }: Ground,
  rather: readonly number[],
): number {
  const isFree = (y: number) => obstacles.isFreeAcross(y, x1, x2, CLEAR - 2);
  const first = rather.find(isFree);
  if (first !== undefined) return first;
  if (isFree(wanted)) return wanted;
  const near: Rect = {
    x: Math.min(x1, x2),
    y: wanted - REACH,
    width: Math.abs(x2 - x1),
    height: 2 * REACH,
  };
  const edges = new Set(
    [...obstacles.within(near)].flatMap((card) => [
      card.y - 24,
      bottom(card) + 24,
      card.y - CLEAR,
      bottom(card) + CLEAR,
    ]),
  );
  const nearest = [...edges].sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted) || a - b);
  return nearest.slice(0, 60).find(isFree) ?? wanted;
}
