import type { Language } from '../language';

export interface NumberLimits {
  readonly min?: number;
  readonly max?: number;
  readonly integer?: boolean;
  readonly required?: boolean;
  readonly scale?: number;
}

export type NumberReading =
  | { readonly ok: true; readonly value: number | null }
  | { readonly ok: false; readonly error: string };

/** Twelve significant digits: more than anybody types, fewer than binary fractions betray. */
const tidy = (value: number) => Number(value.toPrecision(12));

/** The number as it is edited: no grouping, the language's decimal sign, all its digits. */
export function plainNumber(value: number | null, scale: number, tag: string): string {
  if (value === null) return '';
  return new Intl.NumberFormat(tag, { useGrouping: false, maximumSignificantDigits: 12 }).format(
    tidy(value * scale),
  );
}

/** Reads what was typed, or says in one sentence what to type instead. */
export function readNumber(
  text: string,
  { min, max, integer = false, required = false, scale = 1 }: NumberLimits,
  language: Language,
): NumberReading {
  const { t, number } = language;
  const shown = (value: number) => number(tidy(value * scale));
  const typed = language.parseNumber(text);
  if (typed === null && !required) return { ok: true, value: null };
  if (typed === null || typed === undefined || (integer && !Number.isInteger(typed))) {
    return {
      ok: false,
      error: t('control.number.invalid', { example: number(integer ? 12 : 12.5) }),
    };
  }
  const value = tidy(typed / scale);
  const tooLow = min !== undefined && value < min;
  const tooHigh = max !== undefined && value > max;
  if (!tooLow && !tooHigh) return { ok: true, value };
  if (min !== undefined && max !== undefined) {
    return {
      ok: false,
      error: t('control.number.range', { min: shown(min), max: shown(max) }),
    };
  }
  return {
    ok: false,
    error: tooLow
      ? t('control.number.atLeast', { min: shown(min) })
      : t('control.number.atMost', { max: shown(max ?? 0) }),
  };
}

/** The value an arrow key leads to: `by` is in shown units; stays within the limits. */
export function stepNumber(
  value: number | null,
  by: number,
  scale: number,
  { min, max }: NumberLimits,
): number {
  const next = tidy(((value ?? 0) * scale + by) / scale);
  return Math.min(max ?? Infinity, Math.max(min ?? -Infinity, next));
}
