import type { CSSProperties } from 'react';
import { keyNames } from '../../controls/keyNames';
import { onApple } from '../../controls/onApple';
import { useTools } from '../CanvasContext';
import styles from './NameHint.module.css';

interface NameHintProps {
  /** The box names it as its description. */
  readonly id: string;
  /** Enter breaks a line. */
  readonly isText: boolean;
  /** How much larger than its card the box is. */
  readonly scale: number;
}

/** Under the box for the name of something new: which keys end it, and go on to the next. */
export function NameHint({ id, isText, scale }: NameHintProps) {
  const { t } = useTools().language;
  const keys = isText ? [...keyNames('Mod', onApple(), t), 'Enter'].join('+') : 'Enter';
  return (
    <span id={id} className={styles.hint} style={{ '--scale': scale } as CSSProperties}>
      {t('canvas.rename.hint', { keys })}
    </span>
  );
}
