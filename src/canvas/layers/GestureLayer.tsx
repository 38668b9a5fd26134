import { memo } from 'react';
import type { Point } from '../../map/layout';
import { useCanvas } from '../CanvasContext';
import styles from './GestureLayer.module.css';

/** What the current gesture draws: guides, the marquee, a loose end. */
export const GestureLayer = memo(function GestureLayer() {
  const guides = useCanvas((state) => state.guides);
  const marquee = useCanvas((state) => state.marquee);
  const line = useCanvas((state) => state.line);
  return (
    <svg className={styles.layer} aria-hidden="true">
      {guides.map(({ kind, from, to }) => (
        <g
          key={`${kind} ${from.x} ${from.y} ${to.x} ${to.y}`}
          className={styles.guide}
          data-guide={kind}
        >
          <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
          {kind === 'gap' && <Ends from={from} to={to} />}
        </g>
      ))}
      {marquee && <rect className={styles.marquee} rx="3" {...marquee} />}
      {line && (
        <LooseEnd
          from={line.isEnd ? line.fixed : line.loose}
          to={line.isEnd ? line.loose : line.fixed}
        />
      )}
    </svg>
  );
});

/** Small bars across the ends of an equal gap. */
function Ends({ from, to }: { readonly from: Point; readonly to: Point }) {
  const level = from.y === to.y;
  const [dx, dy] = level ? [0, 5] : [5, 0];
  return [from, to].map(({ x, y }) => (
    <line key={`${x} ${y}`} x1={x - dx} y1={y - dy} x2={x + dx} y2={y + dy} />
  ));
}

function LooseEnd({ from, to }: { readonly from: Point; readonly to: Point }) {
  const reach = Math.min(Math.max(Math.abs(to.x - from.x) / 2, 30), 140);
  return (
    <g className={styles.loose}>
      <path
        d={`M${from.x} ${from.y}C${from.x + reach} ${from.y} ${to.x - reach} ${to.y} ${to.x} ${to.y}`}
      />
      <circle cx={to.x} cy={to.y} r="5" />
    </g>
  );
}
