import type { AttributeValue } from '../map/schema';

/** Scope of a count: the whole walk, or since the customer last came through an entry. */
export type WalkScope = 'journey' | 'pass';

/**
 * Everything a rule can read of one customer at one moment. A rule reads nothing else, so that
 * whoever can answer these questions (a run, a data row, a form) can apply any rule.
 */
export interface Facts {
  /** The attribute's value; null = not set. */
  attribute(id: string): AttributeValue | null;
  /** Times the touchpoint was entered, the current visit included. */
  visits(touchpoint: string, scope: WalkScope): number;
  /** Times the transition was taken. */
  taken(transition: string, scope: WalkScope): number;
  /** Times the campaign really contacted the customer (controls: 0). */
  contacts(campaign: string): number;
  /** `control`, a variant's id, or `treated` where a campaign has no variants; null = the campaign does not act. */
  arm(campaign: string): string | null;
  /** Days since the customer arrived. */
  readonly days: number;
  /** Revenue booked so far, accrued plan price included, neither discounted nor weighted. */
  readonly revenue: number;
  /** The calendar day of the run, `YYYY-MM-DD`; relative dates count from it. */
  readonly today: string;
  /** The customer's persona; null = none. */
  readonly persona: string | null;
  /** The customer's fixed draw for a random-share clause, in (0, 1). */
  shareDraw(clause: string): number;
}
