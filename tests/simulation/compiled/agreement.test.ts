import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JourneyMap } from '../../../src/map/schema';
import { Scenario } from '../../../src/map/schema';
import { Books, PLAN, REVENUE } from '../../../src/simulation/compiled/books';
import { compileTables } from '../../../src/simulation/compiled/tables';
import { Walker } from '../../../src/simulation/compiled/walker';
import { referenceEngine } from '../../../src/simulation/reference/walk';
import { setUp } from '../../../src/simulation/setup/setUp';
import { journeyMap } from '../../map/arbitraries';
import { runs } from '../../support/runs';

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

const CUSTOMERS = 4;

test('the compiled engine walks every customer of every map exactly as the machine does', () => {
  fc.assert(
    fc.property(journeyMap({ workshop: false }), scenarios, (map, scenario) => {
      const setup = setUp(map, allOn(map, scenario), { customers: CUSTOMERS, maxSteps: 60 });
      const reference = referenceEngine(setup);
      const tables = compileTables(setup);
      const books = new Books(tables);
      const walker = new Walker(tables, books);
      for (let i = 0; i < CUSTOMERS; i += 1) {
        const customer = reference.walk(i);
        const arrived = walker.walk(i);
        expect(arrived).toBe(customer !== null);
        if (!customer) continue;
        const { log, state } = walker;
        const steps = Array.from({ length: log.length }, (_, k) => ({
          clock: log.clocks[k]!,
          touchpoint: tables.touchpointIds[log.spots[k]!],
          transition: log.ways[k]! < 0 ? null : tables.transitionIds[log.ways[k]!],
        }));
        expect(steps).toEqual(customer.steps);
        expect([log.end, log.endClock]).toEqual([customer.end!.kind, customer.clock]);
        expect(log.end === 'drop-off' && log.noRule).toBe(customer.end!.noRule);
        expect(state.personaId).toBe(customer.persona);
        for (const [k, id] of tables.attributeIds.entries()) {
          expect(state.attributes[k]).toEqual(customer.attribute(id));
        }
        for (const [k, { id }] of tables.campaigns.entries()) {
          expect(state.contacts[k]).toBe(customer.contacts(id));
          expect(state.targeted[k] === 1).toBe(customer.campaigns.get(id)?.targeted ?? false);
        }
        const { acquisition, service, retention, campaign } = customer.cost;
        const money = [acquisition, service, retention, campaign, customer.booked];
        money.forEach((amount, kind) => expect(books.sums[kind]).toBeCloseTo(amount, 6));
        expect(books.sums[REVENUE]).toBeCloseTo(customer.booked, 6);
        expect(books.sums[PLAN]).toBeCloseTo(customer.planRevenue, 6);
      }
    }),
    { numRuns: runs(100, 50_000) },
  );
}, 600_000);
