import type { CALENDAR_OFFSETS, CALENDAR_PERIODS } from '../map/schema';

/**
 * Calendar days as text (`YYYY-MM-DD`, compared by code unit) and as day numbers (0 = 1970-01-01) in
 * the proleptic Gregorian calendar. Integer arithmetic only: no time zone, no clock, no locale.
 */

export interface DayParts {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  /** 1–31. */
  readonly day: number;
}

/** Year, month and day of `YYYY-MM-DD`. */
export function partsOfDate(date: string): DayParts {
  return {
    year: Number(date.slice(0, -6)),
    month: Number(date.slice(-5, -3)),
    day: Number(date.slice(-2)),
  };
}

/** Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": days_from_civil. */
export function dayNumber({ year, month, day }: DayParts): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The inverse, civil_from_days of the same source. */
export function partsOfDay(days: number): DayParts {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** The number of a day, by `YYYY-MM-DD`. */
export const dayOfDate = (date: string): number => dayNumber(partsOfDate(date));

/** The day of a number as `YYYY-MM-DD`. */
export function dateOfDay(days: number): string {
  const { year, month, day } = partsOfDay(days);
  const digits = (value: number, width: number) => String(value).padStart(width, '0');
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}

/** The date some days after another, or before it; parts of a day are rounded. */
export function addDays(date: string, days: number): string {
  return days === 0 ? date : dateOfDay(dayOfDate(date) + Math.round(days));
}

/** By the Gregorian calendar. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days in a month; January is 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** First and last day of last, this or next week (from Monday), month or year, seen from `today`. */
export function calendarPeriod(
  today: string,
  offset: (typeof CALENDAR_OFFSETS)[number],
  period: (typeof CALENDAR_PERIODS)[number],
): { first: string; last: string } {
  const step = offset === 'last' ? -1 : offset === 'next' ? 1 : 0;
  const { year, month } = partsOfDate(today);
  if (period === 'week') {
    const day = dayOfDate(today);
    // Day 0 was a Thursday.
    const monday = day - ((((day + 3) % 7) + 7) % 7) + 7 * step;
    return { first: dateOfDay(monday), last: dateOfDay(monday + 6) };
  }
  if (period === 'year') {
    const y = String(year + step).padStart(4, '0');
    return { first: `${y}-01-01`, last: `${y}-12-31` };
  }
  const months = year * 12 + month - 1 + step;
  const parts = { year: Math.floor(months / 12), month: (months % 12) + 1 };
  return {
    first: dateOfDay(dayNumber({ ...parts, day: 1 })),
    last: dateOfDay(dayNumber({ ...parts, day: daysInMonth(parts.year, parts.month) })),
  };
}
