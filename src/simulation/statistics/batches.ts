import type { Batches, Estimate, RunResult } from '../results';
import { t95 } from './studentT';

/** A number computed from sums over customers, e.g. revenue per customer. */
export type BatchMetric = (sum: (name: string) => number, customers: number) => number;

/** All batches together, or the mean of something over everybody. */
function over({ customers, sums }: Batches, metric: BatchMetric, skip = -1): number {
  const total = (values: readonly number[]) =>
    values.reduce((sum, value, index) => (index === skip ? sum : sum + value), 0);
  return metric((name) => total(sums[name] ?? []), total(customers));
}

/**
 * Any ratio of a run with its 95 % interval: the jackknife over batches (Quenouille 1956), each
 * batch left out once. Null interval where a batch decides whether the number exists.
 */
export function estimate(batches: Batches, metric: BatchMetric): Estimate {
  const value = over(batches, metric);
  const count = batches.customers.length;
  const without = batches.customers.map((_, index) => over(batches, metric, index));
  return { value, interval: jackknife(value, without, count) };
}

function jackknife(
  value: number,
  without: readonly number[],
  count: number,
): readonly [number, number] | null {
  if (count < 2 || !without.every(Number.isFinite)) return null;
  const mean = without.reduce((sum, each) => sum + each, 0) / count;
  const squares = without.reduce((sum, each) => sum + (each - mean) * (each - mean), 0);
  const half = t95(count - 1) * Math.sqrt(((count - 1) / count) * squares);
  return [value - half, value + half];
}

/** Two runs share their luck when they have the same seed and the same customers in the same batches. */
export function isPaired(a: RunResult, b: RunResult): boolean {
  return (
    a.seed === b.seed &&
    a.customers.from === b.customers.from &&
    a.customers.to === b.customers.to &&
    a.customers.of === b.customers.of &&
    a.batches.customers.length === b.batches.customers.length
  );
}

/**
 * b − a of any number, with its 95 % interval. Paired runs are compared batch by batch, which
 * takes the luck they share out of the interval; others add their variances.
 */
export function difference(a: RunResult, b: RunResult, metric: BatchMetric): Estimate {
  const value = over(b.batches, metric) - over(a.batches, metric);
  if (!isPaired(a, b)) {
    const [one, two] = [estimate(a.batches, metric), estimate(b.batches, metric)];
    if (!one.interval || !two.interval) return { value, interval: null };
    const left = one.interval[1] - one.value;
    const right = two.interval[1] - two.value;
    const half = Math.sqrt(left * left + right * right);
    return { value, interval: [value - half, value + half] };
  }
  const without = a.batches.customers.map(
    (_, index) => over(b.batches, metric, index) - over(a.batches, metric, index),
  );
  return { value, interval: jackknife(value, without, without.length) };
}
