import { pairedKpis } from '../../kpis';
import type { JourneyMap } from '../../map/schema';
import { compareScenarios, type CompareOptions, type ScenarioComparison } from '../../simulation';

/**
 * Walks the same customers under two scenarios (null = the map as it is), and compares the map's own KPIs
 * besides. Rejects as `compareScenarios` does.
 */
export function compareOnMap(
  map: JourneyMap,
  before: string | null,
  after: string | null,
  options: Omit<CompareOptions, 'quotients'>,
): Promise<ScenarioComparison> {
  const { quotients } = pairedKpis(map);
  return compareScenarios(map, before, after, { ...options, quotients });
}
