import { expect, test } from 'vitest';
import { loadLanguage } from '../../src/language/load';
import { newRecord } from '../../src/map/records';
import type { RecordInputOf } from '../../src/map/schema';
import { delayWords } from '../../src/rules/delayWords';

const language = await loadLanguage({ locale: 'en', tag: 'en-GB' });
const end = 'touchpoint-end';
const words = (delay: NonNullable<RecordInputOf<'transitions'>['delay']>) =>
  delayWords(newRecord('transitions', { from: end, to: end, delay }).delay, language);

test('a delay that is always the same is said as it is, none as no time', () => {
  expect(words({ family: 'constant', value: 0 })).toBe('at once');
  expect(words({ family: 'constant', value: 2 })).toBe('takes 2 days');
});

test('one that varies is said by what is usual', () => {
  expect(words({ family: 'uniform', min: 2, max: 6 })).toBe('takes about 4 days');
  expect(words({ family: 'pert', min: 1, mode: 3, max: 8 })).toBe('takes about 3.5 days');
  expect(words({ family: 'exponential', mean: 5 })).toBe('takes about 5 days');
  expect(words({ family: 'gamma', shape: 2, scale: 3 })).toBe('takes about 6 days');
  expect(words({ family: 'lognormal', median: 7, sigma: 0.5 })).toBe('takes about 7 days');
  expect(words({ family: 'empirical', values: [9, 2, 4] })).toBe('takes about 5 days');
});
