import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { JourneyMap, Scenario } from '../../src/map/schema';
import { parseMap } from '../../src/map/text';
import {
  compileTables,
  eachWalk,
  setUp,
  simulate,
  simulateTally,
  summarise,
} from '../../src/simulation';
import { journeyMap } from '../map/arbitraries';
import { runs } from '../support/runs';

vi.setConfig({ testTimeout: runs(60_000, 1_800_000) });

const coachingLive = parseMap(readFileSync('src/samples/coachinglive.journey.json')).map!;
const allOn = Scenario.parse({
  horizon: 500,
  campaigns: Object.fromEntries(Object.keys(coachingLive.campaigns).map((id) => [id, true])),
});

/** The same value with the keys of every object in another order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, shuffled(each)]);
  return Object.fromEntries(entries.reverse());
}

/** Every id of the map by another, consistently, rules and keys included. */
function relabelled(map: JourneyMap, rename: (id: string) => string): JourneyMap {
  const ids = new Set(
    Object.values(map).flatMap((table) =>
      typeof table === 'object' && !Array.isArray(table)
        ? Object.keys(table).filter((key) => /^[\w-]{12,24}$/.test(key))
        : [],
    ),
  );
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return ids.has(value) ? rename(value) : value;
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [ids.has(key) ? rename(key) : key, walk(each)]),
    );
  };
  return JourneyMap.parse(walk(map));
}

test('the order in which a file lists its records changes no bit', async () => {
  const scenario = { ...allOn, customers: 200 };
  const one = await simulate(coachingLive, scenario);
  const two = await simulate(
    JourneyMap.parse(shuffled(coachingLive)),
    Scenario.parse(shuffled(scenario)),
  );
  expect(two).toEqual(one);
  await fc.assert(
    fc.asyncProperty(journeyMap({ workshop: false }), async (map) => {
      const options = { customers: 15, maxSteps: 60 };
      expect(await simulate(JourneyMap.parse(shuffled(map)), null, options)).toEqual(
        await simulate(map, null, options),
      );
    }),
    { numRuns: runs(15, 1_000) },
  );
});

test('other ids mean other luck and the same map: results agree within their intervals', async () => {
  // The order of names decides ties, so names keep theirs.
  const renamed = relabelled(coachingLive, (id) => `${id.slice(0, -2)}zz`);
  const customers = runs(2_000, 50_000);
  const one = await simulate(coachingLive, { ...allOn, customers });
  const two = await simulate(renamed, { ...allOn, customers, campaigns: relabelledCampaigns() });
  expect(two.walks).not.toEqual(one.walks);
  const width = ([low, high]: readonly [number, number]) => (high - low) / 2;
  const pairs = Object.entries(one.touchpoints).map(([id, { reachedShare }]) => {
    const other = two.touchpoints[`${id.slice(0, -2)}zz`]!.reachedShare;
    return [reachedShare, other] as const;
  });
  expect(pairs.length).toBeGreaterThan(20);
  for (const [a, b] of pairs) {
    // Two independent estimates: 1.96 standard errors are half an interval, and 5 are allowed.
    const error = Math.hypot(width(a.interval!), width(b.interval!)) / 1.96;
    expect(Math.abs(a.value - b.value)).toBeLessThan(5 * error + 1e-9);
  }

  function relabelledCampaigns() {
    return Object.fromEntries(
      Object.keys(allOn.campaigns).map((id) => [`${id.slice(0, -2)}zz`, true]),
    );
  }
});

test('a campaign without lift changes nothing but its cost', async () => {
  await fc.assert(
    fc.asyncProperty(journeyMap({ workshop: false, campaigns: 1, rules: false }), async (map) => {
      for (const campaign of Object.values(map.campaigns)) campaign.effects = {};
      const options = { customers: 20, maxSteps: 60 };
      const ids = Object.keys(map.campaigns);
      const acting = (on: boolean) =>
        Scenario.parse({ campaigns: Object.fromEntries(ids.map((id) => [id, on])) });
      const off = await simulate(map, acting(false), options);
      const on = await simulate(map, acting(true), options);
      expect(on.walks).toEqual(off.walks);
      expect(on.total.money.revenue).toBe(off.total.money.revenue);
      const { campaign, ...costs } = on.total.money.cost;
      expect({ ...costs, campaign: 0 }).toEqual(off.total.money.cost);
      const contacts = Object.entries(on.campaigns).map(
        ([id, each]) => each.contacts * map.campaigns[id]!.cost.perContact,
      );
      expect(campaign).toBeCloseTo(
        contacts.reduce((sum, each) => sum + each, 0),
        6,
      );
    }),
    { numRuns: runs(15, 1_000) },
  );
});

test('a segment is read again whenever its answer may have changed', async () => {
  await fc.assert(
    fc.asyncProperty(journeyMap({ workshop: false }), async (map) => {
      // The clock is read with every one of these, so they are read anew each time.
      const never = {
        kind: 'days' as const,
        not: false,
        operator: 'less' as const,
        value: -1,
        to: 0,
      };
      const anew = structuredClone(map);
      for (const segment of Object.values(anew.segments)) {
        segment.rule = { kind: 'group', not: false, match: 'any', rules: [segment.rule, never] };
      }
      const options = { customers: 20, maxSteps: 60 };
      const [one, two] = [await simulate(map, null, options), await simulate(anew, null, options)];
      expect(two).toEqual(one);
    }),
    { numRuns: runs(60, 5_000, 20) },
  );
});

test('parts nobody can reach can be taken away without changing a walk', async () => {
  await fc.assert(
    fc.asyncProperty(journeyMap({ workshop: false }), async (map) => {
      const island = { isleisleisle: {}, shoreshoreshore: { kind: 'outcome' as const } };
      const more = JourneyMap.parse({
        ...map,
        touchpoints: { ...map.touchpoints, ...island },
        transitions: {
          ...map.transitions,
          bridgebridge: { from: 'isleisleisle', to: 'shoreshoreshore', chance: { base: 1 } },
          backbackback: { from: 'isleisleisle', to: Object.keys(map.touchpoints)[0]! },
        },
      });
      const options = { customers: 15, maxSteps: 60 };
      const [one, two] = [await simulate(map, null, options), await simulate(more, null, options)];
      expect([...eachWalk(two.walks)]).toEqual([...eachWalk(one.walks)]);
      expect(two.total.money).toEqual(one.total.money);
      expect(two.total.ends).toEqual(one.total.ends);
    }),
    { numRuns: runs(15, 1_000) },
  );
});

test('many ranges in any order are the run', async () => {
  const customers = 400;
  const options = { customers };
  const tables = compileTables(setUp(coachingLive, allOn, options));
  const whole = summarise(tables, await simulateTally(coachingLive, allOn, options));
  const cuts = [0, 1, 7, 50, 51, 200, 399, 400];
  const parts = await Promise.all(
    cuts
      .slice(1)
      .map((to, k) => simulateTally(coachingLive, allOn, { ...options, from: cuts[k]!, to })),
  );
  // From the middle outwards, on either side in turn.
  let merged = parts[3]!;
  for (const k of [2, 4, 1, 5, 0, 6]) merged = merged.merge(parts[k]!);
  expect(JSON.stringify(summarise(tables, merged))).toBe(JSON.stringify(whole));
});
