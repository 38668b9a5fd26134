import styles from './ProgressBar.module.css';

interface ProgressBarProps {
  readonly label: string;
  /** 0…1; null = not known. */
  readonly value: number | null;
  /** The progress in words, e.g. `40%`. */
  readonly text?: string;
}

/** How far something long has come. */
export function ProgressBar({ label, value, text }: ProgressBarProps) {
  return (
    <progress
      className={styles.bar}
      aria-label={label}
      aria-valuetext={text}
      max={1}
      {...(value === null ? {} : { value })}
    />
  );
}
