import { type Point } from '../geometry';

/** A drawn line: corners to be rounded, or one curve with level tangents. */
export interface Line {
  readonly points: readonly Point[];
  readonly curved: boolean;
  /** The line as a chain of points close enough for labels, hits and bounds. */
  readonly chain: readonly Point[];
}

/** A line around corners. */
export const cornered = (points: readonly Point[]): Line => ({
  points,
  curved: false,
  chain: points,
});

/** Pieces a curve is cut into. */
const PIECES = 12;

/** A curve from `a` to `d`, drawn towards `b` and `c`. */
export function curved(a: Point, b: Point, c: Point, d: Point): Line {
  const chain: Point[] = [];
  for (let piece = 0; piece <= PIECES; piece += 1) {
    const t = piece / PIECES;
    const u = 1 - t;
    const [wa, wb, wc, wd] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    chain.push({
      x: wa * a.x + wb * b.x + wc * c.x + wd * d.x,
      y: wa * a.y + wb * b.y + wc * c.y + wd * d.y,
    });
  }
  return { points: [a, b, c, d], curved: true, chain };
}

const RADIUS = 16;
const ORIGIN: Point = { x: 0, y: 0 };
const round = (value: number) => Math.round(value * 10) / 10;
const text = ({ x, y }: Point) => `${round(x)} ${round(y)}`;

/** Path data of an SVG path. */
export function pathOf(line: Line): string {
  const [start, ...rest] = line.points;
  if (!start) return '';
  if (line.curved) return `M${text(start)}C${rest.map(text).join(' ')}`;
  let path = `M${text(start)}`;
  rest.forEach((corner, index) => {
    const before = line.points[index];
    const after = rest[index + 1];
    if (!before || !after) {
      path += `L${text(corner)}`;
      return;
    }
    const radius = Math.min(RADIUS, distance(before, corner) / 2, distance(corner, after) / 2);
    path += `L${text(towards(corner, before, radius))}Q${text(corner)} ${text(towards(corner, after, radius))}`;
  });
  return path;
}

/** The point at a share of the length of a chain, 0…1. */
export function pointAlong(chain: readonly Point[], share: number): Point {
  const lengthTo = (index: number) => distance(chain[index - 1] ?? ORIGIN, chain[index] ?? ORIGIN);
  let left = 0;
  for (let index = 1; index < chain.length; index += 1) left += share * lengthTo(index);
  for (let index = 1; index < chain.length; index += 1) {
    const length = lengthTo(index);
    const [from, to] = [chain[index - 1] ?? ORIGIN, chain[index] ?? ORIGIN];
    if (left <= length) return length === 0 ? from : towards(from, to, left);
    left -= length;
  }
  return chain.at(-1) ?? ORIGIN;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** Distance of a point from a chain. */
export function distanceTo(chain: readonly Point[], point: Point): number {
  let nearest = Infinity;
  for (const [index, to] of chain.slice(1).entries()) {
    const from = chain[index];
    if (!from) continue;
    const length = distance(from, to);
    const along =
      length === 0
        ? 0
        : ((point.x - from.x) * (to.x - from.x) + (point.y - from.y) * (to.y - from.y)) / length;
    const foot = towards(from, to, Math.min(Math.max(along, 0), length));
    nearest = Math.min(nearest, distance(foot, point));
  }
  return nearest;
}

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to);
  if (length === 0) return from;
  return {
    x: from.x + ((to.x - from.x) * by) / length,
    y: from.y + ((to.y - from.y) * by) / length,
  };
}
