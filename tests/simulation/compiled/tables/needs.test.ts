import { expect, test } from 'vitest';
import { type RuleInput, Scenario } from '../../../../src/map/schema';
import { setUp } from '../../../../src/simulation';
import { compileTables } from '../../../../src/simulation/compiled/tables/tables';
import { walkBoth } from '../../support/bothEngines';
import { idOf } from '../../support/chain';
import { smallMap } from '../../support/smallMap';

/** Three in four go round, some through the entry; the rest may leave if the rule allows. */
const roundMap = (when: RuleInput | null) =>
  smallMap({
    touchpoints: { in: 'entry', work: 'touchpoint', done: 'outcome' },
    transitions: {
      'in-work': 1,
      'work-work': 0.5,
      'work-in': 0.25,
      'work-done': { otherwise: true, when },
    },
  });

const visits = { kind: 'visits', touchpoint: idOf('work') } as const;
const taken = { kind: 'taken', transition: idOf('work-work') } as const;
const twice = { operator: 'at-least', value: 2 } as const;

test.each<[string, RuleInput | null, { pass: boolean; taken: boolean }]>([
  ['no rule', null, { pass: false, taken: false }],
  ['visits of the whole journey', { ...visits, ...twice }, { pass: false, taken: false }],
  ['visits since the entry', { ...visits, scope: 'pass', ...twice }, { pass: true, taken: false }],
  ['transitions of the journey', { ...taken, ...twice }, { pass: false, taken: true }],
  [
    'transitions since the entry',
    { ...taken, scope: 'pass', ...twice },
    { pass: true, taken: true },
  ],
])('a run counts what its only rule reads, and customers walk by it: %s', (_, rule, needs) => {
  const setup = setUp(roundMap(rule), Scenario.parse({ horizon: null, customers: 40 }), {
    maxSteps: 30,
  });
  expect(compileTables(setup).needs).toEqual(needs);
  expect(walkBoth(setup)).toBeGreaterThan(100);
});
