import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { inOrder, isLost } from '../../../src/map/records';
import { JourneyMap, Scenario } from '../../../src/map/schema';
import {
  chainOfPaths,
  type Credit,
  referenceEngine,
  type Removal,
  removalEffects,
  setUp,
  type SetupOptions,
  simulate,
  type TimeEstimates,
} from '../../../src/simulation';
import { keyOfId } from '../../../src/simulation/chance/draws';
import { pickTransition } from '../../../src/simulation/reference/chances';
import type { Customer } from '../../../src/simulation/reference/customer';
import { drawEntry } from '../../../src/simulation/reference/engine';
import { journeyMap } from '../../map/arbitraries';
import { runs } from '../../support/runs';
import { chainMap, idOf } from '../support/chain';

vi.setConfig({ testTimeout: runs(60_000, 600_000) });

/** The numbers of a run, counted by hand over the walks of the reference engine. */

const coachingLive = JourneyMap.parse(
  JSON.parse(readFileSync('src/samples/coachinglive.journey.json', 'utf8')),
);
const idNamed = (name: string) =>
  Object.keys(coachingLive.touchpoints).find((id) => coachingLive.touchpoints[id]!.name === name)!;
const [trial, light] = [idNamed('30-day trial starts'), idNamed('Light: first paid month')];
const spans = {
  toPaying____: { from: trial, to: light, period: null },
  inAMonth____: { from: trial, to: light, period: 31 },
  toTrial_____: { from: null, to: trial, period: null },
  toTheEnd____: { from: trial, to: null, period: null },
};
const sample = JourneyMap.parse({
  ...coachingLive,
  kpis: Object.fromEntries(
    Object.entries(spans).map(([id, params]) => [
      id,
      { metric: { kind: 'catalogue', id: 'nps' }, params },
    ]),
  ),
});

interface Walked {
  readonly customer: Customer;
  readonly feelings: readonly { touchpoint: string; value: number }[];
  readonly contacts: readonly { campaign: string; entry: number }[];
}

/** Walks everybody of a run by the machine, one by one, and keeps what they met. */
function walksOf(map: JourneyMap, scenario: Scenario | null, options: SetupOptions): Walked[] {
  const setup = setUp(map, scenario, options);
  const engine = referenceEngine(setup);
  const { horizon } = setup.settings;
  return Array.from({ length: setup.scenario.customers }, (_, index): Walked[] => {
    const feelings: { touchpoint: string; value: number }[] = [];
    const contacts: { campaign: string; entry: number }[] = [];
    const walk = engine.begin(index, {}, (event) => {
      const { steps } = customer;
      if (event.kind === 'emotion') {
        feelings.push({ touchpoint: steps.at(-1)!.touchpoint, value: event.value });
      }
      if (event.kind === 'contact' && event.acted) {
        contacts.push({ campaign: event.campaign, entry: steps.length - 1 });
      }
    });
    const { customer } = walk;
    if (horizon !== null && customer.arrival > horizon) return [];
    walk.arrive(drawEntry(customer));
    for (let at = walk.touchpoint(); at !== null; at = walk.touchpoint()) {
      customer.draws.visit(index, keyOfId(at), customer.visits(at, 'journey'));
      const u = customer.draws.choice();
      const chosen = pickTransition(walk.chances(at), u);
      if (chosen === null) walk.leave(at);
      else walk.take(chosen);
    }
    return [{ customer, feelings, contacts }];
  }).flat();
}

/** Every entry with when it was left and how: the last by the end of the walk. */
function visitsOf({ customer: { steps, end, clock } }: Walked) {
  return steps.map(({ touchpoint, transition, clock: from }, k) => {
    const isLast = k === steps.length - 1;
    const isLeft = !isLast || end!.kind === 'drop-off';
    return { touchpoint, transition, days: (steps[k + 1]?.clock ?? clock) - from, isLast, isLeft };
  });
}

const total = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0);
const mean = (values: readonly number[]) => total(values) / Math.max(1, values.length);
const near = (actual: number, expected: number, what: string) => {
  const allowed = 1e-6 * Math.max(1, Math.abs(expected));
  expect(Math.abs(actual - expected), `${what}: ${actual}, not ${expected}`).toBeLessThan(allowed);
};

/** A bin is an eighth of an octave: a quantile is as near to the sorted times as that. */
function sameTimes(actual: TimeEstimates, times: readonly number[], what: string): void {
  expect(actual.count, what).toBe(times.length);
  near(actual.mean.value, mean(times), `mean of ${what}`);
  const sorted = [...times].sort((a, b) => a - b);
  for (const [share, { value }] of [
    [0.5, actual.median],
    [0.9, actual.p90],
  ] as const) {
    const exact = sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
    if (exact < 1 / 4096) expect(value, what).toBe(0);
    else {
      expect(value / exact, `${share} of ${what}`).toBeGreaterThan(8 / 9 - 1e-9);
      expect(value / exact, `${share} of ${what}`).toBeLessThan(9 / 8 + 1e-9);
    }
  }
}

function sameCredit(actual: Readonly<Record<string, Credit>>, ids: string[], expected: Removal) {
  ids.forEach((id, k) => {
    near(actual[id]!.removal.value, expected.removal[k]!, `removal of ${id}`);
    near(actual[id]!.credit.value, expected.credit[k]!, `credit of ${id}`);
  });
}

/** A walk up to its conversion: the first milestone `acquired`, or a success where there is none. */
function conversionOf(map: JourneyMap, { customer: { steps, end } }: Walked): number {
  const hasGoal = Object.values(map.touchpoints).some(({ milestone }) => milestone === 'acquired');
  if (hasGoal) {
    return steps.findIndex(
      ({ touchpoint }) => map.touchpoints[touchpoint]!.milestone === 'acquired',
    );
  }
  const isSuccess = end!.kind === 'outcome' && map.touchpoints[end!.touchpoint!]!.outcome;
  return isSuccess === 'success' ? steps.length - 1 : -1;
}

async function recount(map: JourneyMap, scenario: Scenario | null, options: SetupOptions) {
  const run = await simulate(map, scenario, { ...options, intervals: false });
  const walks = walksOf(map, scenario, options);
  const visits = walks.flatMap(visitsOf);
  expect(run.total.customers).toBe(walks.length);

  const feelings = walks.flatMap((walk) => walk.feelings);
  for (const [id, told] of Object.entries(run.touchpoints)) {
    const here = visits.filter(({ touchpoint }) => touchpoint === id);
    const left = here.filter(({ isLeft }) => isLeft);
    const endedHere = walks.filter(({ customer }) => customer.steps.at(-1)!.touchpoint === id);
    const ended = (kind: string) => endedHere.filter(({ customer: { end } }) => end!.kind === kind);
    const drops = ended('drop-off');
    const has = ({ customer }: Walked) => customer.steps.some((step) => step.touchpoint === id);
    expect(told, id).toMatchObject({
      entries: here.length,
      arrivals: walks.filter(({ customer }) => customer.steps[0]!.touchpoint === id).length,
      reached: walks.filter(has).length,
      dropOffs: drops.length,
      noRule: drops.filter(({ customer }) => customer.end!.noRule).length,
      waiting: ended('in-journey').length,
    });
    near(told.dropOffShare.value, drops.length / Math.max(1, left.length), `drop-off of ${id}`);
    near(told.days, total(here.map(({ days }) => days)), `days at ${id}`);
    sameTimes(
      told.dwell,
      left.map(({ days }) => days),
      `time at ${id}`,
    );
    const felt = feelings.filter(({ touchpoint }) => touchpoint === id);
    if (felt.length === 0) expect(told.emotion).toBeNull();
    else near(told.emotion!.value, mean(felt.map(({ value }) => value)), `emotion at ${id}`);
  }

  for (const [id, told] of Object.entries(run.transitions)) {
    const count = visits.filter(({ transition }) => transition === id).length;
    const { from } = map.transitions[id]!;
    const left = visits.filter(({ touchpoint, isLeft }) => touchpoint === from && isLeft).length;
    expect(told.count, id).toBe(count);
    near(told.share.value, count / Math.max(1, left), `share of ${id}`);
  }

  const stages = inOrder(map.stages).map(([id]) => id);
  const stageOf = (touchpoint: string) => stages.indexOf(map.touchpoints[touchpoint]!.stage ?? '');
  for (const [place, id] of stages.entries()) {
    const told = run.stages[id]!;
    const came = walks.filter((walk) =>
      visitsOf(walk).some((v) => stageOf(v.touchpoint) === place),
    );
    const wentOn = came.filter(({ customer: { steps } }) => {
      const first = steps.findIndex(({ touchpoint }) => stageOf(touchpoint) === place);
      const after = steps.slice(first + 1).map(({ touchpoint }) => touchpoint);
      const lost = after.findIndex((touchpoint) => isLost(map.touchpoints[touchpoint]!));
      return after.slice(0, lost < 0 ? undefined : lost).some((at) => stageOf(at) > place);
    });
    const times = came
      .filter(({ customer: { steps, end } }) => {
        const isCut = end!.kind === 'in-journey' || end!.kind === 'cut-off';
        return !(isCut && stageOf(steps.at(-1)!.touchpoint) === place);
      })
      .map((walk) =>
        total(visitsOf(walk).map((v) => (stageOf(v.touchpoint) === place ? v.days : 0))),
      );
    expect(told.customers, id).toBe(came.length);
    near(told.conversion.value, wentOn.length / Math.max(1, came.length), `conversion of ${id}`);
    expect(told.dropOffs).toBe(
      walks.filter(({ customer: { end } }) => {
        return end!.kind === 'drop-off' && stageOf(end!.touchpoint!) === place;
      }).length,
    );
    sameTimes(told.time, times, `time in ${id}`);
  }

  const paths = new Map<string, number>();
  for (const { customer } of walks) {
    const touchpoints = customer.steps.map(({ touchpoint }) => touchpoint);
    const path = [customer.end!.kind, touchpoints.length > 40, ...touchpoints.slice(0, 40)].join();
    paths.set(path, (paths.get(path) ?? 0) + 1);
  }
  expect(run.paths).toMatchObject({ counted: walks.length, distinct: paths.size });
  for (const { touchpoints, cut, end, count } of run.paths.top) {
    expect(count).toBe(paths.get([end, cut, ...touchpoints].join()));
  }
  const counts = [...paths.values()].sort((a, b) => b - a).slice(0, 100);
  expect(run.paths.top.map(({ count }) => count)).toEqual(counts);

  const ids = Object.keys(run.touchpoints);
  const credited = walks.map((walk) => {
    const at = conversionOf(map, walk);
    const { steps } = walk.customer;
    const channels = (at < 0 ? steps : steps.slice(0, at + 1)).map(({ touchpoint }) => touchpoint);
    return { channels, converted: at >= 0 };
  });
  sameCredit(run.attribution.touchpoints, ids, removalEffects(chainOfPaths(ids, credited)));
  const campaigns = Object.keys(run.campaigns);
  const contacted = walks.map((walk) => {
    const at = conversionOf(map, walk);
    const counted = walk.contacts.filter(({ entry }) => at < 0 || entry <= at);
    return { channels: counted.map(({ campaign }) => campaign), converted: at >= 0 };
  });
  const contactChain = chainOfPaths(campaigns, contacted);
  sameCredit(run.attribution.campaigns, campaigns, removalEffects(contactChain));

  for (const [id, { arms }] of Object.entries(run.campaigns)) {
    const { control } = arms;
    for (const { lift, outcomes: reached, targeted } of Object.values(arms)) {
      if (!lift || targeted === 0 || control!.targeted === 0) continue;
      for (const [outcome, count] of Object.entries(reached)) {
        const byItself = control!.outcomes[outcome]! / control!.targeted;
        near(lift.outcomes[outcome]!.value, count / targeted - byItself, `lift of ${outcome}`);
      }
    }
    for (const [arm, told] of Object.entries(arms)) {
      const drawn = walks.filter(({ customer }) => customer.arm(id) === arm);
      const targeted = drawn.filter(({ customer }) => customer.campaigns.get(id)?.targeted);
      const outcomes = targeted.map(({ customer: { end } }) =>
        end!.kind === 'outcome' ? end!.touchpoint : null,
      );
      expect(told, `${id} ${arm}`).toMatchObject({
        customers: drawn.length,
        targeted: targeted.length,
        contacted: drawn.filter(({ customer }) => customer.contacts(id) > 0).length,
        contacts: total(drawn.map(({ customer }) => customer.contacts(id))),
        outcomes: Object.fromEntries(
          Object.keys(told.outcomes).map((outcome) => [
            outcome,
            outcomes.filter((each) => each === outcome).length,
          ]),
        ),
      });
    }
  }

  // Customers are dealt into batches in their order.
  const { customers } = setUp(map, scenario, options).scenario;
  const batches = Math.min(40, customers);
  const batchOf = ({ customer: { index } }: Walked) => Math.floor((index * batches) / customers);
  const inBatches = (of: readonly Walked[]) =>
    Array.from({ length: batches }, (_, k) => of.filter((walk) => batchOf(walk) === k).length);
  expect(run.batches.customers).toEqual(inBatches(walks));
  for (const id of ids) {
    const at = ({ customer: { steps } }: Walked) => steps.some((step) => step.touchpoint === id);
    const drops = ({ customer: { end } }: Walked) =>
      end!.kind === 'drop-off' && end!.touchpoint === id;
    expect(run.batches.sums[`reached:${id}`]).toEqual(inBatches(walks.filter(at)));
    expect(run.batches.sums[`dropOffs:${id}`]).toEqual(inBatches(walks.filter(drops)));
  }

  const { periods, cycleDays } = run.series;
  const periodOf = (clock: number) =>
    Math.min(periods.length - 1, Math.floor(clock / cycleDays + 1e-9));
  for (const [k, period] of periods.entries()) {
    const endsIn = (kind: string) =>
      walks.filter(({ customer: { end, clock } }) => end!.kind === kind && periodOf(clock) === k);
    expect(period, `period ${k}`).toMatchObject({
      arrivals: walks.filter(({ customer }) => periodOf(customer.arrival) === k).length,
      outcomes: endsIn('outcome').length,
      dropOffs: endsIn('drop-off').length,
      active: walks.filter(({ customer: { arrival, clock, end } }) => {
        const hasEnded = end!.kind !== 'in-journey' && periodOf(clock) <= k;
        return periodOf(arrival) <= k && !hasEnded;
      }).length,
    });
  }
  return { run, walks };
}

describe('what a run reports is what one counts on its walks', () => {
  const campaigns = Object.fromEntries(Object.keys(sample.campaigns).map((id) => [id, true]));
  const scenario = Scenario.parse({
    campaigns,
    horizon: 500,
    arrivals: { kind: 'steady', days: 90 },
  });

  test('on the sample map, with spans of time from one touchpoint to another', async () => {
    const { run, walks } = await recount(sample, scenario, { customers: 200 });
    for (const [id, { from, to, period }] of Object.entries(spans)) {
      const told = run.spans[id]!;
      const started = walks.filter(({ customer: { steps } }) => {
        return from === null || steps.some(({ touchpoint }) => touchpoint === from);
      });
      const times = started.flatMap(({ customer: { steps, arrival, end } }) => {
        const first = from === null ? -1 : steps.findIndex(({ touchpoint }) => touchpoint === from);
        const last =
          to === null
            ? end!.kind === 'outcome'
              ? steps.at(-1)
              : undefined
            : steps.slice(first + 1).find(({ touchpoint }) => touchpoint === to);
        if (!last) return [];
        const days = last.clock - (steps[first]?.clock ?? arrival);
        return days > (period ?? Infinity) ? [] : [days];
      });
      expect(told, id).toMatchObject({ started: started.length, completed: times.length });
      near(told.share.value, times.length / started.length, `share of ${id}`);
      sameTimes(told.time, times, id);
    }
    expect(run.spans.inAMonth____!.completed).toBeLessThan(run.spans.toPaying____!.completed);
  });

  test('where some enter a touchpoint at the very horizon, and others do not', async () => {
    const map = chainMap(
      ['here', 'there'],
      [
        [0.5, 0.5],
        [0.5, 0.5],
      ],
    );
    map.transitions[idOf('here-there')]!.delay = { family: 'constant', value: 3 };
    const horizon = 10;
    const options = { customers: 200 };
    const { run, walks } = await recount(map, Scenario.parse({ horizon }), options);
    // Who enters there begins nothing: the visit does not count.
    const isLate = ({ clock }: { clock: number }) => clock >= horizon - 1e-6;
    const late = walks.filter(({ customer: { steps } }) => steps.some(isLate));
    expect(late.length).toBeGreaterThan(20);
    expect(late.length).toBeLessThan(180);
    for (const [id, { visits }] of Object.entries(run.touchpoints)) {
      const counted = walks.flatMap(({ customer: { steps } }) =>
        steps.filter((step) => step.touchpoint === id && !isLate(step)),
      );
      expect(visits, id).toBe(counted.length);
    }
  });

  test('on any map', async () => {
    const maps = fc.sample(journeyMap({ workshop: false }), { numRuns: runs(12, 1_000), seed: 3 });
    for (const map of maps) {
      const on = Object.fromEntries(Object.keys(map.campaigns).map((id) => [id, true]));
      const year = Scenario.parse({ campaigns: on, horizon: 365 });
      await recount(map, year, { customers: 25, maxSteps: 60 });
    }
  });
});
