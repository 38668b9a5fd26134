import { curveMonotoneX, line } from 'd3-shape';
import { within } from '../basics';

/** A point of the emotion curve; `x` in columns, `level` −2 … 2 or null where nothing is said. */
export interface CurvePoint {
  readonly x: number;
  readonly level: number | null;
}

/** Room above the best and below the worst emotion, in shares of the lane's height. */
const MARGIN = 0.12;

/** How far from the top of the lane a level stands, 0 … 1. */
export function heightOf(level: number): number {
  return MARGIN + ((2 - level) / 4) * (1 - 2 * MARGIN);
}

/** The level nearest to a height, in halves. */
export function levelAt(height: number): number {
  const level = 2 - ((height - MARGIN) / (1 - 2 * MARGIN)) * 4;
  return within(Math.round(level * 2) / 2, -2, 2);
}

/**
 * The path through the points between two columns, in columns across and 0 … 100 down. It runs on
 * over touchpoints that say nothing, and two points beyond either side shape it as if it were whole.
 */
export function curvePath(points: readonly CurvePoint[], start: number, end: number): string {
  const said = points.filter(
    (point): point is { x: number; level: number } => point.level !== null,
  );
  const first = said.findIndex(({ x }) => x >= start);
  const last = said.findLastIndex(({ x }) => x <= end);
  const from = Math.max(0, (first === -1 ? said.length : first) - 2);
  const shaped = said.slice(from, last + 3);
  const draw = line<{ x: number; level: number }>()
    .x(({ x }) => x)
    .y(({ level }) => heightOf(level) * 100)
    .curve(curveMonotoneX)
    .digits(3);
  return shaped.length < 2 ? '' : (draw(shaped) ?? '');
}
