import { mapValues } from '../map/basics';
import type { JourneyMap, Kpi } from '../map/schema';
import {
  exactFigures,
  type ExactSolution,
  type NearSolution,
  NotComputed,
} from '../simulation/exact';
import type { Estimate } from '../simulation/results';
import { goalOf } from './goal';
import { measureOf } from './measure';
import { profitOf } from './profit';

/**
 * Every KPI of the map, by id, from the exact solution: the same definitions that read runs.
 * Null for what a solution does not hold (medians, emotions, series without a horizon) or nobody can.
 */
export function measureExact(
  map: JourneyMap,
  solution: ExactSolution,
): Readonly<Record<string, number | null>> {
  const figures = exactFigures(solution);
  const measure = (id: string, kpi: Kpi): number | null => {
    try {
      const value = measureOf({ ...map, kpis: { [id]: kpi } })(figures)[id]?.value;
      return value !== undefined && Number.isFinite(value) ? value : null;
    } catch (error) {
      if (error instanceof NotComputed) return null;
      throw error;
    }
  };
  return mapValues(map.kpis, (kpi, id) => measure(id, kpi));
}

/** Fixed costs of the campaigns that contact anybody. */
export function fixedCampaignCost({ total, setup }: ExactSolution): number {
  const { contacted } = total;
  return Object.entries(setup.map.campaigns).reduce(
    (sum, [id, { cost }]) => sum + ((contacted[id] ?? 0) > 0 ? cost.fixed : 0),
    0,
  );
}

/** Profit as `profitOf` gives it for a run, computed; its interval is how exact it is. */
export function computedProfit({ solution, estimate }: NearSolution, map: JourneyMap): Estimate {
  const discountedPerCustomer = estimate(({ total }) => total.discounted.contribution);
  const campaignFixedCost = fixedCampaignCost(solution);
  return profitOf({ total: { money: { discountedPerCustomer } }, campaignFixedCost }, map);
}

/** The share that reaches the goal, as `goalShareOf` gives it for a group. */
export function exactGoalShare(
  { total }: Pick<ExactSolution, 'total'>,
  map: Pick<JourneyMap, 'touchpoints'>,
): number {
  const goal = goalOf(map);
  if (goal?.kind === 'acquired') return total.acquired;
  return (goal?.ids ?? []).reduce((sum, id) => sum + (total.outcomes[id] ?? 0), 0);
}
