import { type Point } from '../geometry';

/** A drawn line: corners to be rounded, or one curve with level tangents. */
export interface Line {
  readonly points: readonly Point[];
  readonly curved: boolean;
}

const RADIUS = 16;
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

/** The line as a chain of points close enough for labels, hits and bounds. */
export function flattened(line: Line): readonly Point[] {
  const [a, b, c, d] = line.points;
  if (!line.curved || !a || !b || !c || !d) return line.points;
  return Array.from({ length: 13 }, (_, step) => {
    const t = step / 12;
    const u = 1 - t;
    const mix = (key: 'x' | 'y') =>
      u * u * u * a[key] + 3 * u * u * t * b[key] + 3 * u * t * t * c[key] + t * t * t * d[key];
    return { x: mix('x'), y: mix('y') };
  });
}

/** The point at a share of the length of a chain, 0…1. */
export function pointAlong(chain: readonly Point[], share: number): Point {
  const lengths = chain.slice(1).map((point, index) => distance(chain[index] ?? point, point));
  let left = share * lengths.reduce((sum, length) => sum + length, 0);
  for (const [index, length] of lengths.entries()) {
    const from = chain[index];
    const to = chain[index + 1];
    if (!from || !to) break;
    if (left <= length) return length === 0 ? from : towards(from, to, left);
    left -= length;
  }
  return chain.at(-1) ?? { x: 0, y: 0 };
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
