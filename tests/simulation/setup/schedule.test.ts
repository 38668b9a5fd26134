import { describe, expect, test } from 'vitest';
import { Campaign } from '../../../src/map/schema';
import { dateOfDay, dayOfDate } from '../../../src/rules';
import { scheduleOf } from '../../../src/simulation/setup/schedule';

/** The days of a campaign with these windows, as dates, in a part of the calendar. */
function daysOf(windows: object[], first: string, last: string): string[] {
  const schedule = Object.fromEntries(windows.map((window, k) => [`window_____${k}`, window]));
  const isOn = scheduleOf(Campaign.parse({ schedule }));
  const days: string[] = [];
  for (let day = dayOfDate(first); day <= dayOfDate(last); day += 1) {
    if (isOn(day)) days.push(dateOfDay(day));
  }
  return days;
}

describe('a campaign runs', () => {
  test('always where it has no window', () => {
    expect(daysOf([], '2026-01-01', '2026-01-03')).toHaveLength(3);
  });

  test('from the first day of a window to its last, once', () => {
    const days = daysOf([{ from: '2026-03-30', to: '2026-04-01' }], '2025-01-01', '2027-12-31');
    expect(days).toEqual(['2026-03-30', '2026-03-31', '2026-04-01']);
  });

  test('on the same days of every week from then on', () => {
    const weekend = { from: '2026-01-03', to: '2026-01-04', repeats: 'weekly' };
    const days = daysOf([weekend], '2025-12-20', '2026-01-18');
    expect(days).toEqual([
      '2026-01-03',
      '2026-01-04',
      '2026-01-10',
      '2026-01-11',
      '2026-01-17',
      '2026-01-18',
    ]);
  });

  test('at the end of every month, however short it is', () => {
    const pay = { from: '2026-01-31', to: '2026-02-01', repeats: 'monthly' };
    const days = daysOf([pay], '2025-11-01', '2026-04-29');
    expect(days).toEqual([
      '2026-01-31',
      '2026-02-01',
      '2026-02-28',
      '2026-03-01',
      '2026-03-31',
      '2026-04-01',
    ]);
  });

  test('at the same time of every year, over its turn too', () => {
    const turn = { from: '2023-12-31', to: '2024-01-01', repeats: 'yearly' };
    expect(daysOf([turn], '2022-01-01', '2026-06-30')).toEqual([
      '2023-12-31',
      '2024-01-01',
      '2024-12-31',
      '2025-01-01',
      '2025-12-31',
      '2026-01-01',
    ]);
  });

  test('without a break where a window is longer than its repetition', () => {
    const long = { from: '2026-01-10', to: '2026-04-05', repeats: 'monthly' };
    expect(daysOf([long], '2026-01-01', '2027-12-31')).toEqual(
      daysOf([{ from: '2026-01-10', to: '2027-12-31' }], '2026-01-01', '2027-12-31'),
    );
  });

  test('in any of several windows', () => {
    const windows = [
      { from: '2026-01-01', to: '2026-01-01' },
      { from: '2026-01-03', to: '2026-01-03' },
    ];
    expect(daysOf(windows, '2026-01-01', '2026-01-31')).toEqual(['2026-01-01', '2026-01-03']);
  });
});
