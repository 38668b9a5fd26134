import type { Estimate, Interval } from './estimates';
import type { CostKind } from './money';

/** One period of `cycleDays` on the run clock. Levels are read at its end, moves are sums over it. */
export interface Period {
  readonly from: number;
  readonly to: number;
  readonly arrivals: number;
  /** Customers in the journey at the end. */
  readonly active: number;
  /** Customers with a plan price above 0 at the end. */
  readonly paying: number;
  readonly newPaying: number;
  readonly lostPaying: number;
  readonly returnedPaying: number;
  readonly mrr: number;
  readonly newMrr: number;
  readonly expansion: number;
  readonly contraction: number;
  readonly churned: number;
  readonly reactivation: number;
  readonly cost: Readonly<Record<CostKind, number>>;
  readonly revenue: number;
  readonly planRevenue: number;
  readonly outcomes: number;
  readonly dropOffs: number;
  /** Customers who passed `acquired` for the first time. */
  readonly acquired: number;
  /** Each of the numbers above that a run can be unsure of. */
  readonly intervals: Readonly<Record<PeriodFigure, Interval | null>>;
}

/** A number of a period that has an interval. */
export type PeriodFigure = Exclude<keyof Period, 'from' | 'to' | 'arrivals' | 'cost' | 'intervals'>;

/** Customers by the age of their first plan price. */
export interface RetentionPoint {
  /** Cycles since the first price above 0; halves are the middle of a cycle. */
  readonly age: number;
  /** Customers whom the run observed up to this age. */
  readonly observed: number;
  /** Those of them with a price above 0 at this age. */
  readonly paying: number;
  readonly share: Estimate;
}

/**
 * Retention as people who differ in a constant chance to stay would show it (Fader & Hardie 2007),
 * fitted to the middles of the cycles. Who comes back counts as having stayed until then.
 */
export interface RetentionCurve {
  readonly alpha: number;
  readonly beta: number;
  readonly logLikelihood: number;
  /** Share still paying in the middle of cycle k, k = 0, 1, …, as far as the run observed. */
  readonly shares: readonly number[];
}

/** A run period by period; a period lasts `cycleDays` days. */
export interface Series {
  readonly cycleDays: number;
  readonly periods: readonly Period[];
  readonly retention: readonly RetentionPoint[];
  /** Null where nobody was lost or too little was seen. */
  readonly retentionFit: RetentionCurve | null;
}
