import {
  computedProfit,
  contributionMetric,
  exactGoalShare,
  goalMetric,
  goalShareOf,
  PROFIT_ARRIVALS,
  profitOf,
} from '../kpis';
import { hasMoney } from '../map/records';
import type { JourneyMap } from '../map/schema';
import type { NearSolution } from '../simulation/exact';
import type { Estimate, Headline } from '../simulation/results';
import type { BatchMetric } from '../simulation/statistics';

/** What a map is judged by: its profit where it has money, else the share of customers who reach its goal. */
export type Yardstick = 'profit' | 'goal';

/** `profit` as soon as the map, or an override of a scenario, has any money in it. */
export function yardstickOf(map: JourneyMap): Yardstick {
  return hasMoney(map) ? 'profit' : 'goal';
}

/** What a run says by the map's yardstick: profit per `PROFIT_ARRIVALS` arrivals, or a share of all customers. */
export function judged(
  run: Pick<Headline, 'total' | 'campaignFixedCost'>,
  map: JourneyMap,
): Estimate {
  return hasMoney(map) ? profitOf(run, map) : goalShareOf(run.total, map);
}

/** The same from a solution; its interval is how exactly it is computed. */
export function judgedExactly(near: NearSolution, map: JourneyMap): Estimate {
  return hasMoney(map)
    ? computedProfit(near, map)
    : near.estimate((solution) => exactGoalShare(solution, map));
}

/** The same from sums over customers, fixed costs left out. */
export function judgedMetric(map: JourneyMap): BatchMetric {
  if (!hasMoney(map)) return goalMetric(map);
  const contribution = contributionMetric(map.market.grossMargin, true);
  return (sum, customers) => contribution(sum, customers) * PROFIT_ARRIVALS;
}
