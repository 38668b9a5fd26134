import type { Estimate } from './estimates';

/** A number of the same customers under two scenarios. */
export interface PairedNumber {
  readonly before: number;
  readonly after: number;
  /** After − before, with its paired interval. */
  readonly change: Estimate;
}

/** Two scenarios for the same customers with the same draws, compared customer by customer. */
export interface ScenarioComparison {
  /** Who arrives under both. */
  readonly customers: number;
  /** Share of them whose walk or money differs at all, and whose contribution is higher or lower. */
  readonly changed: Estimate;
  readonly better: Estimate;
  readonly worse: Estimate;
  /**
   * By name: per customer `end:KIND`, `milestone:NAME`, `stage:ID`, `advanced:ID`, `reached:OUTCOME`,
   * `contribution`, `discounted:contribution`, `revenue`, `planRevenue`, `cost:KIND`, `clvDiscounted`,
   * `payingDays`; and the quotients `cac`, `clv`, `clv-cac` and those asked for where they exist.
   */
  readonly numbers: Readonly<Record<string, PairedNumber>>;
  /** An outcome's id, or the kind of any other end. */
  readonly ends: readonly string[];
  /** Who ends differently. */
  readonly moves: readonly {
    readonly from: string;
    readonly to: string;
    readonly customers: number;
  }[];
}
