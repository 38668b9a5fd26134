import { fraction } from '../../map/basics';
import type { PairedNumber, ScenarioComparison } from '../results';
import { meanOf, shareOf, Z95 } from '../statistics';
import type { PairTally, Quotient } from './pairTally';

/** The pairs of customers in words: each number before and after, and how sure their difference is. */
export function comparisonOf(tally: PairTally): ScenarioComparison {
  const customers = tally.count('customers');
  const quotients = tally.quotients.flatMap((asked, index) => {
    const number = quotient(tally, index, asked);
    return number ? [[asked.name, number] as const] : [];
  });
  return {
    customers,
    changed: shareOf(tally.count('changed'), customers),
    better: shareOf(tally.count('better'), customers),
    worse: shareOf(tally.count('worse'), customers),
    numbers: Object.fromEntries([
      ...tally.names.map((name) => [name, perCustomer(tally, name)] as const),
      ...quotients,
    ]),
    ends: tally.ends,
    moves: tally.ends.flatMap((from, a) =>
      tally.ends.flatMap((to, b) => {
        const count = tally.moved(a, b);
        return a === b || count === 0 ? [] : [{ from, to, customers: count }];
      }),
    ),
  };
}

/** Means per customer; the interval of their difference is that of the customers' own differences. */
function perCustomer(tally: PairTally, name: string): PairedNumber {
  const customers = tally.count('customers');
  const [a, b] = [tally.sum(name, 'a'), tally.sum(name, 'b')];
  const squares = tally.sum(name, 'aa') + tally.sum(name, 'bb') - 2 * tally.sum(name, 'ab');
  const { value, interval } = meanOf(b - a, Math.max(0, squares), customers);
  const mean = (sum: number) => fraction(sum, customers);
  return { before: mean(a), after: mean(b), change: { value, interval } };
}

/**
 * Two quotients of sums, by the delta method on each customer's share in their difference:
 * (n′ − R′d′)/D′ − (n − Rd)/D. Null where there is nothing to divide by.
 */
function quotient(
  tally: PairTally,
  index: number,
  { by, isTotal = false }: Quotient,
): PairedNumber | null {
  const customers = tally.count('customers');
  const sum = (part: 'of' | 'by', moment: 'a' | 'b' | 'aa' | 'bb' | 'ab') =>
    part === 'by' && by === null ? customers : tally.part(index, part, moment);
  const [A, B] = [sum('by', 'a'), sum('by', 'b')];
  if (A === 0 || B === 0) return null;
  const before = sum('of', 'a') / A;
  const after = sum('of', 'b') / B;
  const n = (moment: 'aa' | 'bb' | 'ab') => sum('of', moment);
  const d = (moment: 'aa' | 'bb' | 'ab') => sum('by', moment);
  const cross = (which: 'aa' | 'ab' | 'ba' | 'bb') => tally.cross(index, which);
  const one = n('aa') - 2 * before * cross('aa') + before * before * d('aa');
  const two = n('bb') - 2 * after * cross('bb') + after * after * d('bb');
  const both = n('ab') - after * cross('ab') - before * cross('ba') + before * after * d('ab');
  const variance = Math.max(0, one / (A * A) + two / (B * B) - (2 * both) / (A * B));
  const half = Z95 * Math.sqrt(variance);
  const times = isTotal ? customers : 1;
  const value = after - before;
  return {
    before: before * times,
    after: after * times,
    change: { value: value * times, interval: [(value - half) * times, (value + half) * times] },
  };
}
