import { average } from '../../map/basics';
import type { Interval } from '../results';
import { t95 } from './studentT';

/**
 * The 95 % interval of a number from what it would be without each of several equal parts of the
 * customers (grouped jackknife, Quenouille 1956). `share` is the part of the customers the parts
 * hold: variance falls as their number grows. Null where a part decides whether the number exists.
 */
export function jackknife(value: number, without: readonly number[], share = 1): Interval | null {
  const count = without.length;
  if (count < 2 || !Number.isFinite(value) || !without.every(Number.isFinite)) return null;
  const mean = average(without);
  const squares = without.reduce((sum, each) => sum + (each - mean) * (each - mean), 0);
  const half = t95(count - 1) * Math.sqrt(((count - 1) / count) * squares * share);
  return [value - half, value + half];
}
