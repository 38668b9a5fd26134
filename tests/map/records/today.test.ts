import { afterEach, expect, test, vi } from 'vitest';
import { today } from '../../../src/map/records';

afterEach(() => {
  vi.useRealTimers();
});

test.each([
  [new Date(2026, 0, 5, 0, 0, 1), '2026-01-05'],
  [new Date(2026, 11, 31, 23, 59, 59), '2026-12-31'],
])('today is the day on the wall just after midnight and just before it (%s)', (now, day) => {
  vi.useFakeTimers({ now, toFake: ['Date'] });
  expect(today()).toBe(day);
});
