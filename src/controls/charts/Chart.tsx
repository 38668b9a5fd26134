import type { ReactNode } from 'react';
import { cx } from '../cx';
import styles from './charts.module.css';
import { CHART_WIDTH, type Frame } from './frame';

interface ChartProps {
  /** What it shows. Its values are to stand in a table, too. */
  readonly label: string;
  readonly frame: Frame;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A drawing as wide as its place; where that is narrow it scrolls, so that it can still be read. */
export function Chart({ label, frame, className, children }: ChartProps) {
  return (
    <div className={styles.wide}>
      <svg
        className={cx(styles.chart, className)}
        viewBox={`0 0 ${CHART_WIDTH} ${frame.height}`}
        role="img"
        aria-label={label}
      >
        {children}
      </svg>
    </div>
  );
}
