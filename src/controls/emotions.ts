import { within } from '../map/basics';
import type { MessageId } from '../language';

/** The five levels an emotion is drawn and named by. */
export type EmotionLevel = -2 | -1 | 0 | 1 | 2;

const NAMES: Readonly<Record<EmotionLevel, MessageId>> = {
  [-2]: 'control.emotion.veryBad',
  [-1]: 'control.emotion.bad',
  0: 'control.emotion.neutral',
  1: 'control.emotion.good',
  2: 'control.emotion.veryGood',
};

/** The level nearest to an emotion of −2 … 2; what lies outside takes the nearest end. */
export function emotionLevel(emotion: number): EmotionLevel {
  return within(Math.round(emotion), -2, 2) as EmotionLevel;
}

/** The key of an emotion's name; null where nobody has said it. */
export function emotionName(emotion: number | null): MessageId {
  return emotion === null ? 'control.emotion.unset' : NAMES[emotionLevel(emotion)];
}
