import assert from 'node:assert/strict';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JourneyMap } from '../../../src/map/schema';
import { Scenario } from '../../../src/map/schema';
import { Accounts } from '../../../src/simulation/compiled/engine/accounts';
import { compileTables } from '../../../src/simulation/compiled/tables/tables';
import { CompiledEngine } from '../../../src/simulation/compiled/engine/engine';
import { referenceEngine } from '../../../src/simulation/reference/engine';
import { setUp } from '../../../src/simulation/setup/setUp';
import { journeyMap } from '../../map/arbitraries';
import { deep, runs } from '../../support/runs';

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
const MAPS = runs(250, 50_000, 200);

/** Walks a few customers of a map with both engines and compares all there is to compare. */
function agree(map: JourneyMap, scenario: Scenario): number {
  const setup = setUp(map, allOn(map, scenario), { customers: CUSTOMERS, maxSteps: 40 });
  const reference = referenceEngine(setup);
  const tables = compileTables(setup);
  const accounts = new Accounts(tables);
  const engine = new CompiledEngine(tables, accounts);
  let steps = 0;
  for (let i = 0; i < CUSTOMERS; i += 1) {
    const emotions: number[] = [];
    const customer = reference.walk(i, (event) => {
      if (event.kind === 'emotion') emotions.push(event.value);
    });
    const arrived = engine.walk(i);
    assert.equal(arrived, customer !== null);
    if (!customer) continue;
    const { log, state } = engine;
    steps += log.length;
    const walked = Array.from({ length: log.length }, (_, k) => ({
      clock: log.clocks[k]!,
      touchpoint: tables.touchpointIds[log.touchpoints[k]!],
      transition: log.transitions[k]! < 0 ? null : tables.transitionIds[log.transitions[k]!],
    }));
    assert.deepEqual(walked, customer.steps);
    assert.deepEqual([log.end, log.endClock], [customer.end!.kind, customer.clock]);
    assert.equal(log.end === 'drop-off' && log.noRule, customer.end!.noRule);
    assert.deepEqual([...log.emotions.slice(0, log.length)].filter(Number.isFinite), emotions);
    assert.equal(state.personaId, customer.persona);
    tables.attributeIds.forEach((id, k) =>
      assert.deepEqual(state.attributes[k], customer.attribute(id)),
    );
    tables.campaigns.forEach(({ id }, k) => {
      assert.equal(state.contacts[k], customer.contacts(id));
      assert.equal(state.targeted[k] === 1, customer.campaigns.get(id)?.targeted ?? false);
    });
    const { acquisition, service, retention, campaign } = customer.cost;
    const money = [
      acquisition,
      service,
      retention,
      campaign,
      customer.booked,
      customer.planRevenue,
    ];
    money.forEach((amount, kind) => {
      assert.ok(Math.abs(accounts.sums[kind]! - amount) < 1e-6, `money ${String(kind)}`);
    });
    assert.ok(Math.abs(state.revenue - customer.revenue) < 1e-6);
  }
  return steps;
}

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
