import { expect, test } from 'vitest';
import { dateOfClock, dayOfClock } from '../../src/simulation/clock';

test('a time on the clock lies in the whole day before it, unless it is a rounding error short of the next', () => {
  expect([0, 0.999, 1, 2.9999999, 2.99].map(dayOfClock)).toEqual([0, 0, 1, 3, 2]);
});

test('the date of a time on the clock counts from the start, across months and leap days', () => {
  expect(dateOfClock('2026-01-31', 0.5)).toBe('2026-01-31');
  expect(dateOfClock('2028-02-28', 1.75)).toBe('2028-02-29');
  expect(dateOfClock('2026-12-31', 0.9999999)).toBe('2027-01-01');
});
