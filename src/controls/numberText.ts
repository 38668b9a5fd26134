import { within } from '../map/basics';
import { readingOf, type Language } from '../language';

/** What a typed number must be: `min` and `max` limit the value, and the number shown is the value times `scale`. */
export interface NumberLimits {
  readonly min?: number;
  readonly max?: number;
  readonly integer?: boolean;
  readonly required?: boolean;
  readonly scale?: number;
  /** What stands beside the field and may be typed along: `days`, `%`. */
  readonly unit?: unknown;
  /** The same before it: the sign of a currency. */
  readonly prefix?: unknown;
}

/** A text that can be read two ways: how it was understood and how not, as numbers of this language. */
export interface TwoWays {
  readonly understood: string;
  readonly not: string;
}

type NumberReading = { readonly twoWays?: TwoWays } & (
  | { readonly ok: true; readonly value: number | null }
  | { readonly ok: false; readonly error: string }
);

/** Twelve significant digits: more than anybody types, fewer than binary fractions betray. */
const tidy = (value: number) => Number(value.toPrecision(12));

/** The number as it is edited: no grouping, the language's decimal sign, all its digits. */
export function plainNumber(value: number | null, scale: number, tag: string): string {
  if (value === null) return '';
  return new Intl.NumberFormat(tag, { useGrouping: false, maximumSignificantDigits: 12 }).format(
    tidy(value * scale),
  );
}

/** In groups and with all its digits, as it is shown for comparison. */
const inGroups = (value: number, tag: string) =>
  new Intl.NumberFormat(tag, { maximumSignificantDigits: 12 }).format(value);

/** Reads what was typed, or says in one sentence what to type instead; and how it read what can be read two ways. */
export function readNumber(text: string, limits: NumberLimits, language: Language): NumberReading {
  const { scale = 1 } = limits;
  const unit = typeof limits.unit === 'string' ? limits.unit : '';
  // The sign of the kwacha and the kyat: in `1.5K` it would as well be a thousand.
  const sign = typeof limits.prefix === 'string' && limits.prefix !== 'K' ? limits.prefix : '';
  const typed = readingOf(text, language.tag, [unit, sign]);
  const reading = withinLimits(typed ? typed.value : typed, limits, language);
  if (!typed) return reading;
  // A field that is not in percent takes 25 from `25%`, which elsewhere is 0.25.
  const isPercent = typed.percent && scale === 1 && unit !== '%';
  const other = typed.other ?? (isPercent ? typed.value / 100 : typed.value);
  if (other === typed.value) return reading;
  const shown = (value: number) => inGroups(tidy(value), language.tag);
  return { ...reading, twoWays: { understood: shown(typed.value), not: shown(other) } };
}

function withinLimits(
  typed: number | null | undefined,
  { min, max, integer = false, required = false, scale = 1 }: NumberLimits,
  { t, number }: Language,
): NumberReading {
  const shown = (value: number) => number(tidy(value * scale));
  if (typed === null && !required) return { ok: true, value: null };
  if (typed === null || typed === undefined || (integer && !Number.isInteger(typed))) {
    return {
      ok: false,
      error: integer
        ? t('control.number.whole', { example: number(12) })
        : t('control.number.invalid', { example: number(12.5) }),
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
  return within(next, min ?? -Infinity, max ?? Infinity);
}
