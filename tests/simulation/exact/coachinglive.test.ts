import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { measureExact } from '../../../src/kpis/exact';
import { JourneyMap } from '../../../src/map/schema';
import { simulate } from '../../../src/simulation';
import { exactFigures, gradientOf, solveExact, whyNotExact } from '../../../src/simulation/exact';

vi.setConfig({ testTimeout: 60_000 });

const map = JourneyMap.parse(
  JSON.parse(readFileSync('src/samples/coachinglive.journey.json', 'utf8')) as unknown,
);
const scenarios = Object.entries(map.scenarios);
const isDated = (id: string) => Object.keys(map.campaigns[id]!.schedule).length > 0;

describe('CoachingLive', () => {
  test.each(scenarios)(
    'scenario %s without a horizon: exact unless a dated campaign acts',
    (_, scenario) => {
      const dated = Object.entries(scenario.campaigns).find(([id, acts]) => acts && isDated(id));
      const reason = whyNotExact(map, { ...scenario, horizon: null });
      if (!dated) expect(reason).toBeNull();
      else {
        expect(reason).toMatchObject({
          key: 'exact.reason.wait-before-clock',
          because: { collection: 'campaigns', id: dated[0] },
        });
        expect(reason!.record?.collection).toBe('transitions');
      }
    },
  );

  test('with a horizon, the reason names a wait that fits no step of time', () => {
    const [, year] = scenarios.find(([, { horizon }]) => horizon === 365)!;
    expect(whyNotExact(map, year)).toMatchObject({ key: 'exact.reason.wait-crosses-horizon' });
  });

  test('sampled customers agree with the solution, persona by persona', async () => {
    const [, scenario] = scenarios.find(([, { horizon }]) => horizon === null)!;
    const solution = solveExact(map, scenario);
    const run = await simulate(map, scenario, { customers: 4_000 });
    const within = (
      { value, interval }: { value: number; interval: readonly [number, number] | null },
      exact: number,
    ) => {
      const error = interval ? (interval[1] - interval[0]) / 2 / 1.96 : 0;
      expect(Math.abs(value - exact)).toBeLessThan(6 * error + 1e-9);
    };
    within(run.total.milestones.acquired.share, solution.total.acquired);
    within(run.total.milestones.trial.share, solution.total.milestones.trial);
    within(run.total.money.discountedPerCustomer, solution.total.discounted.contribution);
    within(run.total.clv.discounted, solution.total.clvDiscounted.mean);
    const figures = exactFigures(solution);
    for (const [id, group] of Object.entries(run.personas)) {
      for (const [stage, { conversion }] of Object.entries(group.stages)) {
        const exact = figures.personas[id]!.stages[stage]!.conversion.value;
        const [low, high] = conversion.interval ?? [0, 1];
        // Six times as far as the 95 % interval reaches: beyond any luck.
        const reach = 3 * (high - low);
        expect(exact).toBeGreaterThan(conversion.value - reach - 1e-9);
        expect(exact).toBeLessThan(conversion.value + reach + 1e-9);
      }
      within(group.money.perCustomer, solution.personas[id]!.money.contribution);
      within(group.milestones.acquired.share, solution.personas[id]!.acquired);
    }
    const shares = Object.values(solution.personas).map(({ share }) => share);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  test('KPIs are reported, but for medians and series', () => {
    const [, scenario] = scenarios.find(([, { horizon }]) => horizon === null)!;
    const solution = solveExact(map, scenario);
    const kpis = measureExact(map, solution);
    const named = (name: string) =>
      kpis[Object.keys(map.kpis).find((id) => map.kpis[id]!.name === name)!];
    expect(named('Trial conversion')).toBeCloseTo(0.172, 2);
    expect(named('CAC')).toBeCloseTo(
      solution.total.money.cost.acquisition / solution.total.acquired,
      10,
    );
    expect(named('CAC payback')).toBeNull();
    expect(named('NPS')).toBeNull();
    expect(named('Add-on buyers among payers')).toBeGreaterThan(0.1);
  });

  test('the gradient says that a better checkout is worth money', () => {
    const [, scenario] = scenarios.find(([, { horizon }]) => horizon === null)!;
    const gradient = gradientOf(map, scenario, { kind: 'contribution', discounted: true });
    const solution = solveExact(map, scenario);
    expect(gradient.value).toBeCloseTo(solution.total.discounted.contribution, 12);
    const [toLight] = Object.entries(map.transitions).find(
      ([, { from, to }]) =>
        map.touchpoints[from]!.name === 'Purchase started' &&
        map.touchpoints[to]!.name === 'Light: first paid month',
    )!;
    expect(gradient.chances[toLight]!.total).toBeGreaterThan(0);
  });
});
