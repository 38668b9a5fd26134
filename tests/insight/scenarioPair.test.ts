import { expect, test } from 'vitest';
import { firstPair, settingsOf, unlike } from '../../src/insight/comparison/scenarioPair';
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
