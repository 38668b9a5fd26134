import styles from './charts.module.css';

/** A line through values. */
export function Curve({ path, color }: { readonly path: string | null; readonly color: string }) {
  return <path className={styles.curve} style={{ color }} d={path ?? ''} />;
}

interface DotProps {
  readonly x: number;
  readonly y: number;
  readonly color: string;
  /** What it stands for, shown under the pointer. */
  readonly title: string;
}

/** One value. */
export function Dot({ x, y, color, title }: DotProps) {
  return (
    <circle cx={x} cy={y} r={4} style={{ fill: color }}>
      <title>{title}</title>
    </circle>
  );
}
