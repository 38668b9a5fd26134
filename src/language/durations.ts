import { DAYS_PER_MONTH, DAYS_PER_YEAR } from './days';

const HOUR = 1 / 24;
const MINUTE = HOUR / 60;

type DurationUnit = 'minutes' | 'hours' | 'days' | 'months' | 'years';

/** The length of each unit in days. */
export const UNIT_DAYS: Readonly<Record<DurationUnit, number>> = {
  minutes: MINUTE,
  hours: HOUR,
  days: 1,
  months: DAYS_PER_MONTH,
  years: DAYS_PER_YEAR,
};

const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 1e-6;

/**
 * The unit a duration (in days) reads best in. Whole years and months win, so that `365/12` is one
 * month and 30 stays 30 days; otherwise the largest unit of which there are at least two.
 */
export function durationUnit(days: number): DurationUnit {
  const size = Math.abs(days);
  if (size === 0) return 'days';
  if (size >= DAYS_PER_YEAR && isWhole(size / DAYS_PER_YEAR)) return 'years';
  if (size >= DAYS_PER_MONTH && size < 4 * DAYS_PER_YEAR && isWhole(size / DAYS_PER_MONTH))
    return 'months';
  if (size >= 2 * DAYS_PER_YEAR) return 'years';
  if (size >= 120) return 'months';
  if (size >= 1) return 'days';
  return size >= HOUR ? 'hours' : 'minutes';
}
