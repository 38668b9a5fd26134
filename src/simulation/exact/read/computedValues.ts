import type { Estimate, TimeEstimates } from '../../results';
import type { Spreading } from './exactGroup';

/** Thrown where a number is read that the exact solution does not have. */
export class NotComputed extends Error {
  override readonly name = 'NotTold';
}

/** A number without an interval: it is computed. */
export const exactly = (value: number): Estimate => ({ value, interval: null });
/** @throws `NotTold`, naming what was read. */
export const notComputed = (what: string): never => {
  throw new NotComputed(what);
};

/** A table whose values are made when they are read. */
export function lazily<Value>(
  ids: readonly string[],
  value: (id: string) => Value,
): Readonly<Record<string, Value>> {
  const table: Record<string, Value> = {};
  for (const id of ids) {
    Object.defineProperty(table, id, {
      enumerable: true,
      configurable: true,
      get: () => value(id),
    });
  }
  return table;
}

/** Times of which only the mean is known, in days. */
export function timesOf(count: number, { mean }: Spreading): TimeEstimates {
  return { count, mean: exactly(mean), median: exactly(NaN), p90: exactly(NaN) };
}
