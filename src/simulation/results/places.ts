import type { Estimate, TimeEstimates } from './estimates';
import type { TouchpointCounts } from './groups';

/** What was counted of a touchpoint; times in days, money in the currency of the map. */
export interface TouchpointResult extends TouchpointCounts {
  /** Every entry, whatever the counting. */
  readonly entries: number;
  /** Customers whose walk began here. */
  readonly arrivals: number;
  /** Of the visits that were left. */
  readonly dropOffShare: Estimate;
  /** Drop-offs because no rule held. */
  readonly noRule: number;
  /** Customers who were here when the horizon came. */
  readonly waiting: number;
  /** Days from entry to leaving, visits cut by the horizon left out. */
  readonly dwell: TimeEstimates;
  /** All days spent here, visits cut by the horizon included. */
  readonly days: number;
  /** Mean emotion felt, −2…2; null where the map says none. */
  readonly emotion: Estimate | null;
  /** Booked here, neither plan price nor contacts. */
  readonly cost: number;
  readonly revenue: number;
}

/** What was counted of a stage; times in days. */
export interface StageResult {
  readonly customers: number;
  readonly reached: Estimate;
  /** Of those who reached it: reached a later stage afterwards. */
  readonly conversion: Estimate;
  readonly dropOffs: number;
  /** Total days per customer who reached it and was not waiting here at the end. */
  readonly time: TimeEstimates;
}

/** From one touchpoint to another, as a KPI asks: by the KPI's id. */
export interface SpanResult {
  readonly from: string | null;
  readonly to: string | null;
  /** Customers who came to `from` (null = arrived). */
  readonly started: number;
  /** Those of them who came to `to` afterwards (null = any outcome), within the KPI's period. */
  readonly completed: number;
  readonly share: Estimate;
  readonly time: TimeEstimates;
}
