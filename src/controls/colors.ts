import { type Color, COLORS } from '../map/schema';
import { emotionLevel } from './emotions';

/** The twelve colours a person can give something; each has tokens `--color-<name>-…`. */
export const COLOR_NAMES = COLORS;
/** One of `COLOR_NAMES`. */
export type ColorName = Color;

/** The parts a colour has in both themes. */
export type ColorPart = 'solid' | 'on-solid' | 'soft' | 'text' | 'line';

/** The token of a named colour, for SVG attributes and style properties. */
export function colorVar(name: ColorName, part: ColorPart = 'solid'): string {
  return `var(--color-${name}-${part})`;
}

/** The token of a person's colour; what holds for everyone (null) has the colour of quiet text. */
export function personColor({ color }: { readonly color: ColorName | null }): string {
  return color === null ? 'var(--text-soft)' : colorVar(color);
}

/** The token of an emotion −2 … 2; what lies between takes the nearest step. */
export function emotionVar(level: number, part?: 'soft' | 'text'): string {
  const step = emotionLevel(level);
  const name = step < 0 ? `n${-step}` : String(step);
  return `var(--emotion-${name}${part === undefined ? '' : `-${part}`})`;
}
