import { type ReactNode, useId } from 'react';
import styles from './Insights.module.css';

/** One question of the insights, with its answer. */
export function Part({
  title,
  text,
  children,
}: {
  readonly title: string;
  /** How to read it. */
  readonly text?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {text !== undefined && <p className={styles.lead}>{text}</p>}
      {children}
    </section>
  );
}
