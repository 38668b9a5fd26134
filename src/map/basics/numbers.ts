/** The nearest number that is at least `least` and at most `most`; NaN stays NaN. */
export function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/** Adds from the first to the last, so that the same numbers give the same bits; nothing is 0. */
export function sumOf(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** The arithmetic mean; NaN of nothing. */
export function average(values: readonly number[]): number {
  return sumOf(values) / values.length;
}
