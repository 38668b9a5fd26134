/**
 * Counts as whole percents of their sum that add up to 100, by largest remainder: each is rounded down, and what is
 * left goes to those that lost most. Of nothing all are 0.
 */
export function wholePercents(counts: readonly number[]): readonly number[] {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return counts.map(() => 0);
  const exact = counts.map((count) => (count * 100) / all);
  const percents = exact.map(Math.floor);
  const missing = 100 - percents.reduce((sum, percent) => sum + percent, 0);
  const lost = exact.map((share, at) => ({ at, by: share - Math.floor(share) }));
  const raised = new Set(
    lost
      .toSorted((a, b) => b.by - a.by)
      .slice(0, missing)
      .map(({ at }) => at),
  );
  return percents.map((percent, at) => percent + (raised.has(at) ? 1 : 0));
}
