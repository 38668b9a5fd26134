import type { Estimate } from './estimates';
import type { EndKind } from './groups';

/** How many customers went one way. */
export interface PathCount {
  /** At most 40 touchpoints; of a longer walk, the first 40. */
  readonly touchpoints: readonly string[];
  readonly cut: boolean;
  readonly end: EndKind;
  readonly count: number;
  readonly share: Estimate;
}

/** The ways that customers went, counted. */
export interface Paths {
  /** Walks compared: the first customers of the run, to a cap. */
  readonly counted: number;
  readonly distinct: number;
  /** Commonest first. */
  readonly top: readonly PathCount[];
}

/**
 * A few thousand walks, evenly spread over the customers of the run, for replay: columns of plain
 * numbers, which a view can put into typed arrays. Walk w has the steps `first[w]` ≤ k < `first[w + 1]`.
 * The customer's attributes and the reason of each step are computed again on demand: `startWalk(map, scenario, { customer })`.
 */
export interface SampledWalks {
  /** Ids the columns count by. */
  readonly touchpoints: readonly string[];
  readonly transitions: readonly string[];
  readonly personas: readonly string[];
  /** Per walk, ascending. */
  readonly customer: readonly number[];
  /** Per walk: place in `personas`; −1 = none. */
  readonly persona: readonly number[];
  /** Per walk: place in `END_KINDS`. */
  readonly end: readonly number[];
  /** Per walk: run clock in days at which it ended or was cut. */
  readonly endClock: readonly number[];
  /** One more than there are walks: the last is the number of steps. */
  readonly first: readonly number[];
  /** Per step: place in `touchpoints`. */
  readonly touchpoint: readonly number[];
  /** Per step: place in `transitions`, taken to get here; −1 = arrived here. */
  readonly transition: readonly number[];
  /** Per step: run clock in days of the entry; the next step's (or `endClock`) is that of leaving. */
  readonly clock: readonly number[];
}

/** A visit of a sampled walk; `clock` in days since the run began. */
export interface WalkStep {
  readonly clock: number;
  readonly touchpoint: string;
  /** The transition taken to get here; null = arrived here. */
  readonly transition: string | null;
}

/** One of the sampled walks, in ids. */
export interface Walk {
  readonly customer: number;
  readonly persona: string | null;
  readonly steps: readonly WalkStep[];
  readonly end: {
    readonly kind: EndKind;
    readonly touchpoint: string | null;
    readonly clock: number;
  };
}
