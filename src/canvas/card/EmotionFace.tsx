import styles from './EmotionFace.module.css';

/** Depth of the mouth by emotion −2 … 2, in a box of 20. */
const MOUTHS = [-3.2, -1.7, 0, 1.7, 3.2] as const;

/** −2 … 2 rounded to the five levels the palette knows. */
export function emotionLevel(emotion: number): -2 | -1 | 0 | 1 | 2 {
  return Math.max(-2, Math.min(2, Math.round(emotion))) as -2 | -1 | 0 | 1 | 2;
}

/** The part of a custom property's name that stands for an emotion, e.g. `n2`. */
export function emotionToken(emotion: number): string {
  const level = emotionLevel(emotion);
  return level < 0 ? `n${-level}` : String(level);
}

/** A face that feels like it is here: the curve of its mouth says it without the colour. */
export function EmotionFace({ emotion }: { readonly emotion: number }) {
  const bend = MOUTHS[emotionLevel(emotion) + 2] ?? 0;
  const token = emotionToken(emotion);
  return (
    <svg className={styles.face} viewBox="0 0 20 20" aria-hidden="true">
      <circle
        cx="10"
        cy="10"
        r="9"
        fill={`var(--emotion-${token}-soft)`}
        stroke={`var(--emotion-${token})`}
        strokeWidth="1.5"
      />
      <circle cx="7" cy="8" r="1.15" fill={`var(--emotion-${token}-text)`} />
      <circle cx="13" cy="8" r="1.15" fill={`var(--emotion-${token}-text)`} />
      <path
        d={`M6.2 ${12.9 - bend / 3}Q10 ${12.9 + bend} 13.8 ${12.9 - bend / 3}`}
        fill="none"
        stroke={`var(--emotion-${token}-text)`}
        strokeWidth="1.5"
        strokeLinecap="round"
      />
    </svg>
  );
}
