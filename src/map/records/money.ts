import { DAYS_PER_MONTH } from '../../language';
import { COST_KINDS, type Touchpoint, type Transition } from '../schema';
import { inOrder } from './order';

/**
 * The money rule of the whole product: contribution = gross margin × (booked revenue + plan revenue) − costs.
 * Engines, KPIs and answers all call this one. Where the exact solver needs it term by term (a gradient, a variance), it
 * weights each booked amount: margin × revenue, −1 × cost. Money in the map's currency; `grossMargin` is a share, 0 … 1.
 */
export function contributionOf(
  revenue: number,
  planRevenue: number,
  costs: number,
  grossMargin: number,
): number {
  return grossMargin * (revenue + planRevenue) - costs;
}

type Costs = Pick<Touchpoint['economics'] | Transition['economics'], 'costItems'>;

/** What one visit, or one taking of a transition, costs: its cost items, summed in their order. */
export function costOfVisit({ costItems }: Costs): number {
  return inOrder(costItems).reduce((sum, [, { amount }]) => sum + amount, 0);
}

/** The same by kind, in the order of `COST_KINDS`. */
export function costsByKind({ costItems }: Costs): number[] {
  const items = inOrder(costItems).map(([, item]) => item);
  return COST_KINDS.map((of) =>
    items.reduce((sum, { kind, amount }) => (kind === of ? sum + amount : sum), 0),
  );
}

/** What a monthly plan price brings per day: plan prices accrue evenly over months of a twelfth of a year. */
export function dailyPrice(monthlyPrice: number): number {
  return monthlyPrice / DAYS_PER_MONTH;
}

/** What a monthly plan price brings in some days. */
export function planRevenueOf(monthlyPrice: number, days: number): number {
  return dailyPrice(monthlyPrice) * days;
}
