import { totalCostOf, PROFIT_ARRIVALS, profitOf } from '../kpis';
import { contributionOf } from '../map/records';
import type { JourneyMap } from '../map/schema';
import type { Estimate, RunResult } from '../simulation';
import { verdictOf } from './figures';

/** What a run says of the money of a map, as the headline of the insights sums it up. */
export interface MoneyVerdict {
  /** Per `PROFIT_ARRIVALS` arrivals, in money of day 0. */
  readonly profit: Estimate;
  readonly verdict: ReturnType<typeof verdictOf>;
  /** Customers won. */
  readonly acquired: number;
  /** Money per customer won; null where nobody was won. */
  readonly clv: number | null;
  readonly cac: number | null;
  readonly clvPerCac: number | null;
  /** In money of day 0; they add up: revenue − costOfGoods − cost − fixedCost = profit. */
  readonly perArrival: {
    readonly revenue: number;
    /** What the gross margin leaves out of revenue. */
    readonly costOfGoods: number;
    readonly cost: number;
    readonly fixedCost: number;
    readonly profit: number;
  };
}

/** `cac` is in money of its own day, all other figures in money of day 0. */
export function moneyVerdict(run: RunResult, map: Pick<JourneyMap, 'market'>): MoneyVerdict {
  const { total } = run;
  const { discounted } = total.money;
  const profit = profitOf(run, map);
  const acquired = total.milestones.acquired.customers;
  const clv = acquired > 0 ? total.clv.discounted.value : null;
  const cac = acquired > 0 ? total.money.cost.acquisition / acquired : null;
  const { planRevenue } = discounted;
  const revenue = (discounted.revenue + planRevenue) / total.customers;
  const margin = contributionOf(discounted.revenue, planRevenue, 0, map.market.grossMargin);
  const costOfGoods = revenue - margin / total.customers;
  const cost = totalCostOf(discounted) / total.customers;
  const perArrival = profit.value / PROFIT_ARRIVALS;
  return {
    profit,
    verdict: verdictOf(profit),
    acquired,
    clv,
    cac,
    clvPerCac: clv !== null && cac !== null && cac > 0 ? clv / cac : null,
    perArrival: {
      revenue,
      costOfGoods,
      cost,
      fixedCost: revenue - costOfGoods - cost - perArrival,
      profit: perArrival,
    },
  };
}
