import styles from './charts.module.css';
import type { Mark } from './frame';

/** The lines of a scale across a drawing: 0, or the middle, is stronger. */
export function GridLines({
  marks,
  from,
  to,
}: {
  readonly marks: readonly Mark[];
  /** First and last point of each line. */
  readonly from: number;
  readonly to: number;
}) {
  return marks.map(({ at, isStrong }) => (
    <line
      key={at}
      className={styles.rule}
      data-strong={isStrong || undefined}
      x1={from}
      x2={to}
      y1={at}
      y2={at}
    />
  ));
}
