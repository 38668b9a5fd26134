import { expect, test } from 'vitest';
import { Touchpoint } from '../../src/map/schema';
import { bestOutcome } from '../../src/insight/flow/bestOutcome';

const end = (outcome: string) => Touchpoint.parse({ kind: 'outcome', outcome, order: 'a0' });
const reached = (customers: number) => ({
  customers,
  share: { value: customers / 100, interval: null },
});

test('the best outcome is the success most people come to', () => {
  const touchpoints = { lost: end('loss'), happy: end('success'), fine: end('success') };
  const outcomes = { lost: reached(60), fine: reached(10), happy: reached(30) };
  expect(bestOutcome({ outcomes }, { touchpoints })).toEqual({ id: 'happy', share: 0.3 });
  expect(bestOutcome({ outcomes: { lost: reached(60) } }, { touchpoints })).toBeNull();
});
