/** What can be differentiated; shares and means per customer of the run. */
export type Objective =
  /** Share who reach an outcome. */
  | { readonly kind: 'outcome'; readonly id: string }
  /** Share who pass `acquired`. */
  | { readonly kind: 'acquired' }
  /** Visits to a touchpoint. */
  | { readonly kind: 'visits'; readonly id: string }
  /** Days from arrival to the end. */
  | { readonly kind: 'time' }
  | { readonly kind: 'contribution'; readonly discounted: boolean }
  /** Contribution before acquisition costs, per acquired customer. */
  | { readonly kind: 'clv'; readonly discounted: boolean };
