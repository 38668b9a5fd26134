import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { JourneyMap, Scenario } from '../../src/map/schema';
import {
  compileTables,
  difference,
  eachWalk,
  Pool,
  RunFailed,
  setUp,
  simulate,
  simulateTally,
  startWalk,
  summarise,
} from '../../src/simulation';
import type { Headline } from '../../src/simulation/results';
import { serve } from '../../src/simulation/worker/serve';
import { journeyMap } from '../map/arbitraries';
import { sometimesShared } from '../map/sharedIds';
import { runs } from '../support/runs';
import { threadWorker } from '../support/threadWorker';

vi.setConfig({ testTimeout: 60_000 });

const coachingLive = JourneyMap.parse(
  JSON.parse(readFileSync('src/samples/coachinglive.journey.json', 'utf8')),
);
const campaigns = Object.fromEntries(Object.keys(coachingLive.campaigns).map((id) => [id, true]));
const everything = Scenario.parse({
  campaigns,
  horizon: 500,
  arrivals: { kind: 'steady', days: 90 },
});

const fail = () => {
  throw new Error('those who arrive first are no sample of all');
};

/** A worker on this thread that walks, unless it is hindered. */
const channel = (sabotage?: (port: MessagePort) => boolean) =>
  threadWorker((port) => {
    if (!sabotage?.(port)) serve(port);
  });

test('stage conversion is reported by persona and segment: whole customers, who add up', async () => {
  const run = await simulate(coachingLive, everything, { customers: 600, intervals: false });
  const advanced = ({ stages }: typeof run.total, id: string) =>
    stages[id]!.customers * stages[id]!.conversion.value;
  for (const [id, { customers, conversion }] of Object.entries(run.stages)) {
    expect(run.total.stages[id]!.conversion).toEqual(conversion);
    const personas = Object.values(run.personas).map((group) => advanced(group, id));
    const sum = personas.reduce((total, each) => total + each, 0);
    expect(sum).toBeCloseTo(customers * conversion.value, 6);
    for (const each of personas) expect(each).toBeCloseTo(Math.round(each), 9);
  }
  const first = Object.keys(run.stages)[0]!;
  const shares = Object.values(run.personas).map(({ stages }) => stages[first]!.conversion.value);
  expect(new Set(shares).size).toBeGreaterThan(1);
  // Everybody is in a segment or out of it: what is in it is a part of the whole.
  for (const group of Object.values(run.segments)) {
    for (const id of Object.keys(run.stages)) {
      if (group.customers === 0 || group.stages[id]!.customers === 0) continue;
      expect(advanced(group, id)).toBeLessThanOrEqual(advanced(run.total, id) + 1e-9);
    }
  }
});

describe('a run is the same bit for bit', () => {
  test('however it is split and merged, on any map', async () => {
    await fc.assert(
      fc.asyncProperty(
        sometimesShared(journeyMap()),
        fc.integer({ min: 1, max: 59 }),
        async (map, cut) => {
          const options = { customers: 60, maxSteps: 200 };
          const tables = compileTables(setUp(map, null, options));
          const whole = await simulateTally(map, null, options);
          const left = await simulateTally(map, null, { ...options, to: cut });
          const right = await simulateTally(map, null, { ...options, from: cut });
          const one = JSON.stringify(summarise(tables, whole));
          expect(JSON.stringify(summarise(tables, left.merge(right)))).toBe(one);
        },
      ),
      { numRuns: runs(25, 2_000, 8) },
    );
  });

  test('on 1, 2 and 8 workers', async () => {
    const options = { customers: 2_500, seed: 3 };
    const expected = JSON.stringify(await simulate(coachingLive, everything, options));
    for (const workers of [1, 2, 8]) {
      const pool = new Pool({ spawn: () => channel(), workers });
      const run = await simulate(coachingLive, everything, { ...options, pool });
      expect(JSON.stringify(run)).toBe(expected);
    }
  });
});

describe('the pool', () => {
  test('stops at once when it is aborted, and tells how far it is', async () => {
    const stop = new AbortController();
    const pool = new Pool({ spawn: () => channel(), workers: 2 });
    const shares: number[] = [];
    const run = simulate(coachingLive, everything, {
      customers: 200_000,
      pool,
      signal: stop.signal,
      onProgress: (share) => {
        shares.push(share);
        stop.abort(new Error('enough'));
      },
    });
    await expect(run).rejects.toThrow('enough');
    expect(shares[0]).toBeCloseTo(0.025, 6);
  });

  test('ends with what has been walked when that is enough, and says that it is a part', async () => {
    const enough = new AbortController();
    const pool = new Pool({ spawn: () => channel(), workers: 1 });
    const run = await simulate(coachingLive, null, {
      customers: 8_000,
      pool,
      enough: enough.signal,
      onProgress: () => {
        enough.abort();
      },
    });
    expect(run.customers).toEqual({ from: 0, to: 2_000, of: 8_000 });
    expect(run.total.customers).toBe(2_000);
    expect(run.notes.map(({ code }) => code)).toContain('partial');
    const same = await simulate(coachingLive, null, { customers: 8_000, to: 2_000 });
    expect(JSON.stringify(run)).toBe(JSON.stringify(same));
  });

  test('says on the way what the whole run will say of those who have walked', async () => {
    const pool = new Pool({ spawn: () => channel(), workers: 1 });
    const told: Headline[] = [];
    const onHeadline = (soFar: Headline) => told.push(soFar);
    await simulate(coachingLive, null, { customers: 6_000, pool, onHeadline });
    const [first] = told;
    const same = await simulate(coachingLive, null, { customers: 6_000, to: first!.customers });
    expect(first!.total.money.discountedPerCustomer).toEqual(
      same.total.money.discountedPerCustomer,
    );
    expect(first!.campaignFixedCost).toBe(same.campaignFixedCost);
    await simulate(coachingLive, everything, { customers: 3_000, pool, onHeadline: fail });
  });

  test('keeps its workers for the next run where it is asked to, and makes new ones of those that were ended', async () => {
    let made = 0;
    const spawn = () => {
      made += 1;
      return channel();
    };
    const pool = new Pool({ spawn, workers: 2, keeps: true });
    pool.warm();
    pool.warm();
    expect(made).toBe(2);
    const options = { customers: 2_000, seed: 4 };
    const one = await simulate(coachingLive, null, { ...options, pool });
    const two = await simulate(coachingLive, null, { ...options, pool });
    const other = await simulate(coachingLive, everything, { ...options, pool });
    expect(made).toBe(2);
    expect(two).toEqual(one);
    expect(other).toEqual(await simulate(coachingLive, everything, options));
  });

  test('tries a broken piece once more in a fresh worker', async () => {
    let made = 0;
    const spawn = () => channel(() => (made += 1) === 1);
    const pool = new Pool({ spawn, workers: 1, patience: 1_000 });
    const options = { customers: 300 };
    const run = await simulate(coachingLive, null, { ...options, pool });
    expect(made).toBe(2);
    expect(run).toEqual(await simulate(coachingLive, null, options));
  });

  test('gives up after that, and keeps what was walked without a gap', async () => {
    let made = 0;
    const spawn = () => channel(() => (made += 1) > 0);
    const pool = new Pool({ spawn, workers: 1, patience: 50 });
    const failure = await simulate(coachingLive, null, { customers: 300, pool }).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(RunFailed);
    expect((failure as RunFailed).tally).toBeNull();
    expect(made).toBe(2);
  });
});

describe('results add up', () => {
  test('on every map', async () => {
    await fc.assert(
      fc.asyncProperty(sometimesShared(journeyMap()), async (map) => {
        const run = await simulate(map, null, { customers: 50, maxSteps: 300 });
        const { total } = run;
        const { outcome, dropOff, inJourney, cutOff } = total.ends;
        expect(outcome.value + dropOff.value + inJourney.value + cutOff.value).toBeCloseTo(1, 9);
        let entries = 0;
        for (const { count } of Object.values(run.transitions)) entries += count;
        const visits = Object.values(run.touchpoints).reduce((sum, each) => sum + each.entries, 0);
        // Every entry is an arrival or a transition taken.
        expect(visits).toBe(entries + total.customers);
        const drops = Object.values(total.touchpoints).reduce((sum, t) => sum + t.dropOffs, 0);
        expect(drops).toBe(Math.round(dropOff.value * total.customers));
        const personas = Object.values(run.personas).reduce((sum, each) => sum + each.customers, 0);
        if (Object.keys(map.personas).length > 0) expect(personas).toBe(total.customers);
        const { periods } = run.series;
        const booked = periods.reduce(
          (sum, { revenue, planRevenue }) => sum + revenue + planRevenue,
          0,
        );
        const all = total.money.revenue + total.money.planRevenue;
        expect(Math.abs(booked - all)).toBeLessThan(1e-6 * Math.max(1, Math.abs(all)));
        const last = periods.at(-1)!;
        expect(last.active).toBe(Math.round(inJourney.value * total.customers));
        expect(JSON.stringify(run)).not.toMatch(/NaN|null,null/);
        expect(run.attribution.rate).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: runs(25, 2_000, 8) },
    );
  });

  test('the fitted chain of the attribution converts as often as the run did', async () => {
    const run = await simulate(coachingLive, everything, { customers: 2_000 });
    expect(run.attribution.rate).toBeCloseTo(run.total.milestones.acquired.share.value, 9);
    const credit = Object.values(run.attribution.touchpoints).reduce(
      (s, t) => s + t.credit.value,
      0,
    );
    expect(credit).toBeCloseTo(1, 9);
  });
});

describe('common random numbers', () => {
  test('make the difference of two scenarios far more certain than the runs are', async () => {
    const options = { customers: 4_000, seed: 5 };
    const off = await simulate(coachingLive, Scenario.parse({}), options);
    const on = await simulate(coachingLive, Scenario.parse({ campaigns }), options);
    const acquired = (sum: (name: string) => number, customers: number) =>
      sum('milestone:acquired') / customers;
    const paired = difference(off, on, acquired);
    const unpaired = difference({ ...off, seed: 6 }, on, acquired);
    const width = ({ interval }: typeof paired) => interval![1] - interval![0];
    expect(paired.value).toBeGreaterThan(0);
    expect(width(paired)).toBeLessThan(0.7 * width(unpaired));
    // Other customers have other luck, with the same seed too.
    for (const customers of [
      { ...off.customers, from: 1 },
      { ...off.customers, to: off.customers.to - 1 },
    ]) {
      expect(difference({ ...off, customers }, on, acquired)).toEqual(unpaired);
    }
  });

  test('a touchpoint added elsewhere changes nobody’s walk', async () => {
    const id = 'newtouchpoint';
    const more = JourneyMap.parse({
      ...coachingLive,
      touchpoints: { ...coachingLive.touchpoints, [id]: { name: 'Elsewhere' } },
    });
    const options = { customers: 500 };
    const before = await simulate(coachingLive, null, options);
    const after = await simulate(more, null, options);
    expect([...eachWalk(after.walks)]).toEqual([...eachWalk(before.walks)]);
  });
});

describe('walking by hand', () => {
  test('stepping as drawn is the very walk of the run', async () => {
    const { walks } = await simulate(coachingLive, everything, { customers: 12 });
    for (const expected of eachWalk(walks)) {
      const walk = startWalk(coachingLive, everything, {
        customer: expected.customer,
        customers: 12,
      });
      while (!walk.state.end) walk.step();
      expect(walk.state.log.map(({ touchpoint }) => touchpoint)).toEqual(
        expected.steps.map(({ touchpoint }) => touchpoint),
      );
      expect(walk.state.end).toEqual({
        kind: expected.end.kind,
        touchpoint: expected.end.touchpoint,
      });
    }
  });

  test('a transition is forced by hand, and its reasons are reported', () => {
    const [persona] = Object.keys(coachingLive.personas);
    const walk = startWalk(coachingLive, null, { forced: { persona: persona! } });
    const { possible, persona: who } = walk.state;
    expect(who).toBe(persona);
    const transition = possible.find(({ isOpen }) => isOpen)!;
    const after = walk.choose(transition.transition);
    expect(after.log[0]).toMatchObject({ chosen: transition.transition, byHand: true });
    expect(after.touchpoint).toBe(coachingLive.transitions[transition.transition]!.to);
    expect(walk.choose(null).end).toMatchObject({ kind: 'drop-off' });
  });
});

test('a map nobody can enter and a scenario nobody knows are refused by name', async () => {
  const empty = JourneyMap.parse({ format: 'journey-map', version: 1, id: 'mapmapmapmap' });
  await expect(simulate(empty)).rejects.toMatchObject({ code: 'no-entry' });
  await expect(simulate(coachingLive, 'nosuchscenario')).rejects.toMatchObject({
    code: 'unknown-scenario',
  });
});
