import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CALENDAR_OFFSETS, CALENDAR_PERIODS } from '../../src/map/schema';
import {
  addDays,
  calendarPeriod,
  dateOfDay,
  dayNumber,
  dayOfDate,
  daysInMonth,
  isLeapYear,
  partsOfDate,
  partsOfDay,
} from '../../src/rules';

/** Days from the year 1 to the year 9999. */
const anyDay = fc.integer({ min: -719_162, max: 2_932_896 });

describe('a day', () => {
  test.each([
    ['1970-01-01', 0],
    ['1970-01-02', 1],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2000-03-01', 11_017],
    ['1900-03-01', -25_508],
    ['2100-02-28', 47_540],
    ['2100-03-01', 47_541],
    ['2026-01-15', 20_468],
    ['0001-01-01', -719_162],
    ['9999-12-31', 2_932_896],
  ])('%s is number %d', (date, day) => {
    expect(dayOfDate(date)).toBe(day);
    expect(dateOfDay(day)).toBe(date);
    expect(dayNumber(partsOfDate(date))).toBe(day);
  });

  test('has the parts that are written', () => {
    expect(partsOfDate('2026-03-09')).toEqual({ year: 2026, month: 3, day: 9 });
    expect(partsOfDate('12026-11-30')).toEqual({ year: 12_026, month: 11, day: 30 });
    expect(partsOfDay(-1)).toEqual({ year: 1969, month: 12, day: 31 });
  });

  test('is the one the browser’s calendar has', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = new Date(day * 86_400_000);
        expect(partsOfDay(day)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
        expect(dayNumber(partsOfDay(day))).toBe(day);
      }),
      { numRuns: 500 },
    );
  });

  test('at the turn of months, centuries and eras is no exception', () => {
    for (const year of [1, 4, 99, 100, 101, 399, 400, 401, 1600, 1900, 2000, 2024, 2100, 2400]) {
      for (let month = 1; month <= 12; month += 1) {
        const length = daysInMonth(year, month);
        const first = dayNumber({ year, month, day: 1 });
        const last = dayNumber({ year, month, day: length });
        expect(last - first).toBe(length - 1);
        expect(partsOfDay(last)).toEqual({ year, month, day: length });
        expect(partsOfDay(last + 1).day).toBe(1);
      }
    }
  });

  test('some days on or back is counted across months and years', () => {
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
    expect(addDays('2026-05-05', 0)).toBe('2026-05-05');
    expect(addDays('2026-05-05', 1.4)).toBe('2026-05-06');
    expect(addDays('2026-05-05', 1.5)).toBe('2026-05-07');
  });
});

test('every fourth year is a leap year, but for three in four hundred', () => {
  const years = [1896, 1900, 1904, 1999, 2000, 2004, 2025, 2100, 2400];
  expect(years.filter(isLeapYear)).toEqual([1896, 1904, 2000, 2004, 2400]);
});

test('months have their lengths', () => {
  const lengths = (year: number) => Array.from({ length: 12 }, (_, n) => daysInMonth(year, n + 1));
  expect(lengths(2025)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  expect(lengths(2024)[1]).toBe(29);
});

describe('a calendar period', () => {
  // 2026-03-31 is a Tuesday.
  test.each<
    [string, (typeof CALENDAR_OFFSETS)[number], (typeof CALENDAR_PERIODS)[number], string, string]
  >([
    ['2026-03-31', 'this', 'week', '2026-03-30', '2026-04-05'],
    ['2026-03-31', 'last', 'week', '2026-03-23', '2026-03-29'],
    ['2026-03-31', 'next', 'week', '2026-04-06', '2026-04-12'],
    ['2026-03-30', 'this', 'week', '2026-03-30', '2026-04-05'],
    ['2026-04-05', 'this', 'week', '2026-03-30', '2026-04-05'],
    ['1969-12-31', 'this', 'week', '1969-12-29', '1970-01-04'],
    ['1960-01-01', 'this', 'week', '1959-12-28', '1960-01-03'],
    ['2026-03-31', 'this', 'month', '2026-03-01', '2026-03-31'],
    ['2026-03-31', 'last', 'month', '2026-02-01', '2026-02-28'],
    ['2026-03-31', 'next', 'month', '2026-04-01', '2026-04-30'],
    ['2026-01-31', 'last', 'month', '2025-12-01', '2025-12-31'],
    ['2026-12-31', 'next', 'month', '2027-01-01', '2027-01-31'],
    ['2024-03-15', 'last', 'month', '2024-02-01', '2024-02-29'],
    ['2026-03-31', 'this', 'year', '2026-01-01', '2026-12-31'],
    ['2026-03-31', 'last', 'year', '2025-01-01', '2025-12-31'],
    ['2026-03-31', 'next', 'year', '2027-01-01', '2027-12-31'],
    ['0900-01-01', 'this', 'year', '0900-01-01', '0900-12-31'],
  ])('on %s, %s %s is %s to %s', (today, offset, period, first, last) => {
    expect(calendarPeriod(today, offset, period)).toEqual({ first, last });
  });

  test('holds today when it is this one, and follows the last and goes before the next', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -300_000, max: 300_000 }).map(dateOfDay),
        fc.constantFrom(...CALENDAR_PERIODS),
        (today, period) => {
          const [last, now, next] = CALENDAR_OFFSETS.map((offset) =>
            calendarPeriod(today, offset, period),
          );
          expect(now!.first <= today && today <= now!.last).toBe(true);
          expect(addDays(last!.last, 1)).toBe(now!.first);
          expect(addDays(now!.last, 1)).toBe(next!.first);
        },
      ),
    );
  });
});
