import { LuDecomposition, Matrix } from 'ml-matrix';
import { fraction, sumOf } from '../map/basics';

/** Counts of moves between channels: from a start, to conversion, to none. */
export interface ChainCounts {
  /** First moves, by channel; then straight to conversion, and to none. */
  readonly start: readonly number[];
  readonly startConverts: number;
  readonly startNone: number;
  /** Moves from channel to channel. */
  readonly moves: readonly (readonly number[])[];
  readonly converts: readonly number[];
  readonly none: readonly number[];
}

/** By channel, in the order of the counts; all numbers are 0…1. */
export interface Removal {
  /** Chance of conversion in the fitted chain; it is the rate observed. */
  readonly rate: number;
  /** Share of conversions lost when a channel leads to nothing. */
  readonly removal: readonly number[];
  /** Removal effects made to sum to 1. */
  readonly credit: readonly number[];
}

/**
 * Attribution by removal effect (Anderl, Becker, von Wangenheim & Schumann 2016) in the first-order
 * chain fitted to the counts. One factorisation answers all removals: without channel k the chance
 * is h(start) − P(ever at k) · h(k). Moves of a channel to itself change nothing.
 */
export function removalEffects(counts: ChainCounts): Removal {
  const n = counts.start.length;
  const arrivals = sumOf(counts.start) + counts.startConverts + counts.startNone;
  const none = { rate: 0, removal: counts.start.map(() => 0), credit: counts.start.map(() => 0) };
  if (arrivals === 0 || n === 0) {
    return { ...none, rate: fraction(counts.startConverts, arrivals) };
  }
  const matrix = Matrix.eye(n, n);
  const converts = Matrix.zeros(n, 1);
  for (let i = 0; i < n; i += 1) {
    const row = counts.moves[i]!;
    const out = sumOf(row) - row[i]! + counts.converts[i]! + counts.none[i]!;
    if (out === 0) continue;
    for (let j = 0; j < n; j += 1) if (i !== j) matrix.set(i, j, -row[j]! / out);
    converts.set(i, 0, counts.converts[i]! / out);
  }
  const start = Matrix.rowVector(counts.start.map((count) => count / arrivals));
  const lu = new LuDecomposition(matrix);
  // A channel nobody ever leaves makes the chain singular; it converts nobody.
  if (lu.isSingular()) return none;
  const visits = lu.solve(Matrix.eye(n, n));
  const chance = visits.mmul(converts);
  const visited = start.mmul(visits);
  const direct = counts.startConverts / arrivals;
  const rate = direct + start.mmul(chance).get(0, 0);
  const removal = counts.start.map((_, k) =>
    rate > 0 ? ((visited.get(0, k) / visits.get(k, k)) * chance.get(k, 0)) / rate : 0,
  );
  const sum = sumOf(removal);
  return { rate, removal, credit: removal.map((each) => fraction(each, sum)) };
}

/** Counts the moves of observed paths of channels, each with whether it converted. */
export function chainOfPaths(
  channels: readonly string[],
  paths: readonly { readonly channels: readonly string[]; readonly converted: boolean }[],
): ChainCounts {
  const start = channels.map(() => 0);
  const moves = channels.map(() => channels.map(() => 0));
  const converts = channels.map(() => 0);
  const none = channels.map(() => 0);
  let startConverts = 0;
  let startNone = 0;
  for (const path of paths) {
    const steps = path.channels.map((channel) => channels.indexOf(channel)).filter((i) => i >= 0);
    steps.forEach((step, k) => {
      if (k === 0) start[step]! += 1;
      else moves[steps[k - 1]!]![step]! += 1;
    });
    const last = steps.at(-1);
    if (last === undefined) {
      if (path.converted) startConverts += 1;
      else startNone += 1;
    } else (path.converted ? converts : none)[last]! += 1;
  }
  return { start, startConverts, startNone, moves, converts, none };
}
