import type { Estimate } from './estimates';

/** Credit by removal effect in the fitted first-order chain (docs/simulation.md). */
export interface Attribution {
  /** What counts as conversion. */
  readonly goal: 'acquired' | 'success';
  readonly rate: number;
  readonly touchpoints: Readonly<Record<string, Credit>>;
  readonly campaigns: Readonly<Record<string, Credit>>;
}

/** What a campaign or a touchpoint adds to conversions. */
export interface Credit {
  /** Share of conversions lost when this leads to nothing. */
  readonly removal: Estimate;
  /** Removal effects made to sum to 1. */
  readonly credit: Estimate;
}
