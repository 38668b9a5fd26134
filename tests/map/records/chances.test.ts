import { expect, test } from 'vitest';
import {
  baseDropOffOf,
  baseRestOf,
  type RecordEntry,
  exceedsOne,
  inOrder,
  newMap,
  restOf,
  takingEverybody,
  tidyChance,
} from '../../../src/map/records';
import type { Transition } from '../../../src/map/schema';

const A = 'aaaaaaaaaaaa';

function transitionsWith(
  ...inputs: { base: number; otherwise?: boolean }[]
): readonly RecordEntry<Transition>[] {
  const map = newMap({
    id: 'mapmapmapmap',
    touchpoints: { [A]: {} },
    transitions: Object.fromEntries(
      inputs.map(({ base, otherwise = false }, k) => [
        `transition-${String(k)}`,
        { from: A, to: A, chance: { base }, otherwise },
      ]),
    ),
  });
  return inOrder(map.transitions);
}

test('chances that sum to 1 but for rounding leave nothing and exceed nothing', () => {
  const almost = 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1;
  expect(almost).toBeLessThan(1);
  expect(restOf(almost)).toBe(0);
  const slightlyMore = 0.7 + 0.2 + 0.1 + 2e-16;
  expect(exceedsOne(slightlyMore)).toBe(false);
});

test('the tolerance is a thousand millionth on both sides of 1', () => {
  expect(restOf(1 - 2e-9)).toBeCloseTo(2e-9, 15);
  expect(restOf(1 - 0.5e-9)).toBe(0);
  expect(exceedsOne(1 + 2e-9)).toBe(true);
  expect(exceedsOne(1 + 0.5e-9)).toBe(false);
});

test('a sum above 1 leaves nothing', () => {
  expect(restOf(1.5)).toBe(0);
});

test('the rest of base chances is a tidy number', () => {
  expect(1 - 0.9).not.toBe(0.1);
  expect(baseRestOf(transitionsWith({ base: 0.9 }))).toBe(0.1);
});

test('a transition marked otherwise has no chance of its own, and leaves no drop-off', () => {
  const transitions = transitionsWith({ base: 0.6 }, { base: 0.3, otherwise: true });
  expect(baseRestOf(transitions)).toBe(0.4);
  expect(baseDropOffOf(transitions)).toBe(0);
  expect(baseDropOffOf(transitions.slice(0, 1))).toBe(0.4);
});

test('a tidy chance lies between 0 and 1 and has nine digits', () => {
  expect(tidyChance(-0.2)).toBe(0);
  expect(tidyChance(1.2)).toBe(1);
  expect(tidyChance(1 - 0.9)).toBe(0.1);
  expect(tidyChance(1 / 3)).toBe(0.333333333);
  expect(tidyChance(2 / 3)).toBe(0.666666667);
});

test('no transitions leave everything, and everybody drops off', () => {
  expect(baseRestOf([])).toBe(1);
  expect(baseDropOffOf([])).toBe(1);
  expect(baseDropOffOf(transitionsWith({ base: 0.5 }, { base: 0.5 }))).toBe(0);
});

test('the tolerance itself is still a rounding error', () => {
  expect(restOf(0)).toBe(1);
  expect(restOf(1)).toBe(0);
  expect(exceedsOne(1)).toBe(false);
  expect(exceedsOne(1 + 1e-9)).toBe(false);
});

test('a transition of a decision without a rule takes everybody, unless it is the last of all', () => {
  const [first, last] = [{ base: 0.5 }, { base: 0.2 }];
  expect(takingEverybody(transitionsWith(first, last))?.[0]).toBe('transition-0');
  expect(takingEverybody(transitionsWith(last))).toBeNull();
  const otherwise = { base: 0, otherwise: true };
  expect(takingEverybody(transitionsWith(otherwise, last))?.[0]).toBe('transition-1');
});
