import type { Range } from '../chunks';
import { addInto, ExactSums } from '../compiled/tally';
import type { Tables } from '../compiled/tables';
import { ComparedCustomer, comparedNames, endsOf } from './customer';

/** Sums kept of two numbers a (before) and b (after) of each customer. */
const MOMENTS = ['a', 'b', 'aa', 'bb', 'ab'] as const;
/** Of a quotient of two numbers, the products of numerator and denominator besides. */
const CROSSES = ['aa', 'ab', 'ba', 'bb'] as const;

/** A quotient that gets a paired interval of its own. */
export interface Quotient {
  readonly name: string;
  /** Compared numbers whose sum is divided. */
  readonly of: readonly string[];
  /** What it is divided by; null = customers. */
  readonly by: readonly string[] | null;
  /** Of all the customers together instead of each. */
  readonly isTotal?: boolean;
}

const QUOTIENTS: readonly Quotient[] = [
  { name: 'cac', of: ['cost:acquisition'], by: ['milestone:acquired'] },
  { name: 'clv', of: ['clvDiscounted'], by: ['milestone:acquired'] },
  { name: 'clv-cac', of: ['clvDiscounted'], by: ['cost:acquisition'] },
];
/** Sums of a quotient: moments of what is divided, of what it is divided by, and of the two. */
const QUOTIENT_SUMS = 2 * MOMENTS.length + CROSSES.length;

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
  readonly quotients: readonly Quotient[];
  private readonly places: readonly {
    readonly of: readonly number[];
    readonly by: readonly number[] | null;
  }[];

  constructor(tables: Tables, asked: readonly Quotient[] = []) {
    this.names = comparedNames(tables);
    this.ends = endsOf(tables);
    this.counts = new Float64Array(HEAD.length + this.ends.length * this.ends.length);
    this.quotients = [...QUOTIENTS, ...asked];
    this.sums = new ExactSums(
      this.names.length * MOMENTS.length + this.quotients.length * QUOTIENT_SUMS,
    );
    const place = (name: string) => {
      const at = this.names.indexOf(name);
      if (at < 0) throw new RangeError(`${name} is not compared`);
      return at;
    };
    this.places = this.quotients.map(({ of, by }) => ({
      of: of.map(place),
      by: by && by.map(place),
    }));
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
    this.places.forEach(({ of, by }, q) => {
      const first = names.length * MOMENTS.length + q * QUOTIENT_SUMS;
      const at = first + 2 * MOMENTS.length;
      const [na, nb] = [total(before.row, of), total(after.row, of)];
      const [da, db] = by ? [total(before.row, by), total(after.row, by)] : [1, 1];
      this.product(first, na, nb);
      this.product(first + MOMENTS.length, da, db);
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

  /** Customers by their end before and their end after; places in `ends`. */
  moved(from: number, to: number): number {
    return this.counts[HEAD.length + from * this.ends.length + to]!;
  }

  sum(name: string, moment: (typeof MOMENTS)[number]): number {
    return this.sums.value(this.names.indexOf(name) * MOMENTS.length + MOMENTS.indexOf(moment));
  }

  /** A moment of what a quotient divides, or divides by. */
  part(quotient: number, part: 'of' | 'by', moment: (typeof MOMENTS)[number]): number {
    const at = this.placeOf(quotient) + (part === 'of' ? 0 : MOMENTS.length);
    return this.sums.value(at + MOMENTS.indexOf(moment));
  }

  /** Sum of a numerator (before = a, after = b) times a denominator. */
  cross(quotient: number, which: (typeof CROSSES)[number]): number {
    return this.sums.value(this.placeOf(quotient) + 2 * MOMENTS.length + CROSSES.indexOf(which));
  }

  private placeOf(quotient: number): number {
    return this.names.length * MOMENTS.length + quotient * QUOTIENT_SUMS;
  }

  merge(other: PairTally): this {
    addInto(this.counts, other.counts);
    this.sums.merge(other.sums);
    return this;
  }
}

function total(row: Float64Array, places: readonly number[]): number {
  let sum = 0;
  for (const at of places) sum += row[at]!;
  return sum;
}

function isSameWalk({ engine: { log: one } }: ComparedCustomer, after: ComparedCustomer): boolean {
  const two = after.engine.log;
  if (one.length !== two.length || one.end !== two.end || one.endClock !== two.endClock) {
    return false;
  }
  for (let k = 0; k < one.length; k += 1) {
    if (one.touchpoints[k] !== two.touchpoints[k] || one.clocks[k] !== two.clocks[k]) return false;
  }
  return true;
}

/** Walks a range under both scenarios; who arrives in one of them only is left out. */
export function pairRange(
  before: Tables,
  after: Tables,
  { from, to }: Range,
  asked: readonly Quotient[] = [],
): PairTally {
  const tally = new PairTally(before, asked);
  const one = new ComparedCustomer(before);
  const two = new ComparedCustomer(after);
  for (let customer = from; customer < to; customer += 1) {
    if (one.walk(customer) && two.walk(customer)) tally.add(one, two);
  }
  return tally;
}

/** A pair tally as plain data, for messages between threads. */
export type PairData = readonly Float64Array[];

/** Counts, and the limbs of the sums; `pairsOfData` reads them back. */
export function dataOfPairs({ counts, sums }: PairTally): PairData {
  return [counts, sums.top, sums.high, sums.low];
}

/** Throws a RangeError where the data is of another map. */
export function pairsOfData(
  tables: Tables,
  data: PairData,
  asked: readonly Quotient[] = [],
): PairTally {
  const tally = new PairTally(tables, asked);
  dataOfPairs(tally).forEach((array, index) => {
    const given = data[index];
    if (given?.length !== array.length) throw new RangeError('the pairs are of another map');
    array.set(given);
  });
  return tally;
}
