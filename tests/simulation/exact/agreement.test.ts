import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type JourneyMap, Scenario } from '../../../src/map/schema';
import { type Estimate, type RunResult, simulate } from '../../../src/simulation';
import {
  type ExactPeriod,
  type ExactSolution,
  NotExact,
  solveExact,
} from '../../../src/simulation/exact';
import { journeyMap } from '../../map/arbitraries';
import { deep } from '../../support/runs';

const CUSTOMERS = deep ? 20_000 : 2_000;
const MAPS = deep ? 300 : 16;
const SEED = 20261122;

/**
 * A share observed among n customers strays further than this from its expectation with less than
 * 2e−nD (Chernoff), D the divergence of the two. 10⁻⁶ is spread over all comparisons of a run.
 */
const COMPARISONS = MAPS * 200;
const LIMIT = Math.log((2 * COMPARISONS) / 1e-6);

function divergence(observed: number, exact: number): number {
  const part = (a: number, b: number) => (a === 0 ? 0 : a * Math.log(a / b));
  return part(observed, exact) + part(1 - observed, 1 - exact);
}

function agrees(what: string, observed: number, exact: number, customers: number) {
  const expected = Math.min(1, Math.max(0, exact));
  const message = `${what}: observed ${String(observed)} of ${String(customers)}, exact ${String(exact)}`;
  expect(customers * divergence(observed, expected), message).toBeLessThan(LIMIT + 1e-6);
}

/** Means have no such bound: eight standard errors. */
function means(what: string, { value, interval }: Estimate, exact: number) {
  const error = interval ? (interval[1] - interval[0]) / 2 / 1.96 : 0;
  const allowed = 8 * error + 1e-9 * (1 + Math.abs(exact)) + 1e-6 * CUSTOMERS;
  expect(
    Math.abs(value - exact),
    `${what}: ${String(value)} against ${String(exact)}`,
  ).toBeLessThan(error === 0 ? Infinity : allowed);
}

/** Period by period: what happens to a customer at most once in it, and sums that must add up. */
function series(run: RunResult, { series: periods, total }: ExactSolution, customers: number) {
  if (!periods) return;
  expect(periods).toHaveLength(run.series.periods.length);
  periods.forEach((period, k) => {
    const sampled = run.series.periods[k]!;
    for (const name of [
      'active',
      'paying',
      'newPaying',
      'outcomes',
      'dropOffs',
      'acquired',
    ] as const) {
      agrees(`${name} in period ${String(k)}`, sampled[name] / customers, period[name], customers);
    }
  });
  const sum = (pick: (period: ExactPeriod) => number) =>
    periods.reduce((all, period) => all + pick(period), 0);
  expect(sum(({ planRevenue }) => planRevenue)).toBeCloseTo(total.money.planRevenue, 8);
  expect(sum(({ revenue }) => revenue)).toBeCloseTo(total.money.revenue, 8);
  expect(sum(({ costs }) => costs[1]!)).toBeCloseTo(total.money.cost.service, 8);
  expect(periods.at(-1)!.active).toBeCloseTo(total.ends.inJourney, 9);
}

async function compare(map: JourneyMap, scenario: Scenario): Promise<ExactSolution | null> {
  let solution: ExactSolution;
  try {
    solution = solveExact(map, scenario, { customers: CUSTOMERS, maxStates: 4_000 });
  } catch (error) {
    if (error instanceof NotExact) return null;
    throw error;
  }
  const run = await simulate(map, scenario, { customers: CUSTOMERS });
  const { total } = solution;
  const n = run.total.customers;
  expect(solution.customers).toBe(n);
  for (const [id, { customers }] of Object.entries(run.outcomes)) {
    agrees(`outcome ${id}`, customers / n, total.outcomes[id]!, n);
  }
  agrees('in journey', run.total.ends.inJourney.value, total.ends.inJourney, n);
  agrees('acquired', run.total.milestones.acquired.share.value, total.acquired, n);
  for (const [id, touchpoint] of Object.entries(run.touchpoints)) {
    agrees(`reached ${id}`, touchpoint.reached / n, total.reached([id]), n);
    agrees(`drop-offs at ${id}`, touchpoint.dropOffs / n, total.dropOffs[id]!, n);
    agrees(`no rule at ${id}`, touchpoint.noRule / n, total.noRule[id]!, n);
    agrees(`waiting at ${id}`, touchpoint.waiting / n, total.waiting[id]!, n);
    means(`visits of ${id}`, touchpoint.visitsPerCustomer, total.visits[id]!);
  }
  means('contribution', run.total.money.perCustomer, total.money.contribution);
  means('discounted', run.total.money.discountedPerCustomer, total.discounted.contribution);
  if (run.total.clv.customers > 30) {
    means('CLV', run.total.clv.mean, total.clv.mean);
    means('CLV now', run.total.clv.discounted, total.clvDiscounted.mean);
  }
  series(run, solution, n);
  for (const [id, { contacted }] of Object.entries(run.campaigns)) {
    agrees(`contacted by ${id}`, contacted / n, total.contacted[id]!, n);
  }
  for (const [id, persona] of Object.entries(run.personas)) {
    const group = solution.personas[id]!;
    if (persona.customers === 0) continue;
    for (const [outcome, { customers }] of Object.entries(persona.outcomes)) {
      const share = customers / persona.customers;
      agrees(`outcome ${outcome} of ${id}`, share, group.outcomes[outcome]!, persona.customers);
    }
  }
  for (const [id, { customers }] of Object.entries(run.segments)) {
    const share = solution.memberShare(id);
    if (share !== null) agrees(`members of ${id}`, customers / n, share, n);
    const group = solution.segment(id);
    if (!group || customers === 0) continue;
    for (const [outcome, reached] of Object.entries(run.segments[id]!.outcomes)) {
      const observed = reached.customers / customers;
      agrees(
        `outcome ${outcome} of members of ${id}`,
        observed,
        group.outcomes[outcome]!,
        customers,
      );
    }
  }
  return solution;
}

const allOn = (map: JourneyMap, scenario: Scenario): Scenario => ({
  ...scenario,
  campaigns: Object.fromEntries(Object.keys(map.campaigns).map((id) => [id, true])),
});

const settings = fc.record({
  arrivals: fc.constantFrom(
    { kind: 'cohort' as const },
    { kind: 'steady' as const, days: 400 },
    { kind: 'list' as const, days: [0, 3.5, 90] },
  ),
  counting: fc.constantFrom('start' as const, 'end' as const, 'half' as const),
  discountFirstPeriod: fc.boolean(),
});

async function agreesOn(
  options: Parameters<typeof journeyMap>[0],
  horizons: readonly (number | null)[],
): Promise<number> {
  let solved = 0;
  const maps = fc.sample(
    fc.tuple(journeyMap({ workshop: false, ...options }), settings, fc.constantFrom(...horizons)),
    { numRuns: MAPS, seed: SEED },
  );
  for (const [plain, input, horizon] of maps) {
    const map = { ...plain, market: { ...plain.market, discountRate: 0.1, grossMargin: 0.8 } };
    const scenario = Scenario.parse({ ...input, horizon, seed: 7 });
    if (await compare(map, allOn(map, scenario))) solved += 1;
  }
  return solved;
}

test.each([
  ['waits of every family', {}, 6],
  ['fixed waits, which rules may read', { delays: 'constant' as const }, 3],
])(
  'without a horizon, the exact solver and sampled customers agree wherever it solves: %s',
  async (_, options, part) => {
    expect(await agreesOn(options, [null])).toBeGreaterThan(MAPS / part);
  },
  600_000,
);

test('up to a horizon, they agree where every wait is whole', async () => {
  expect(await agreesOn({ delays: 'constant' }, [30, 365])).toBeGreaterThan(MAPS / 4);
}, 600_000);
