import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meet } from '../../src/checks/schedule';
import { Campaign, type REPEATS } from '../../src/map/schema';
import { addDays } from '../../src/rules';

type Window = readonly [from: string, to: string, repeats?: (typeof REPEATS)[number]];

const schedule = (...windows: Window[]) =>
  Campaign.parse({
    schedule: Object.fromEntries(
      windows.map(([from, to, repeats = 'never'], index) => [
        `window-${String(index)}`.padEnd(12, '-'),
        { from, to, repeats },
      ]),
    ),
  }).schedule;

/** Both transitionTable round, which is the same. */
function meeting(a: Window[], b: Window[]): boolean {
  const found = meet(schedule(...a), schedule(...b));
  expect(meet(schedule(...b), schedule(...a))).toBe(found);
  return found;
}

describe('two schedules meet', () => {
  test('where one has no windows, for it is always on', () => {
    expect(meeting([], [])).toBe(true);
    expect(meeting([], [['2026-01-01', '2026-01-02']])).toBe(true);
  });

  test('on one day in common, both ends included', () => {
    const march: Window = ['2026-03-01', '2026-03-31'];
    expect(meeting([march], [['2026-03-31', '2026-04-10']])).toBe(true);
    expect(meeting([march], [['2026-04-01', '2026-04-10']])).toBe(false);
    expect(meeting([march], [['2026-02-01', '2026-03-01']])).toBe(true);
    expect(meeting([march], [['2026-02-01', '2026-02-28']])).toBe(false);
    expect(meeting([march], [['2026-03-10', '2026-03-10']])).toBe(true);
    expect(meeting([march], [['2026-01-01', '2026-12-31']])).toBe(true);
  });

  test('in any of several windows, however they stand', () => {
    const spring: Window[] = [
      ['2026-05-01', '2026-05-10'],
      ['2026-03-01', '2026-03-10'],
      ['2026-04-01', '2026-04-10'],
    ];
    expect(
      meeting(spring, [
        ['2026-03-11', '2026-03-31'],
        ['2026-04-10', '2026-04-20'],
      ]),
    ).toBe(true);
    expect(
      meeting(spring, [
        ['2026-03-11', '2026-03-31'],
        ['2026-04-11', '2026-04-20'],
      ]),
    ).toBe(false);
    // The long one begins before and is still on when the short one in between is over.
    const long: Window[] = [
      ['2026-01-01', '2026-12-31'],
      ['2026-02-01', '2026-02-02'],
    ];
    expect(meeting(long, [['2026-06-01', '2026-06-01']])).toBe(true);
  });
});

describe('windows that repeat', () => {
  test('weekly, on the same day of the week', () => {
    const monday: Window = ['2026-01-05', '2026-01-05', 'weekly'];
    expect(meeting([monday], [['2026-06-15', '2026-06-15']])).toBe(true);
    expect(meeting([monday], [['2026-06-16', '2026-06-21']])).toBe(false);
    expect(meeting([monday], [['2026-01-06', '2026-01-06', 'weekly']])).toBe(false);
    expect(meeting([monday], [['2025-12-29', '2025-12-29']])).toBe(false);
  });

  test('monthly, on the same day of the month, or its last', () => {
    const third: Window = ['2026-01-03', '2026-01-04', 'monthly'];
    expect(meeting([third], [['2026-02-04', '2026-02-04']])).toBe(true);
    expect(meeting([third], [['2026-02-05', '2026-03-02']])).toBe(false);
    const last: Window = ['2026-01-31', '2026-01-31', 'monthly'];
    expect(meeting([last], [['2026-02-28', '2026-02-28']])).toBe(true);
    expect(meeting([last], [['2026-03-31', '2026-03-31']])).toBe(true);
    expect(meeting([last], [['2026-03-28', '2026-03-30']])).toBe(false);
    expect(meeting([['2026-12-05', '2026-12-05', 'monthly']], [['2027-01-05', '2027-01-05']])).toBe(
      true,
    );
  });

  test('yearly, in the same season', () => {
    const winter: Window = ['2026-12-20', '2027-01-05', 'yearly'];
    expect(meeting([winter], [['2028-01-05', '2028-01-05']])).toBe(true);
    expect(meeting([winter], [['2028-01-06', '2028-12-19']])).toBe(false);
    expect(meeting([['2024-02-29', '2024-02-29', 'yearly']], [['2025-02-28', '2025-02-28']])).toBe(
      true,
    );
  });

  test('never, once', () => {
    expect(meeting([['2026-01-05', '2026-01-05']], [['2027-01-05', '2027-01-05']])).toBe(false);
    expect(meeting([['2026-01-05', '2026-01-05']], [['2026-01-12', '2026-01-12']])).toBe(false);
  });

  test('long after they began, as far as two years behind the last window', () => {
    const old: Window = ['2020-01-06', '2020-01-06', 'weekly'];
    expect(meeting([old], [['2026-06-15', '2026-06-15']])).toBe(true);
    expect(meeting([['2020-05-01', '2020-05-02', 'yearly']], [['2026-05-02', '2026-05-02']])).toBe(
      true,
    );
    // A month and a season that meet only next year.
    expect(
      meeting([['2026-06-01', '2026-06-03', 'yearly']], [['2026-07-02', '2026-07-02', 'monthly']]),
    ).toBe(true);
  });
});

test('windows that are on for a few days meet where a count of the days says so', () => {
  const day = fc.integer({ min: 0, max: 120 }).map((offset) => addDays('2026-01-01', offset));
  const window = fc
    .tuple(day, fc.integer({ min: 0, max: 9 }))
    .map(([from, length]): [string, string] => [from, addDays(from, length)]);
  const windows = fc.array(window, { minLength: 1, maxLength: 4 });
  const isOn = (list: [string, string][], today: string) =>
    list.some(([from, to]) => from <= today && today <= to);
  fc.assert(
    fc.property(windows, windows, (a, b) => {
      const days = Array.from({ length: 140 }, (_, offset) => addDays('2026-01-01', offset));
      expect(meeting(a, b)).toBe(days.some((today) => isOn(a, today) && isOn(b, today)));
    }),
  );
});
