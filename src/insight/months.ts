import type { Period } from '../simulation/results';

/** Moves of the recurring revenue: what adds, then what takes. */
const GAINS = ['newMrr', 'expansion', 'reactivation'] as const;
const LOSSES = ['contraction', 'churned'] as const;

/** All moves of the recurring revenue in the order they are named in. */
export const REVENUE_MOVES = [...GAINS, ...LOSSES] as const;

/** Why the recurring revenue of a month changed. */
export type RevenueMove = (typeof REVENUE_MOVES)[number];

/** A move as it is drawn: from `low` to `high`, in money. */
export interface StackedMove {
  readonly move: RevenueMove;
  readonly low: number;
  readonly high: number;
}

type Moves = Readonly<Record<RevenueMove, number>>;

/** The moves of a month one on the other: gains upwards from 0, losses downwards. */
export function stackedMoves(month: Moves): StackedMove[] {
  return [...stacked(GAINS, month, 1), ...stacked(LOSSES, month, -1)];
}

function stacked(moves: readonly RevenueMove[], month: Moves, sign: 1 | -1): StackedMove[] {
  let at = 0;
  return moves.map((move) => {
    const from = at;
    at += sign * month[move];
    return { move, low: Math.min(from, at), high: Math.max(from, at) };
  });
}

/** How far the moves of any month reach above 0 and below it, 1 at the least. */
export function movesReach(months: readonly Moves[]): {
  readonly up: number;
  readonly down: number;
} {
  const most = (moves: readonly RevenueMove[]) =>
    Math.max(1, ...months.map((month) => moves.reduce((sum, move) => sum + month[move], 0)));
  return { up: most(GAINS), down: most(LOSSES) };
}

/** Does anybody pay for a plan in any of the months? */
export function paysAnybody(months: readonly Pick<Period, 'paying'>[]): boolean {
  return months.some(({ paying }) => paying > 0);
}
