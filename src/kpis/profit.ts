import { fraction } from '../map/basics';
import { contributionOf } from '../map/records';
import type { JourneyMap } from '../map/schema';
import type { Estimate, MoneyResult, MoneySums } from '../simulation/results';
import type { BatchMetric } from '../simulation/statistics';

/** Profit is given for this many arrivals, so that runs of any size can be compared. */
export const PROFIT_ARRIVALS = 100_000;

const COSTS = ['acquisition', 'service', 'retention', 'campaign'] as const;

/** Contribution of one arrival, from sums over customers; `discounted` = in money of day 0. */
export function contributionMetric(grossMargin: number, discounted: boolean): BatchMetric {
  const prefix = discounted ? 'discounted:' : '';
  return (sum, customers) => {
    const costs = COSTS.reduce((total, kind) => total + sum(`${prefix}cost:${kind}`), 0);
    const revenue = sum(`${prefix}revenue`);
    const planRevenue = sum(`${prefix}planRevenue`);
    return contributionOf(revenue, planRevenue, costs, grossMargin) / customers;
  };
}

/** What arrivals cost whatever they do: fixed costs per arrival, 0 where nobody is said to arrive. */
function fixedCostPerArrival({ market }: Pick<JourneyMap, 'market'>): number {
  const { arrivalsPerMonth, fixedCostPerMonth } = market;
  return fraction(fixedCostPerMonth, arrivalsPerMonth);
}

/**
 * Profit of `PROFIT_ARRIVALS` arrivals over the run's horizon: their contribution in money of day 0,
 * less the map's fixed costs and those of the campaigns that contacted anybody, booked once.
 */
export function profitOf(
  run: {
    readonly total: { readonly money: Pick<MoneyResult, 'discountedPerCustomer'> };
    readonly campaignFixedCost: number;
  },
  map: Pick<JourneyMap, 'market'>,
): Estimate {
  const { value, interval } = run.total.money.discountedPerCustomer;
  const fixed = fixedCostPerArrival(map);
  const whole = (each: number) => (each - fixed) * PROFIT_ARRIVALS - run.campaignFixedCost;
  return { value: whole(value), interval: interval && [whole(interval[0]), whole(interval[1])] };
}

/** All costs of a group, contacts included, fixed costs left out. */
export function totalCostOf({ cost }: MoneySums): number {
  return COSTS.reduce((total, kind) => total + cost[kind], 0);
}
