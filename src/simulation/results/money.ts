import type { COST_KINDS } from '../../map/schema';
import type { Estimate } from './estimates';

/** A kind of cost items, or what campaigns spend on contacts. */
export type CostKind = (typeof COST_KINDS)[number] | 'campaign';

/** Money of a group of customers, in major units; `campaign` is the cost per contact, without fixed costs. */
export interface MoneySums {
  readonly cost: Readonly<Record<CostKind, number>>;
  /** Booked at touchpoints and transitions. */
  readonly revenue: number;
  /** Accrued plan price. */
  readonly planRevenue: number;
  /** Gross margin × all revenue − all costs above. */
  readonly contribution: number;
}

/** Money of a group of customers, in all and for one of them. */
export interface MoneyResult extends MoneySums {
  readonly discounted: MoneySums;
  /** Contribution of one customer who arrived. */
  readonly perCustomer: Estimate;
  readonly discountedPerCustomer: Estimate;
  /** All revenue, and all costs, of one customer who arrived. */
  readonly revenuePerCustomer: Estimate;
  readonly costPerCustomer: Estimate;
}

/** Customer lifetime value: what the journey earns before acquisition, per customer who passed `acquired`. */
export interface Clv {
  readonly customers: number;
  /**
   * Margin on all revenue − every cost that is not of kind acquisition, of everybody who arrived
   * (serving those who never buy is part of it, as CAC is), per acquired customer.
   */
  readonly mean: Estimate;
  /** Of the acquired customers' own values. */
  readonly variance: number;
  readonly discounted: Estimate;
  readonly discountedVariance: number;
}
