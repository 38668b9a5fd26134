import { memo, useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import { displayOf } from '../../editing';
import { nameOfRecord } from '../../map/records';
import { useCanvas, useEdited, useTools } from '../CanvasContext';
import { GridLines } from '../../controls/charts';
import { Face } from '../../controls/Face';
import type { Scene } from '../scene';
import type { Detail } from '../state';
import styles from './EmotionLayer.module.css';
import { curveThrough, emotionStrip } from './emotionLines';

/** Sizes that stay readable however far away, in pixels of the canvas. */
const TEXT: Readonly<Record<Detail, number>> = { near: 14, middle: 22, small: 34, far: 64 };

/** Below the journey: how everybody, and each persona who differs, feels along it. */
export const EmotionLayer = memo(function EmotionLayer({ scene }: { readonly scene: Scene }) {
  const { editor, language } = useTools();
  const isShown = useStore(displayOf(editor), (display) => display.emotions);
  const chosen = useStore(displayOf(editor), (display) => display.filter.personas);
  // It may lag behind a drag or a word being typed.
  const touchpoints = useDeferredValue(useEdited(({ map }) => map.touchpoints));
  const personas = useEdited(({ map }) => map.personas);
  const cards = useDeferredValue(scene.cards);
  const notes = useDeferredValue(scene.notes);
  const detail = useCanvas((state) => state.detail);
  const size = TEXT[detail];
  const strip = useMemo(
    () => (isShown ? emotionStrip({ touchpoints, personas }, { cards, notes }) : null),
    [isShown, touchpoints, personas, cards, notes],
  );
  if (!strip) return null;
  const { box, lines } = strip;
  const some = Object.keys(chosen).length > 0;
  const lit = lines.filter(({ persona }) => !some || (persona !== null && chosen[persona]));
  const width = size / 7;
  const y = (level: number) => box.y + (box.height * (2 - level)) / 4;
  const called = (persona: string | null) =>
    persona === null
      ? language.t('canvas.everybody')
      : nameOfRecord('personas', personas[persona] ?? {}, language.t);
  let next = box.x;
  const keys = lit.map(({ persona }) => {
    const at = next;
    next += size * (3.2 + 0.58 * called(persona).length);
    return at;
  });
  return (
    <svg className={styles.layer} role="img" aria-label={language.t('canvas.emotions')}>
      <GridLines
        marks={[2, 1, 0, -1, -2].map((level) => ({ at: y(level), isStrong: level === 0 }))}
        from={box.x - size}
        to={box.x + box.width}
      />
      {[2, 0, -2].map((level) => (
        <g key={level} transform={`translate(${box.x - size * 2.65} ${y(level) - size * 0.7})`}>
          <Face level={level} size={size * 1.4} />
        </g>
      ))}
      {lit.map(({ persona, color, points }, index) => (
        <g
          key={persona ?? ''}
          style={{ color: color ? `var(--color-${color}-solid)` : 'var(--text-soft)' }}
        >
          {/* Beside each other where they run together, so that none hides another. */}
          <g transform={`translate(0 ${(index - (lit.length - 1) / 2) * width})`}>
            <path
              className={styles.line}
              d={curveThrough(points)}
              strokeWidth={width}
              strokeDasharray={persona === null ? `${width * 3} ${width * 2}` : undefined}
            />
            {points.map(({ x, y }) => (
              <circle key={x} cx={x} cy={y} r={width * 1.3} fill="currentColor" />
            ))}
          </g>
          <g transform={`translate(${keys[index] ?? 0} ${box.y + box.height + size * 2})`}>
            <path
              className={styles.line}
              d={`M0 0h${size * 1.2}`}
              strokeWidth={width * 1.4}
              strokeDasharray={persona === null ? `${width * 3} ${width * 2}` : undefined}
            />
            <text
              className={styles.name}
              x={size * 1.7}
              fontSize={size}
              style={{ fill: color ? `var(--color-${color}-text)` : 'var(--text-soft)' }}
            >
              {called(persona)}
            </text>
          </g>
        </g>
      ))}
    </svg>
  );
});
