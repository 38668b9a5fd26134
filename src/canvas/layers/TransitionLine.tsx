import { memo } from 'react';
import { isSelected as isAmong } from '../../editing';
import type { Point, Route } from '../../map/layout';
import { useCanvasParts, useEditedParts } from '../CanvasContext';
import styles from './TransitionLayer.module.css';

interface TransitionLineProps {
  readonly route: Route;
  /** With a run shown: 0 … 1 of the busiest; null without. */
  readonly weight: number | null;
}

const WIDTHS = { near: 1.5, middle: 2, small: 2.5, far: 3.5 } as const;
/** Of the busiest. Lines run 6 pixels apart and 10 from cards: none may hide its neighbour or a card. */
const WIDEST = { near: 6, middle: 7, small: 9, far: 12 } as const;

/** One transition: its line, its arrow, and a wide one to hit. */
export const TransitionLine = memo(function TransitionLine({ route, weight }: TransitionLineProps) {
  const { id, path, start, end } = route;
  const { from, to, isSelected } = useEditedParts(({ map, selection }) => ({
    from: map.transitions[id]?.from,
    to: map.transitions[id]?.to,
    isSelected: isAmong(selection, { collection: 'transitions', id }),
  }));
  const { detail, isLit, isKept, isLoose, isQuiet } = useCanvasParts((state) => {
    const { hovered, dropOn, lit, line } = state;
    const isAtEnd = hovered !== null && (hovered === from || hovered === to);
    return {
      detail: state.detail,
      isLit: hovered === id || dropOn === id || isAtEnd,
      isKept: lit?.transitions.has(id) === true,
      isLoose: line?.transition === id,
      isQuiet: state.quiet.has(id),
    };
  });
  const base = WIDTHS[detail];
  const thinnest = base * 0.6;
  const flowing = isQuiet ? 0 : weight;
  const width = flowing === null ? base : thinnest + flowing * (WIDEST[detail] - thinnest);
  const before = route.chain.at(-2) ?? start;
  const angle = Math.atan2(end.y - before.y, end.x - before.x);
  const size = (detail === 'near' ? 1 : detail === 'middle' ? 1.25 : 1.8) + (flowing ?? 0) * 0.4;
  return (
    <g
      className={styles.transition}
      data-item="transition"
      data-id={id}
      data-selected={isSelected || undefined}
      data-lit={isLit || undefined}
      data-kept={isKept || undefined}
      data-loose={isLoose || undefined}
      data-flow={(weight !== null && !isQuiet) || undefined}
      data-quiet={isQuiet || undefined}
    >
      <path className={styles.hit} d={path} />
      <path
        className={styles.line}
        d={path}
        strokeWidth={width + (isSelected || isLit ? 0.75 : 0)}
      />
      <path className={styles.arrow} d={arrowAt(end, angle, size)} />
    </g>
  );
});

/** The arrow of a line that ends at the origin and comes from the left. */
const ARROW: readonly Point[] = [
  { x: 1, y: 0 },
  { x: -8, y: -4.2 },
  { x: -6.2, y: 0 },
  { x: -8, y: 4.2 },
];

/** In its place and not moved there by a transform, of which the browser lists every one with each frame. */
function arrowAt(end: Point, angle: number, size: number): string {
  const [along, across] = [Math.cos(angle) * size, Math.sin(angle) * size];
  const corners = ARROW.map(
    ({ x, y }) =>
      `${hundredths(end.x + x * along - y * across)} ${hundredths(end.y + x * across + y * along)}`,
  );
  return `M${corners.join('L')}Z`;
}

const hundredths = (value: number) => Math.round(value * 100) / 100;
