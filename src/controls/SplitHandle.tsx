import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { within } from '../map/basics';
import { useText } from './LanguageProvider';
import styles from './SplitHandle.module.css';

interface SplitHandleProps {
  /** The panel it resizes, by name. */
  readonly panel: string;
  /** Id of the panel's element. */
  readonly controls: string;
  /** The panel's width in CSS pixels. */
  readonly size: number;
  readonly onResize: (size: number) => void;
  readonly min: number;
  readonly max: number;
  /** Which side of the handle the panel is on. */
  readonly side: 'start' | 'end';
}

const KEY_STEP = 24;

/** The edge of a panel: drag it, or move it with the arrow keys, Home and End. */
export function SplitHandle(props: SplitHandleProps) {
  const { panel, controls, size, onResize, min, max, side } = props;
  const t = useText();
  const drag = useRef<{ x: number; size: number } | null>(null);
  const outward = side === 'start' ? 1 : -1;
  const resize = (next: number) => onResize(Math.round(within(next, min, max)));

  function onKeyDown(event: KeyboardEvent) {
    const step = KEY_STEP * outward;
    if (event.key === 'ArrowLeft') resize(size - step);
    else if (event.key === 'ArrowRight') resize(size + step);
    else if (event.key === 'Home') resize(min);
    else if (event.key === 'End') resize(max);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function onPointerDown(event: PointerEvent) {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, size };
  }

  function onPointerMove(event: PointerEvent) {
    if (drag.current) resize(drag.current.size + (event.clientX - drag.current.x) * outward);
  }

  function endDrag() {
    drag.current = null;
  }

  return (
    // A separator that can be focused and moved is a widget (WAI-ARIA 1.2), which the lint rules do not support.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <div
      role="separator"
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('control.split.resize', { panel })}
      aria-controls={controls}
      aria-valuenow={size}
      aria-valuemin={min}
      aria-valuemax={max}
      className={styles.handle}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={endDrag}
      onPointerCancel={endDrag}
    />
  );
}
