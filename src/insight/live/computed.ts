import { computedProfit, exactGoalShare, fixedCampaignCost, PROFIT_ARRIVALS } from '../../kpis';
import type { JourneyMap, Scenario } from '../../map/schema';
import { type ExactSolution, gradientOf, NotExact, solveNearly } from '../../simulation/exact';
import type { Estimate } from '../../simulation/results';

/** What is computed of a map instead of being sampled; money of day 0, per 100,000 arrivals. */
export interface Computed {
  /** Its interval is how exactly it is computed. */
  readonly profit: Estimate;
  /** What a finer grid of time changed in it; 0 = exact. */
  readonly drift: number;
  /** Share of customers who reach the map's goal, and what a finer grid of time changed in it. */
  readonly goal: Estimate;
  readonly goalDrift: number;
  /** What contacts cost, and campaigns that contact anybody once. */
  readonly contacts: number;
  readonly fixed: number;
  /** Of those who leave its start, the share that takes a transition. */
  readonly shares: Readonly<Record<string, number>>;
  /** About what profit gains where a transition's chances are multiplied by 1 + ε, per ε; null up to a horizon. */
  readonly slopes: Readonly<Record<string, number>> | null;
  /** Days of a step of the grid of time; null = exact. */
  readonly step: number | null;
}

/** What `Computed` is the answer to. */
export interface ComputedQuestion {
  readonly map: JourneyMap;
  readonly scenario: Scenario;
  readonly seed: number;
  readonly customers: number;
  /** Whether to return the slopes. */
  readonly slopes: boolean;
}

/** A map of more situations than this is sampled sooner. */
const MOST_STATES = 10_000;

/** Computes a map, or null where only sampling gives an answer. */
export function computed({
  map,
  scenario,
  seed,
  customers,
  slopes,
}: ComputedQuestion): Computed | null {
  const options = { seed, customers, maxStates: MOST_STATES };
  try {
    const near = solveNearly(map, scenario, options);
    const { total } = near.solution;
    return {
      profit: computedProfit(near, map),
      drift: near.drift((solution) => solution.total.discounted.contribution) * PROFIT_ARRIVALS,
      goal: near.estimate((solution) => exactGoalShare(solution, map)),
      goalDrift: near.drift((solution) => exactGoalShare(solution, map)),
      fixed: fixedCampaignCost(near.solution),
      contacts: total.discounted.cost.campaign * PROFIT_ARRIVALS,
      shares: sharesOf(map, total),
      slopes:
        slopes && near.solution.method === 'endless' ? slopesOf(map, scenario, options) : null,
      step: near.step,
    };
  } catch (error) {
    if (error instanceof NotExact) return null;
    throw error;
  }
}

function sharesOf(
  { transitions }: JourneyMap,
  { taken, dropOffs }: ExactSolution['total'],
): Record<string, number> {
  const left: Record<string, number> = { ...dropOffs };
  for (const [id, { from }] of Object.entries(transitions)) {
    left[from] = (left[from] ?? 0) + (taken[id] ?? 0);
  }
  return Object.fromEntries(
    Object.entries(transitions).map(([id, { from }]) => {
      const of = left[from] ?? 0;
      return [id, of > 0 ? (taken[id] ?? 0) / of : 0];
    }),
  );
}

/** The gradient of profit by each written chance, times the chance: the other transitions make room as for a written rise. */
function slopesOf(
  map: JourneyMap,
  scenario: Scenario,
  options: { seed: number; customers: number; maxStates: number },
): Record<string, number> {
  const target = { kind: 'contribution', discounted: true } as const;
  const { chances } = gradientOf(map, scenario, target, options);
  return Object.fromEntries(
    Object.entries(chances).map(([id, { base, bySegment }]) => {
      const { chance } = map.transitions[id] ?? { chance: null };
      if (!chance) return [id, 0];
      const rows = Object.entries(bySegment).reduce(
        (sum, [row, slope]) => sum + slope * (chance.bySegment[row]?.value ?? 0),
        0,
      );
      return [id, (base * chance.base + rows) * PROFIT_ARRIVALS];
    }),
  );
}
