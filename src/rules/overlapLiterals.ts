import type { Clause } from '../map/schema';
import type { Actual } from './actual';

/** Clauses that compare a value; the others are opened or decided at once. */
export type TestedClause = Exclude<Clause, { kind: 'segment' | 'everyone' }>;

/** A clause that must hold or fail, its own `not` counted in. */
export interface Literal {
  readonly clause: TestedClause;
  readonly holds: boolean;
}

/** Values to try on every clause about one subject. */
export interface Candidates {
  readonly values: readonly Actual[];
  /** When none of the values fits, does no value fit at all? */
  readonly complete: boolean;
  /** The day that relative dates are read on. */
  readonly today: string;
}

/** Any day will do where dates are only relative; a Thursday in the middle of a month. */
export const SOME_DAY = '2026-01-15';
