import type { Estimate } from './estimates';
import type { Milestone } from './groups';

/** What was counted of the customers in one arm of a campaign; money in the currency of the map. */
export interface ArmResult {
  /** Customers drawn into this arm. */
  readonly customers: number;
  readonly targeted: number;
  readonly contacted: number;
  readonly contacts: number;
  readonly cost: number;
  /** Of the targeted customers of this arm, from here on (intention to treat). */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly milestones: Readonly<Record<Milestone, number>>;
  /** Sum and sum of squares of the targeted customers' contribution over the whole walk. */
  readonly contribution: number;
  readonly contributionSquares: number;
  /** Against the targeted of the control arm; null for that arm itself. */
  readonly lift: ArmLift | null;
}

/** What being in an arm changed, per targeted customer, with 95 % intervals (Wald, Welch). */
export interface ArmLift {
  readonly outcomes: Readonly<Record<string, Estimate>>;
  readonly milestones: Readonly<Record<Milestone, Estimate>>;
  readonly contribution: Estimate;
}

/** What was counted of a campaign, as a whole and by arm. */
export interface CampaignResult {
  /** `control`, then each variant's id (or `treated`). */
  readonly arms: Readonly<Record<string, ArmResult>>;
  readonly targeted: number;
  readonly contacted: number;
  readonly control: number;
  readonly contacts: number;
  /** Booked once if anybody was contacted. */
  readonly fixedCost: number;
  /** Fixed and per contact. */
  readonly cost: number;
}
