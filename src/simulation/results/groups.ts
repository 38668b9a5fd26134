import type { MILESTONES } from '../../map/schema';
import type { Estimate, Reached } from './estimates';
import type { Clv, MoneyResult } from './money';

/** How a walk can end: `in-journey` at the horizon, `cut-off` at the greatest number of steps. */
export const END_KINDS = ['outcome', 'drop-off', 'in-journey', 'cut-off'] as const;

/** How one walk ended. */
export type EndKind = (typeof END_KINDS)[number];

/** How walks end. The four shares of a run sum to 1. */
export interface Ends {
  /** Reached an outcome. */
  readonly outcome: Estimate;
  /** Dropped off somewhere. */
  readonly dropOff: Estimate;
  /** Still in journey at the horizon. */
  readonly inJourney: Estimate;
  /** Stopped after `maxSteps` entries. */
  readonly cutOff: Estimate;
}

/** A milestone that a touchpoint can mark. */
export type Milestone = (typeof MILESTONES)[number];

/** Who of a group came to a stage, and of them to a later one afterwards. */
export interface StageReached extends Reached {
  readonly conversion: Estimate;
}

/** Counts of one touchpoint within a group. */
export interface TouchpointCounts {
  /** Visits that count (see `counting`). */
  readonly visits: number;
  /** The same per customer of the group. */
  readonly visitsPerCustomer: Estimate;
  readonly reachedShare: Estimate;
  /** Customers who came here at least once. */
  readonly reached: number;
  /** Customers who dropped off here. */
  readonly dropOffs: number;
}

/** What was counted of a transition. */
export interface TransitionResult {
  /** Times it was taken. */
  readonly count: number;
  /** Of the visits to its touchpoint that were left, in the same group. */
  readonly share: Estimate;
}

/** The run of a group: everybody, one persona, or one segment. */
export interface GroupResult {
  readonly customers: number;
  /** Visits to touchpoints per customer. */
  readonly steps: Estimate;
  readonly ends: Ends;
  readonly outcomes: Readonly<Record<string, Reached>>;
  readonly milestones: Readonly<Record<Milestone, Reached>>;
  readonly money: MoneyResult;
  readonly clv: Clv;
  /** Days with a plan price above 0. */
  readonly payingDays: number;
  readonly touchpoints: Readonly<Record<string, TouchpointCounts>>;
  readonly transitions: Readonly<Record<string, TransitionResult>>;
  readonly stages: Readonly<Record<string, StageReached>>;
}
