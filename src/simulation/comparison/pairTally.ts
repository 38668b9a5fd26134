import type { Range } from '../chunks';
import { ExactSums } from '../compiled/exactSums';
import { addInto } from '../compiled/seriesTally';
import type { Tables } from '../compiled/tables';
import { ComparedCustomer, comparedNames, endsOf } from './customer';

/** Sums kept of two numbers a (before) and b (after) of each customer. */
const MOMENTS = ['a', 'b', 'aa', 'bb', 'ab'] as const;
/** Of a quotient of two numbers, the products of numerator and denominator besides. */
const CROSSES = ['aa', 'ab', 'ba', 'bb'] as const;

/** Quotients told with a paired interval of their own. */
export const QUOTIENTS = [
  { name: 'cac', of: 'cost:acquisition', by: 'milestone:acquired' },
  { name: 'clv', of: 'clvDiscounted', by: 'milestone:acquired' },
  { name: 'clv-cac', of: 'clvDiscounted', by: 'cost:acquisition' },
] as const;

/** Counts before the moves between ends. */
const HEAD = ['customers', 'changed', 'better', 'worse'] as const;
/** Money closer than this is the same. */
const SAME = 1e-9;

/**
 * The same customers under two scenarios, one by one. Counts and sums are exact, so tallies of any
 * parts may be merged in any order.
 */
export class PairTally {
  readonly names: readonly string[];
  readonly ends: readonly string[];
  readonly counts: Float64Array;
  readonly sums: ExactSums;
  private readonly quotients: readonly (readonly [of: number, by: number])[];

  constructor(tables: Tables) {
    this.names = comparedNames(tables);
    this.ends = endsOf(tables);
    this.counts = new Float64Array(HEAD.length + this.ends.length * this.ends.length);
    this.sums = new ExactSums(
      this.names.length * MOMENTS.length + QUOTIENTS.length * CROSSES.length,
    );
    this.quotients = QUOTIENTS.map(({ of, by }) => [
      this.names.indexOf(of),
      this.names.indexOf(by),
    ]);
  }

  add(before: ComparedCustomer, after: ComparedCustomer): void {
    const { counts, sums, names } = this;
    const gain =
      after.row[names.indexOf('contribution')]! - before.row[names.indexOf('contribution')]!;
    counts[0]! += 1;
    if (!isSameWalk(before, after) || Math.abs(gain) > SAME) counts[1]! += 1;
    if (gain > SAME) counts[2]! += 1;
    if (gain < -SAME) counts[3]! += 1;
    counts[HEAD.length + before.end * this.ends.length + after.end]! += 1;
    for (let k = 0; k < names.length; k += 1) {
      this.product(k * MOMENTS.length, before.row[k]!, after.row[k]!);
    }
    this.quotients.forEach(([of, by], q) => {
      const at = names.length * MOMENTS.length + q * CROSSES.length;
      const [na, nb] = [before.row[of]!, after.row[of]!];
      const [da, db] = [before.row[by]!, after.row[by]!];
      sums.add(at, na * da);
      sums.add(at + 1, na * db);
      sums.add(at + 2, nb * da);
      sums.add(at + 3, nb * db);
    });
  }

  private product(at: number, a: number, b: number): void {
    if (a === 0 && b === 0) return;
    const { sums } = this;
    sums.add(at, a);
    sums.add(at + 1, b);
    sums.add(at + 2, a * a);
    sums.add(at + 3, b * b);
    sums.add(at + 4, a * b);
  }

  count(name: (typeof HEAD)[number]): number {
    return this.counts[HEAD.indexOf(name)]!;
  }

  /** Customers who ended one way before and another after; places in `ends`. */
  moved(from: number, to: number): number {
    return this.counts[HEAD.length + from * this.ends.length + to]!;
  }

  sum(name: string, moment: (typeof MOMENTS)[number]): number {
    return this.sums.value(this.names.indexOf(name) * MOMENTS.length + MOMENTS.indexOf(moment));
  }

  /** Sum of a numerator (before = a, after = b) times a denominator. */
  cross(quotient: number, which: (typeof CROSSES)[number]): number {
    const at = this.names.length * MOMENTS.length + quotient * CROSSES.length;
    return this.sums.value(at + CROSSES.indexOf(which));
  }

  merge(other: PairTally): this {
    addInto(this.counts, other.counts);
    this.sums.merge(other.sums);
    return this;
  }
}

function isSameWalk({ walker: { log: one } }: ComparedCustomer, after: ComparedCustomer): boolean {
  const two = after.walker.log;
  if (one.length !== two.length || one.end !== two.end || one.endClock !== two.endClock) {
    return false;
  }
  for (let k = 0; k < one.length; k += 1) {
    if (one.spots[k] !== two.spots[k] || one.clocks[k] !== two.clocks[k]) return false;
  }
  return true;
}

/** Walks a range under both scenarios; who arrives in one of them only is left out. */
export function pairRange(before: Tables, after: Tables, { from, to }: Range): PairTally {
  const tally = new PairTally(before);
  const one = new ComparedCustomer(before);
  const two = new ComparedCustomer(after);
  for (let customer = from; customer < to; customer += 1) {
    if (one.walk(customer) && two.walk(customer)) tally.add(one, two);
  }
  return tally;
}

/** A pair tally as plain data, for messages between threads. */
export type PairData = readonly Float64Array[];

export function dataOfPairs({ counts, sums }: PairTally): PairData {
  return [counts, sums.high, sums.low];
}

/** Throws a RangeError where the data is of another map. */
export function pairsOfData(tables: Tables, data: PairData): PairTally {
  const tally = new PairTally(tables);
  dataOfPairs(tally).forEach((array, index) => {
    const given = data[index];
    if (given?.length !== array.length) throw new RangeError('the pairs are of another map');
    array.set(given);
  });
  return tally;
}
