import { emotionVar } from './colors';
import { emotionLevel } from './emotions';

/** The mouth of each emotion, −2 … 2, in a box of 24: from a deep frown to a wide smile. */
const MOUTHS = [
  'M7.4 17.4c1.4-2.7 2.9-3.8 4.6-3.8s3.2 1.1 4.6 3.8',
  'M8 16.6c1.2-1.3 2.5-1.9 4-1.9s2.8.6 4 1.9',
  'M8.2 15.4h7.6',
  'M8 14.4c1.2 1.5 2.5 2.2 4 2.2s2.8-.7 4-2.2',
  'M7 13.4h10c-.3 3.1-2.3 5-5 5s-4.7-1.9-5-5z',
];

interface FaceProps {
  /** −2 … 2; what lies between takes the nearest. */
  readonly level: number;
  /** In CSS pixels, or in those of the drawing around it. */
  readonly size?: number;
  /** Draws in the text's colour instead of the emotion's. */
  readonly plain?: boolean;
}

/** How an experience feels, drawn. Says nothing to screen readers: name it beside. */
export function Face({ level, size = 20, plain = false }: FaceProps) {
  const step = emotionLevel(level);
  const color = plain ? 'currentColor' : emotionVar(step);
  const fill = plain ? 'none' : emotionVar(step, 'soft');
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      aria-hidden="true"
      fill="none"
      stroke={color}
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <circle cx="12" cy="12" r="10" fill={fill} />
      <path d={MOUTHS[step + 2]} fill={step === 2 ? color : 'none'} />
      <g fill={color} stroke="none">
        <circle cx="8.6" cy="9.6" r="1.3" />
        <circle cx="15.4" cy="9.6" r="1.3" />
      </g>
      {step === -2 && <path d="M6.6 7l2.6.9M17.4 7l-2.6.9" strokeWidth={1.4} />}
    </svg>
  );
}
