import type { Batches, Estimate, Interval, RunResult } from '../results';
import { jackknife } from './jackknife';

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
  const without = batches.customers.map((_, index) => over(batches, metric, index));
  return { value, interval: jackknife(value, without) };
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
    return { value, interval: apart(one, two, value) };
  }
  const without = a.batches.customers.map(
    (_, index) => over(b.batches, metric, index) - over(a.batches, metric, index),
  );
  return { value, interval: jackknife(value, without) };
}

/**
 * b − a of a KPI, with its 95 % interval: paired runs replica by replica, others by adding their
 * variances. Null where either run does not have the KPI.
 */
export function kpiDifference(a: RunResult, b: RunResult, kpi: string): Estimate | null {
  const [one, two] = [a.kpis[kpi], b.kpis[kpi]];
  if (!one || !two) return null;
  const value = two.value - one.value;
  const [before, after] = [a.replicas.kpis[kpi] ?? [], b.replicas.kpis[kpi] ?? []];
  if (isPaired(a, b) && before.length === after.length) {
    const without = after.map((each, index) => (each ?? NaN) - (before[index] ?? NaN));
    return { value, interval: jackknife(value, without, b.replicas.share) };
  }
  return { value, interval: apart(one, two, value) };
}

/** Interval of the difference of two numbers that have nothing to do with each other. */
function apart(one: Estimate, two: Estimate, value: number): Interval | null {
  if (!one.interval || !two.interval) return null;
  const [left, right] = [one, two].map(({ interval }) => (interval![1] - interval![0]) / 2);
  const half = Math.sqrt(left! * left! + right! * right!);
  return [value - half, value + half];
}
