import { expect, test } from 'vitest';
import type { RetentionPoint } from '../../../src/simulation';
import { retentionCurve } from '../../../src/simulation/summary/retention';

const middles = (...shares: readonly number[]): RetentionPoint[] =>
  shares.map((share, cycle) => ({
    age: cycle + 0.5,
    observed: 100,
    paying: 100 * share,
    share: { value: share, interval: null },
  }));

test('while more customers come back than go, nobody counts as lost', () => {
  const [dipped, level] = [middles(0.6, 0.8, 0.5, 0.4), middles(0.6, 0.6, 0.5, 0.4)];
  expect(retentionCurve(level)).not.toBeNull();
  expect(retentionCurve(dipped)).toEqual(retentionCurve(level));
});
