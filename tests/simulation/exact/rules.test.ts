import { describe, expect, test } from 'vitest';
import { Scenario } from '../../../src/map/schema';
import { simulate } from '../../../src/simulation';
import { solveExact, whyNotExact } from '../../../src/simulation/exact';
import { idOf } from '../support/chain';
import { loopMap } from '../support/loopMap';
import { CALENDAR_RULES, LOOP_RULES, MOVING_RULES } from '../support/loopRules';

const CUSTOMERS = 800;

/** A share of so many customers, within five standard errors. */
function isNear(what: string, observed: number, exact: number) {
  const error = Math.sqrt((Math.max(0, exact * (1 - exact)) + 1e-9) / CUSTOMERS);
  expect(Math.abs(observed - exact), `${what}: ${observed} against ${exact}`).toBeLessThan(
    5 * error,
  );
}

describe.each([
  [null, LOOP_RULES],
  [90, [...LOOP_RULES, ...CALENDAR_RULES]],
])('up to a horizon of %s days', (horizon, rules) => {
  const arrivals = { kind: 'list' as const, days: [0, 5] };
  const scenario = Scenario.parse({ horizon, arrivals, customers: CUSTOMERS, seed: 3 });

  test.each(rules)(
    'the exact solver agrees with customers where the rule reads %s',
    async (_, rule) => {
      const map = loopMap(rule);
      const solved = solveExact(map, scenario);
      const run = await simulate(map, scenario, { intervals: false });
      isNear('done', run.outcomes[idOf('done')]!.share.value, solved.total.outcomes[idOf('done')]!);
      isNear('dropped off', run.total.ends.dropOff.value, solved.total.ends.dropOff);
      for (const [id, { customers }] of Object.entries(run.segments)) {
        isNear(`members of ${id}`, customers / CUSTOMERS, solved.memberShare(id)!);
      }
      const { contacted } = run.campaigns[idOf('mail')]!;
      isNear('contacted', contacted / CUSTOMERS, solved.total.contacted[idOf('mail')]!);
      expect(solved.total.visits[idOf('work')]).toBeCloseTo(
        run.touchpoints[idOf('work')]!.visitsPerCustomer.value,
        0,
      );
    },
  );
});

test.each([
  ...CALENDAR_RULES.map(([what, rule]) => [what, rule, null] as const),
  ...MOVING_RULES.map(([what, rule]) => [what, rule, 90] as const),
])(
  'the exact solver refuses what it would have to remember without end: %s',
  (_, rule, horizon) => {
    const scenario = Scenario.parse({ horizon });
    expect(whyNotExact(loopMap(rule), scenario, { maxStates: 200 })?.code).toBe('too-many-states');
  },
);
