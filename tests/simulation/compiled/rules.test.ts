import { expect, test } from 'vitest';
import { Scenario } from '../../../src/map/schema';
import { setUp } from '../../../src/simulation/setup/setUp';
import { walkBoth } from '../support/bothEngines';
import { loopMap } from '../support/loopMap';
import { CALENDAR_RULES, LOOP_RULES, MOVING_RULES } from '../support/loopRules';

const CUSTOMERS = 30;

test.each([...LOOP_RULES, ...CALENDAR_RULES, ...MOVING_RULES])(
  'both engines let the same customers through where the rule reads %s',
  (_, rule) => {
    const scenario = Scenario.parse({
      horizon: 60,
      arrivals: { kind: 'list', days: [0, 2.5, 40] },
    });
    const setup = setUp(loopMap(rule), scenario, { customers: CUSTOMERS, maxSteps: 12 });
    expect(walkBoth(setup)).toBeGreaterThan(2 * CUSTOMERS);
  },
);
