import type { ReactNode } from 'react';
import styles from './Scene.module.css';

/** Somebody's own words; nothing where there are none. */
export function Text({ text }: { readonly text: string }) {
  return (
    text !== '' && (
      <p className={styles.text} dir="auto">
        {text}
      </p>
    )
  );
}

interface SaidProps {
  readonly label: string;
  readonly text: string;
  /** Spoken or thought by somebody. */
  readonly isQuoted?: boolean;
}

/** What is said of a place under a heading; nothing where nobody wrote it. */
export function Said({ label, text, isQuoted = false }: SaidProps) {
  if (text === '') return null;
  return (
    <Block label={label}>
      <p className={styles.text} dir="auto">
        {isQuoted ? <q>{text}</q> : text}
      </p>
    </Block>
  );
}

/** A part of the scene under its heading. */
export function Block({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.block}>
      <h4>{label}</h4>
      {children}
    </div>
  );
}
