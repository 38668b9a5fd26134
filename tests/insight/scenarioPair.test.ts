import { expect, test } from 'vitest';
import { firstPair, settingsOf, unlike } from '../../src/insight/comparison/scenarioPair';
import { Scenario } from '../../src/map/schema';
import { coachingLive } from '../runs/coachinglive';

test('the first pair of the sample is a trial against the baseline of the same length', () => {
  const map = coachingLive();
  const [before, after] = firstPair(map);
  expect(map.scenarios[before ?? '']?.name).toMatch(/^Baseline, (12|24) months$/);
  expect(after).not.toBeNull();
  expect(unlike(settingsOf(map, before), settingsOf(map, after))).toEqual([]);
});

test('a map whose only scenario is unlike the map as it stands says in what', () => {
  const map = coachingLive();
  const id = Object.keys(map.scenarios).find((each) => map.scenarios[each]?.horizon === 730) ?? '';
  const only = { ...map, scenarios: { [id]: settingsOf(map, id) } };
  expect(firstPair(only)).toEqual([null, id]);
  expect(unlike(settingsOf(only, null), settingsOf(only, id))).toContain('horizon');
});

/** Scenarios in the order given; each tries so many campaigns out. */
const mapWith = (...list: readonly [name: string, trials: number, horizon?: number][]) => ({
  ...coachingLive(),
  scenarios: Object.fromEntries(
    list.map(([name, trials, horizon = 365], index) => [
      name,
      Scenario.parse({
        campaigns: Object.fromEntries(
          Array.from({ length: trials }, (_, each) => [`campaign${String(each)}____`, true]),
        ),
        horizon,
        order: `a${String(index)}`,
      }),
    ]),
  ),
});

test('the pair is the last trial against the calmest that is alike in all else', () => {
  expect(firstPair(mapWith(['calm', 0], ['some', 1], ['many', 2]))).toEqual(['calm', 'many']);
  expect(firstPair(mapWith(['some', 1], ['calm', 0], ['many', 2]))).toEqual(['calm', 'many']);
  expect(firstPair(mapWith(['calm', 0, 730], ['some', 1, 500], ['many', 2, 500]))).toEqual([
    'some',
    'many',
  ]);
  expect(firstPair(mapWith(['many', 2], ['calm', 0]))).toEqual(['calm', 'many']);
});

test('the map as it stands is the calm one where no scenario is, and nothing without scenarios', () => {
  expect(firstPair(mapWith(['many', 2]))).toEqual([null, 'many']);
  expect(firstPair(mapWith())).toEqual([null, null]);
  expect(settingsOf(mapWith(), 'gone')).toEqual(Scenario.parse({}));
});
