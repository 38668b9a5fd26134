import { goalOf } from '../../kpis';
import { hasMoney } from '../../map/records';
import type { JourneyMap } from '../../map/schema';
import type { ScenarioComparison } from '../../simulation/results';

/**
 * Shares of the customers for whom the second scenario is better and worse: they bring more or less or, on a map
 * without money, reach its goal where they did not before, or the other way round. Null where ends do not show it.
 */
export function betterAndWorse(
  { better, worse, moves, customers }: ScenarioComparison,
  map: JourneyMap,
): { readonly better: number; readonly worse: number } | null {
  if (hasMoney(map)) return { better: better.value, worse: worse.value };
  const goal = goalOf(map);
  if (goal?.kind !== 'outcomes') return null;
  const isGoal = (end: string) => goal.ids.includes(end);
  const shareOf = (moved: (from: boolean, to: boolean) => boolean) =>
    moves
      .filter(({ from, to }) => moved(isGoal(from), isGoal(to)))
      .reduce((sum, each) => sum + each.customers, 0) / Math.max(1, customers);
  return {
    better: shareOf((from, to) => !from && to),
    worse: shareOf((from, to) => from && !to),
  };
}
