import { outlineOf } from '../../../canvas/layers';
import type { TokenLook } from '../../../runs/replay';
import styles from './Replay.module.css';

/** A customer of one kind as the canvas draws them. */
export function TokenMark({ look }: { readonly look: TokenLook }) {
  return (
    <svg className={styles.mark} viewBox="-12 -12 24 24" aria-hidden="true">
      <path d={outlineOf(look.shape, 8.5)} fill={`var(--color-${look.color}-solid)`} />
      <text
        y={look.shape === 'triangle' ? 2.5 : 0.5}
        fill={`var(--color-${look.color}-on-solid)`}
        textAnchor="middle"
        dominantBaseline="central"
      >
        {look.letter}
      </text>
    </svg>
  );
}
