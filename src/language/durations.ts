/** Days of a month and a year, as everywhere in the product. */
const MONTH = 365 / 12;
const YEAR = 365;
const HOUR = 1 / 24;
const MINUTE = HOUR / 60;

export type DurationUnit = 'minutes' | 'hours' | 'days' | 'months' | 'years';

/** The length of each unit in days. */
export const UNIT_DAYS: Readonly<Record<DurationUnit, number>> = {
  minutes: MINUTE,
  hours: HOUR,
  days: 1,
  months: MONTH,
  years: YEAR,
};

const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 1e-6;

/**
 * The unit a duration (in days) reads best in. Whole years and months win, so that `365/12` is one
 * month and 30 stays 30 days; otherwise the largest unit of which there are at least two.
 */
export function durationUnit(days: number): DurationUnit {
  const size = Math.abs(days);
  if (size === 0) return 'days';
  if (size >= YEAR && isWhole(size / YEAR)) return 'years';
  if (size >= MONTH && size < 4 * YEAR && isWhole(size / MONTH)) return 'months';
  if (size >= 2 * YEAR) return 'years';
  if (size >= 120) return 'months';
  if (size >= 1) return 'days';
  return size >= HOUR ? 'hours' : 'minutes';
}
