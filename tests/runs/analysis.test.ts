import { describe, expect, test, vi } from 'vitest';
import { Scenario } from '../../src/map/schema';
import { simulate } from '../../src/simulation';
import type { Compute } from '../../src/insight/inquiry';
import { createAnalysis } from '../../src/runs/analysis/analysis';
import { withLever } from '../../src/insight/levers/levers';
import { computed } from '../../src/insight/live/computed';
import type { Simulate } from '../../src/insight/simulate';
import type { OpenRun } from '../../src/runs/store/runTypes';
import { coachingLive } from './coachinglive';

const map = coachingLive();
const SEED = 5;
const compute: Compute = (question) => Promise.resolve(computed(question));

const idOf = (table: Readonly<Record<string, { name: string }>>, name: string) =>
  Object.keys(table).find((id) => table[id]!.name === name)!;

async function begin(scenario: string | null) {
  const result = await simulate(map, scenario, { customers: 300, seed: SEED, intervals: false });
  const summary = { mapRevision: 'one', scenario, seed: SEED, customers: 300 };
  const walk = vi.fn<Simulate>((asked, how, options) =>
    simulate(asked, how, { ...options, intervals: false }),
  );
  return { walk, analysis: createAnalysis({ summary, result } as OpenRun, map, walk, compute) };
}

/** What follows a campaign that is on certain days only sampling can answer. */
const TENTPOLE = idOf(map.scenarios, 'Tentpole only, 12 months');
/** The transition to the first paid month. */
const [toLight] = Object.entries(map.transitions).find(
  ([, { from, to }]) =>
    map.touchpoints[from]!.name === 'Purchase started' &&
    map.touchpoints[to]!.name === 'Light: first paid month',
)!;

describe('what would break even', () => {
  test('is computed where the map can be, and no customer is walked for it', async () => {
    const { walk, analysis } = await begin(null);
    await analysis.addLever(toLight);
    const [lever] = analysis.store.getState().levers!;
    expect(walk).not.toHaveBeenCalled();
    expect(lever!.method).toBe('grid');
    expect(lever!.profit.value).toBe(analysis.store.getState().computed!.value);
    expect(lever!.breakEven.kind).toBe('found');
    expect(lever!.shareThen).toBeGreaterThan(lever!.share);
    // The answer is one: with that many more, nothing is lost.
    const then = computed({
      map: withLever(map, toLight, lever!.breakEven.factor),
      scenario: Scenario.parse({}),
      seed: SEED,
      customers: 300,
      slopes: false,
    });
    expect(Math.abs(then!.profit.value)).toBeLessThan(0.002 * Math.abs(lever!.profit.value));
  });

  test('is exact without a horizon, found along the gradient', async () => {
    const { walk, analysis } = await begin(idOf(map.scenarios, 'Baseline, no horizon'));
    await analysis.addLever(toLight);
    const [lever] = analysis.store.getState().levers!;
    expect(walk).not.toHaveBeenCalled();
    expect(lever).toMatchObject({ method: 'exact', breakEven: { kind: 'found' } });
    const { breakEven, profit } = lever!;
    // The journey earns in the long run: the chance can fall.
    expect(profit.value).toBeGreaterThan(0);
    expect(breakEven.factor).toBeLessThan(1);
  });

  test('is asked of customers where the calendar matters', async () => {
    const { walk, analysis } = await begin(TENTPOLE);
    await analysis.addLever(toLight);
    const [lever] = analysis.store.getState().levers!;
    expect(lever!.method).toBe('sampled');
    expect(walk).toHaveBeenCalled();
    expect(analysis.store.getState().computed).toBeNull();
  });
});

test('campaigns are computed with and without, but for those on certain days, which are sampled', async () => {
  const cart = idOf(map.campaigns, 'Abandoned-cart follow-up');
  const { walk, analysis } = await begin(null);
  await analysis.weighCampaigns();
  const { campaigns } = analysis.store.getState();
  const dated = Object.keys(map.campaigns).filter(
    (id) => Object.keys(map.campaigns[id]!.schedule).length > 0,
  );
  for (const { campaign, method, net, gain, cost } of campaigns!) {
    expect(method).toBe(dated.includes(campaign) ? 'sampled' : 'grid');
    expect(net.value).toBeCloseTo(gain - cost, 6);
  }
  expect(walk.mock.calls.length).toBe(dated.length);
  // What one of them adds is the difference of the two maps, computed by itself.
  const scenario = (on: boolean) =>
    ({
      ...Object.values(map.scenarios)[0]!,
      horizon: 365,
      overrides: {},
      campaigns: { [cart]: on },
    }) satisfies Scenario;
  const question = { map, seed: SEED, customers: 300, slopes: false };
  const [without, having] = [false, true].map((on) =>
    computed({ ...question, scenario: scenario(on) })!,
  );
  const answer = campaigns!.find(({ campaign }) => campaign === cart)!;
  expect(answer.net.value).toBeCloseTo(having!.profit.value - without!.profit.value, 6);
});
