import type { Scenario } from '../../map/schema';

/** What decides a run besides the map: the scenario's settings as they were used. */
export interface RunSettings {
  readonly startDate: string;
  /** Days on the run clock; null = until every walk has ended. */
  readonly horizon: number | null;
  readonly arrivals: Scenario['arrivals'];
  readonly counting: Scenario['counting'];
  readonly discountFirstPeriod: boolean;
  /** Per year. */
  readonly discountRate: number;
  readonly cycleDays: number;
  readonly grossMargin: number;
  readonly maxSteps: number;
  /** Campaigns that act, in their order. */
  readonly campaigns: readonly string[];
  readonly dataset: string | null;
}
