import { describe, expect, test } from 'vitest';
import { type RuleInput, Scenario } from '../../../../src/map/schema';
import { solveExact, whyNotExact } from '../../../../src/simulation/exact';
import { idOf } from '../../support/chain';
import { days, smallMap } from '../../support/smallMap';

const attribute = (name: string) => ({ kind: 'attribute', attribute: idOf(name) }) as const;
const endless = Scenario.parse({ horizon: null });

/** Customers wait, and are done then if the rule holds, else drop off; they were here since the date. */
const waitMap = (delay: object, when: RuleInput) =>
  smallMap({
    touchpoints: { start: 'entry', then: 'touchpoint', done: 'outcome' },
    transitions: {
      'start-then': { chance: { base: 1 }, delay: delay as never },
      'then-done': { chance: { base: 1 }, when },
    },
    attributes: { since: { type: 'date', default: '2026-01-03' } },
  });
const since = { ...attribute('since'), test: 'date' } as const;
const exponential = { family: 'exponential', mean: 5 };

describe('a rule on a date', () => {
  test.each<[string, RuleInput, number]>([
    ['before a day', { ...since, operator: 'before', value: '2026-01-04' }, 1],
    ['after a day', { ...since, operator: 'after', value: '2026-01-03' }, 0],
    [
      'between two days',
      { ...since, operator: 'between', value: '2026-01-01', to: '2026-01-03' },
      1,
    ],
  ])('asks for no calendar where its days are fixed: %s', (_, rule, done) => {
    const { total } = solveExact(waitMap(exponential, rule), endless);
    expect(total.outcomes[idOf('done')]).toBe(done);
  });

  test.each<[string, RuleInput]>([
    ['a day from today', { ...since, operator: 'before', value: { daysFromToday: 0 } }],
    [
      'between a day and one from today',
      { ...since, operator: 'between', value: '2026-01-01', to: { daysFromToday: -3 } },
    ],
    ['the age', { ...attribute('since'), test: 'age', operator: 'more-than-ago', days: 2 }],
  ])('follows the calendar where it counts from today: %s', (_, rule) => {
    const doneAfter = (wait: number) =>
      solveExact(waitMap(days(wait), rule), endless).total.outcomes[idOf('done')];
    expect([doneAfter(1), doneAfter(8)]).toEqual([0, 1]);
    expect(whyNotExact(waitMap(exponential, rule), endless)).toMatchObject({
      code: 'wait-before-clock',
      record: { collection: 'transitions', id: idOf('start-then') },
      because: { collection: 'transitions', id: idOf('then-done') },
    });
  });
});

/** Customers go round, which changes the number, until the rule lets them out. */
const countMap = (operation: 'add' | 'multiply', value: number, first: number, when: RuleInput) =>
  smallMap({
    touchpoints: {
      start: {
        kind: 'entry',
        effects: {
          [idOf('change')]: { attribute: idOf('number'), operation, value, order: 'a0' },
        },
      },
      done: 'outcome',
    },
    transitions: { 'start-done': { chance: { base: 0.5 }, when }, 'start-start': 0.5 },
    attributes: { number: { type: 'number', default: first } },
  });
const number = { ...attribute('number'), test: 'number' } as const;

describe('a number that every visit changes', () => {
  test.each<[string, Parameters<typeof countMap>, number]>([
    ['rises', ['add', 1, 0, { ...number, operator: 'at-least', value: 3 }], 3],
    ['rises beyond', ['add', 2, 0, { ...number, operator: 'more', value: 3 }], 2],
    ['falls', ['add', -1, 5, { ...number, operator: 'less', value: 3 }], 3],
    ['falls to', ['add', -1, 5, { ...number, operator: 'at-most', value: 3 }], 2],
    ['is multiplied', ['multiply', 2, 1, { ...number, operator: 'more', value: 4 }], 3],
  ])('is followed as far as its rule can tell: it %s', (_, parts, visits) => {
    const { total, states } = solveExact(countMap(...parts), endless);
    // Half drop off at each visit before that; whoever comes so far is done at last.
    expect(total.outcomes[idOf('done')]).toBeCloseTo(0.5 ** (visits - 1), 12);
    // Beyond the limit all numbers are one: another may have passed the limit itself.
    expect(states).toBeGreaterThan(visits);
    expect(states).toBeLessThanOrEqual(visits + 2);
  });
});
