import type { JourneyMap, Kpi } from '../map/schema';
import { exactFigures, type ExactSolution, NotTold } from '../simulation/exact';
import { measureOf } from './measure';

/**
 * Every KPI of the map, by id, as the exact solution tells it: the same definitions that read runs.
 * Null for what a solution cannot tell (medians, emotions, series without a horizon) or nobody can.
 */
export function measureExact(
  map: JourneyMap,
  solution: ExactSolution,
): Readonly<Record<string, number | null>> {
  const figures = exactFigures(solution);
  const measure = (id: string, kpi: Kpi): number | null => {
    try {
      const value = measureOf({ ...map, kpis: { [id]: kpi } })(figures)[id]?.value;
      return value !== undefined && Number.isFinite(value) ? value : null;
    } catch (error) {
      if (error instanceof NotTold) return null;
      throw error;
    }
  };
  return Object.fromEntries(Object.entries(map.kpis).map(([id, kpi]) => [id, measure(id, kpi)]));
}
