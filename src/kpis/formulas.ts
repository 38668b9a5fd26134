/**
 * The field's formulas as plain arithmetic. Definitions disagree; where they do, each has a name of
 * its own. Every function gives null where its denominator is nothing.
 */

/** A quotient, or null where there is nothing to divide by. */
export function ratio(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator;
}

/** (E − N) / S: customers at the end without the new ones, of those at the start. */
export function retentionRate(end: number, gained: number, start: number): number | null {
  return ratio(end - gained, start);
}

/** Customers lost in the period / customers at its start. */
export function churnRate(lost: number, start: number): number | null {
  return ratio(lost, start);
}

/** Stripe's convention: lost / (start + new). */
export function churnRateOfAll(lost: number, start: number, gained: number): number | null {
  return ratio(lost, start + gained);
}

/** Monthly recurring revenue and its moves in one period, all in major units. */
export interface MrrMoves {
  readonly start: number;
  readonly new: number;
  readonly expansion: number;
  readonly reactivation: number;
  readonly contraction: number;
  readonly churned: number;
}

/** Where the moves lead. */
export function mrrAtEnd(moves: MrrMoves): number {
  const { start, expansion, reactivation, contraction, churned } = moves;
  return start + moves.new + expansion + reactivation - contraction - churned;
}

/** (start + expansion − contraction − churned) / start. */
export function netRevenueRetention(moves: MrrMoves): number | null {
  const { start, expansion, contraction, churned } = moves;
  return ratio(start + expansion - contraction - churned, start);
}

/** (start − contraction − churned) / start: growth does not hide losses. */
export function grossRevenueRetention({ start, contraction, churned }: MrrMoves): number | null {
  return ratio(start - contraction - churned, start);
}

/** (new + expansion) / (contraction + churned); `reactivated` counts returning customers as growth. */
export function quickRatio(moves: MrrMoves, reactivated: boolean): number | null {
  const growth = moves.new + moves.expansion + (reactivated ? moves.reactivation : 0);
  return ratio(growth, moves.contraction + moves.churned);
}

/** ARPU × margin / churn: value of a customer when both stay as they are. Shares, not percents. */
export function steadyClv(arpu: number, margin: number, churn: number): number | null {
  return ratio(arpu * margin, churn);
}

/**
 * Multiple of the yearly margin a retained customer is worth: r / (1 + i − r), or
 * (1 + i) / (1 + i − r) when the first margin comes at once (Gupta & Lehmann).
 */
export function clvMultiple(
  retention: number,
  discountRate: number,
  withFirstPeriod: boolean,
): number | null {
  return ratio(withFirstPeriod ? 1 + discountRate : retention, 1 + discountRate - retention);
}

/** CAC / (monthly margin per customer), in months. */
export function paybackMonths(cac: number, monthlyMargin: number): number | null {
  return monthlyMargin <= 0 ? null : cac / monthlyMargin;
}

/** % promoters (9–10) − % detractors (0–6) of all answers: −100 … 100, not a percentage. */
export function netPromoterScore(
  promoters: number,
  passives: number,
  detractors: number,
): number | null {
  const share = ratio(promoters - detractors, promoters + passives + detractors);
  return share === null ? null : 100 * share;
}

/** Constant loss per period that leads from one share of survivors to a later one. */
export function meanLoss(first: number, last: number, periods: number): number | null {
  if (first <= 0 || periods <= 0) return null;
  return 1 - (last / first) ** (1 / periods);
}
