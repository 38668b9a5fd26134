import { perObject } from '../map/memo';
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
  return arrivalsPerMonth > 0 ? fixedCostPerMonth / arrivalsPerMonth : 0;
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

/** Is there anything on the map that costs or earns? Without it a profit of 0 means nothing. */
export function hasMoney({
  touchpoints,
  transitions,
  campaigns,
  market,
}: Pick<JourneyMap, 'touchpoints' | 'transitions' | 'campaigns' | 'market'>): boolean {
  return (
    market.fixedCostPerMonth !== 0 ||
    Object.values(campaigns).some(({ cost }) => cost.fixed !== 0 || cost.perContact !== 0) ||
    isPaidFor(touchpoints) ||
    isPaidFor(transitions)
  );
}

type Paid = JourneyMap['touchpoints'] | JourneyMap['transitions'];

/** Asked of all records at every letter typed, so computed once per state of the table. */
const isPaidFor = perObject(hasPaidRecord);

function hasPaidRecord(table: Paid): boolean {
  for (const id in table) {
    const economics = table[id]?.economics;
    if (!economics) continue;
    if (economics.revenue !== 0) return true;
    if ('monthlyPrice' in economics && economics.monthlyPrice) return true;
    for (const item in economics.costItems) {
      if (economics.costItems[item]?.amount !== 0) return true;
    }
  }
  return false;
}

/** All costs of a group, contacts included, fixed costs left out. */
export function totalCostOf({ cost }: MoneySums): number {
  return COSTS.reduce((total, kind) => total + cost[kind], 0);
}
