import { useEffect, useMemo, useRef } from 'react';
import type { LineRange } from '../../machine';
import { useInSight } from '../../controls/useInSight';
import styles from './MachineView.module.css';

/** Height of one line in CSS pixels; the style sheet sets the same. */
const LINE = 20;
/** Lines kept ready above and below what is in sight. */
const SPARE = 40;
const NONE: readonly number[] = [];

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
  const firstSelected = selected[0]?.first;
  const inSight = useInSight({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => LINE,
    overscan: SPARE,
    kept: NONE,
  });

  useEffect(() => {
    const element = box.current;
    if (element && firstSelected !== undefined) {
      element.scrollTop = Math.max(0, (firstSelected - 4) * LINE);
    }
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
    >
      <pre className={styles.lines} style={{ height: inSight.getTotalSize() }}>
        {inSight.getVirtualItems().map(({ index, start }) => (
          <code
            key={index}
            className={styles.line}
            data-marked={isMarked(index + 1)}
            style={{ top: start }}
          >
            <span className={styles.number} aria-hidden="true">
              {index + 1}
            </span>
            {lines[index]}
          </code>
        ))}
      </pre>
    </div>
  );
}
