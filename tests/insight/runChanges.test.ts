import { describe, expect, test } from 'vitest';
import { changeReadingOf, type ComparedRow, unlikeRuns } from '../../src/insight/comparison';
import type { RunResult } from '../../src/simulation/results';

type Change = ComparedRow['change'];

const row = (change: Change, direction: ComparedRow['direction'] = 'up') =>
  changeReadingOf({
    key: 'profit',
    name: '',
    unit: 'money',
    before: 1,
    after: 2,
    change,
    direction,
  });
const change = (value: number, low: number, high: number): Change => ({
  value,
  interval: [low, high],
});

describe('what is said of a difference', () => {
  test('a sure one is better in the direction that is wanted, and worse in the other', () => {
    expect(row(change(3, 1, 5))).toBe('better');
    expect(row(change(-3, -5, -1))).toBe('worse');
    expect(row(change(3, 1, 5), 'down')).toBe('worse');
    expect(row(change(-3, -5, -1), 'down')).toBe('better');
  });

  test('a sure one of which nobody wants more or less is only another', () => {
    expect(row(change(3, 1, 5), null)).toBe('other');
  });

  test('one whose interval holds 0 is unsure', () => {
    expect(row(change(3, -1, 7))).toBe('unsure');
  });

  test('none is the same, and without an interval nothing is said', () => {
    expect(row(change(0, -1, 1))).toBe('same');
    expect(row({ value: 3, interval: null })).toBe('untold');
    expect(row(null)).toBe('untold');
  });
});

test('runs are unlike in the settings that change their numbers, not in their seed', () => {
  const run = (settings: object, of = 100) =>
    ({
      settings: {
        startDate: '2026-01-01',
        horizon: 30,
        arrivals: { kind: 'at-once' },
        ...settings,
      },
      customers: { of },
    }) as unknown as RunResult;
  expect(unlikeRuns(run({ seed: 1 }), run({ seed: 2 }))).toEqual([]);
  expect(unlikeRuns(run({}), run({ horizon: 60 }, 200))).toEqual(['horizon', 'customers']);
  expect(unlikeRuns(run({}), run({ arrivals: { kind: 'spread' } }))).toEqual(['arrivals']);
});
