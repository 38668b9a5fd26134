import { useEffect, useMemo, useRef, useState } from 'react';
import type { LineRange } from '../../machine';
import styles from './MachineView.module.css';

/** Height of one line in CSS pixels; the style sheet sets the same. */
const LINE = 20;
/** Lines kept ready above and below what is in sight. */
const SPARE = 40;

/** A long text of which only the lines in sight are in the page; the selected ones are marked. */
export function SourceText({
  text,
  selected,
  label,
}: {
  readonly text: string;
  readonly selected: readonly LineRange[];
  readonly label: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => text.split('\n'), [text]);
  const [window, setWindow] = useState({ first: 0, last: 100 });
  const firstSelected = selected[0]?.first;

  function look() {
    const element = box.current;
    if (!element) return;
    const first = Math.max(0, Math.floor(element.scrollTop / LINE) - SPARE);
    const last = Math.ceil((element.scrollTop + element.clientHeight) / LINE) + SPARE;
    setWindow({ first, last });
  }

  useEffect(() => {
    const element = box.current;
    if (element && firstSelected !== undefined) {
      element.scrollTop = Math.max(0, (firstSelected - 4) * LINE);
    }
    look();
  }, [firstSelected, text]);

  const isMarked = (line: number) =>
    selected.some(({ first, last }) => line >= first && line <= last);

  return (
    <div
      ref={box}
      className={styles.source}
      role="region"
      aria-label={label}
      // A scrolling region must be reachable by key.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
      tabIndex={0}
      onScroll={look}
    >
      <pre className={styles.lines} style={{ height: lines.length * LINE }}>
        {lines.slice(window.first, window.last).map((line, index) => {
          const number = window.first + index + 1;
          return (
            <code
              key={number}
              className={styles.line}
              data-marked={isMarked(number)}
              style={{ top: (number - 1) * LINE }}
            >
              <span className={styles.number} aria-hidden="true">
                {number}
              </span>
              {line}
            </code>
          );
        })}
      </pre>
    </div>
  );
}
