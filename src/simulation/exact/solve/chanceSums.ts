import { fraction, sumOf } from '../../../map/basics';
import { restOf } from '../../../map/records';
import type { Choice } from '../chain';

/** The derivative by a transition's written chances, and by all of them together. */
export interface ChanceGradient {
  readonly total: number;
  readonly base: number;
  readonly bySegment: Readonly<Record<string, number>>;
}

/** Gathers the derivative by each written chance over all situations it is read in. */
export class ChanceSums {
  private readonly ids: readonly string[];
  private readonly base: number[];
  private readonly rows: Map<string, number>[];

  constructor(ids: readonly string[]) {
    this.ids = ids;
    this.base = ids.map(() => 0);
    this.rows = ids.map(() => new Map<string, number>());
  }

  add(
    { options, otherwise, lifted, unlifted }: Choice,
    visits: number,
    worth: ReadonlyMap<number, number>,
    dropped: number,
  ): void {
    const worths = options.map(({ transition }) => worth.get(transition.index) ?? NaN);
    const sum = lifted + unlifted;
    const isFull = restOf(sum) === 0;
    const left = otherwise ? (worth.get(otherwise.index) ?? NaN) : dropped;
    options.forEach(({ transition, row, factor }, j) => {
      const isLifted = factor !== 1;
      let change: number;
      if (!isFull) change = worths[j]! - left;
      else if (isLifted && lifted >= 1) {
        // Lifted chances alone share 1: pⱼ = xⱼ / L.
        change = worths[j]! - mixed(options, worths, true);
      } else if (isLifted) {
        // The unlifted make room in proportion: U → 1 − L.
        change = worths[j]! - (unlifted > 0 ? mixed(options, worths, false) : left);
      } else if (lifted >= 1) change = 0;
      // Unlifted siblings share 1 − L: pⱼ = xⱼ (1 − L) / U.
      else change = ((worths[j]! - mixed(options, worths, false)) * (1 - lifted)) / unlifted;
      if (isFull && isLifted && lifted >= 1) change /= lifted;
      const amount = visits * factor * change;
      const w = transition.index;
      if (row < 0) this.base[w]! += amount;
      else {
        const segment = transition.rows[row]!.segment;
        const rows = this.rows[w]!;
        rows.set(segment, (rows.get(segment) ?? 0) + amount);
      }
    });
  }

  table(): Readonly<Record<string, ChanceGradient>> {
    return Object.fromEntries(
      this.ids.flatMap((id, w) => {
        if (Number.isNaN(this.base[w]!)) return [];
        const bySegment = Object.fromEntries(this.rows[w]!);
        const rows = sumOf(this.rows[w]!.values());
        return Number.isNaN(rows)
          ? []
          : [[id, { total: this.base[w]! + rows, base: this.base[w]!, bySegment }]];
      }),
    );
  }
}

/** Mean worth of the lifted or of the unlifted transitions. */
function mixed(options: Choice['options'], worths: readonly number[], lifted: boolean): number {
  let sum = 0;
  let all = 0;
  options.forEach(({ factor, chance }, j) => {
    if ((factor !== 1) !== lifted || chance === 0) return;
    sum += chance * worths[j]!;
    all += chance;
  });
  return fraction(sum, all);
}
