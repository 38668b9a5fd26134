/** A 95 % interval. */
export type Interval = readonly [low: number, high: number];

/** A number the run estimates; `interval` is null where it is exact or nothing was observed. */
export interface Estimate {
  readonly value: number;
  readonly interval: Interval | null;
}

/** Median and 90th percentile of a time in days, read from bins 1/8 of an octave wide. */
export interface TimeEstimates {
  /** How many times were observed. */
  readonly count: number;
  readonly mean: Estimate;
  readonly median: Estimate;
  readonly p90: Estimate;
}

/** A share of customers with the number behind it. */
export interface Reached {
  readonly customers: number;
  /** Of the customers of the group. */
  readonly share: Estimate;
}
