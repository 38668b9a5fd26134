import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JourneyMap } from '../../../src/map/schema';
import { Scenario } from '../../../src/map/schema';
import { setUp } from '../../../src/simulation/setup/setUp';
import { journeyMap } from '../../map/arbitraries';
import { deep, runs } from '../../support/runs';
import { walkBoth } from '../support/bothEngines';

const scenarios = fc
  .record({
    horizon: fc.constantFrom(null, 30, 365, 1000),
    arrivals: fc.constantFrom(
      { kind: 'cohort' as const },
      { kind: 'steady' as const, days: 400 },
      { kind: 'list' as const, days: [0, 3.5, 90] },
    ),
    seed: fc.maxSafeNat(),
    counting: fc.constantFrom('start' as const, 'end' as const, 'half' as const),
    startDate: fc.constantFrom('2026-01-01', '2024-02-29', '2027-11-15'),
  })
  .map((input) => Scenario.parse(input));

/** Every campaign acts. */
const allOn = (map: JourneyMap, scenario: Scenario): Scenario => ({
  ...scenario,
  campaigns: Object.fromEntries(Object.keys(map.campaigns).map((id) => [id, true])),
});

const CUSTOMERS = 3;
/** Maps are drawn in pools, which is several times faster than one by one. */
const POOL = 500;
const MAPS = runs(150, 50_000);

/** Walks a few customers of a map with both engines, every campaign on. */
const agree = (map: JourneyMap, scenario: Scenario): number =>
  walkBoth(setUp(map, allOn(map, scenario), { customers: CUSTOMERS, maxSteps: 40 }));

test('the compiled engine walks every customer of every map exactly as the machine does', () => {
  let steps = 0;
  for (let done = 0; done < MAPS; done += POOL) {
    const pool = fc.sample(fc.tuple(journeyMap({ workshop: false }), scenarios), {
      numRuns: Math.min(POOL, MAPS - done),
      ...(deep ? {} : { seed: 20_261_122 + done }),
    });
    pool.forEach(([map, scenario], index) => {
      try {
        steps += agree(map, scenario);
      } catch (error) {
        throw new Error(`map ${String(done + index)}: ${JSON.stringify({ scenario, map })}`, {
          cause: error,
        });
      }
    });
  }
  // A pool of maps nobody walks through would agree on anything.
  expect(steps).toBeGreaterThan(5 * MAPS);
}, 3_600_000);
