import type { Milestone, MoneySums } from '../../results';

/** A mean and how much single customers differ; null where the solver does not compute it. */
export interface Spreading {
  readonly mean: number;
  readonly variance: number | null;
}

/** What the solver says of everybody, a persona, or a segment. Means are per customer of the group. */
export interface ExactGroup {
  /** Share of all customers of the run. */
  readonly share: number;
  /** Counted visits (see `counting`), by touchpoint. */
  readonly visits: Readonly<Record<string, number>>;
  /** Every entry, whatever the counting. */
  readonly entries: Readonly<Record<string, number>>;
  readonly arrivals: Readonly<Record<string, number>>;
  /** How often each transition is taken. */
  readonly taken: Readonly<Record<string, number>>;
  /** Share of customers who drop off at each touchpoint. */
  readonly dropOffs: Readonly<Record<string, number>>;
  /** Of them, because no rule held. */
  readonly noRule: Readonly<Record<string, number>>;
  /** Share of customers at each touchpoint when the horizon comes. */
  readonly waiting: Readonly<Record<string, number>>;
  /** Days spent at each touchpoint per customer, and of one visit that was left. */
  readonly days: Readonly<Record<string, number>>;
  readonly dwell: Readonly<Record<string, Spreading>>;
  /** Share of customers who reach each outcome. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly ends: { readonly outcome: number; readonly dropOff: number; readonly inJourney: number };
  readonly money: MoneySums;
  readonly discounted: MoneySums;
  readonly payingDays: number;
  /** Contacts by campaign, and the share of customers contacted at all. */
  readonly contacts: Readonly<Record<string, number>>;
  readonly contacted: Readonly<Record<string, number>>;
  /** Share of customers who pass `acquired`. */
  readonly acquired: number;
  /** What the journey earns before acquisition, per acquired customer; the variance is among them. */
  readonly clv: Spreading;
  readonly clvDiscounted: Spreading;
  /** Days from arrival to the end of the walk. */
  readonly time: Spreading;
  /** Share of customers who ever come to one of the touchpoints. */
  readonly reached: (touchpoints: readonly string[]) => number;
  readonly milestones: Readonly<Record<Milestone, number>>;
}
