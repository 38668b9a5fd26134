import { expect, test } from 'vitest';
import { newRecord, typicalDays } from '../../../src/map/records';
import type { RecordInputOf } from '../../../src/map/schema';

const end = 'touchpoint-end';
type DelayInput = NonNullable<RecordInputOf<'transitions'>['delay']>;

test.each<[DelayInput, number]>([
  [{ family: 'constant', value: 2 }, 2],
  [{ family: 'uniform', min: 2, max: 6 }, 4],
  [{ family: 'triangular', min: 0, mode: 1, max: 8 }, 3],
  [{ family: 'pert', min: 0, mode: 1, max: 8 }, 2],
  [{ family: 'exponential', mean: 5 }, 5],
  [{ family: 'truncated-normal', mean: -3, sd: 1, min: 1 }, 1],
  [{ family: 'truncated-normal', mean: 3, sd: 1, min: 1 }, 3],
  [{ family: 'gamma', shape: 2, scale: 3 }, 6],
  [{ family: 'weibull', shape: 2, scale: 3 }, 3],
  [{ family: 'lognormal', median: 7, sigma: 0.5 }, 7],
  [{ family: 'empirical', values: [9, 2, 4] }, 5],
])('a delay takes about as many days as the middle of it: %j', (delay, days) => {
  const { delay: read } = newRecord('transitions', { from: end, to: end, delay });
  expect(typicalDays(read)).toBe(days);
});
