import type { ObstacleOf } from '../machine';
import type { JourneyMap } from '../map/schema';
import type { MapCoverage } from '../simulation/cover';

/** What a walk can cover. */
export type CoveredKind = 'touchpoints' | 'transitions';

/** A record that nobody in a sample met. */
export interface UnseenRecord {
  readonly collection: CoveredKind;
  readonly id: string;
}

/** Possible as far as anybody can prove, and yet nobody in the sample took it. */
export function unseenRecords(
  { impossible, touchpoints, transitions }: Pick<MapCoverage, 'impossible' | CoveredKind>,
  map: Pick<JourneyMap, CoveredKind>,
): UnseenRecord[] {
  const gone = new Set([...impossible.touchpoints, ...impossible.transitions].map(({ id }) => id));
  const missing = (collection: CoveredKind, seen: ReadonlySet<string>) =>
    Object.keys(map[collection])
      .filter((id) => !seen.has(id) && !gone.has(id))
      .map((id) => ({ collection, id }));
  return [...missing('touchpoints', touchpoints), ...missing('transitions', transitions)];
}

/** One obstacle and everybody who meets it; null = customers without a persona. */
export interface SharedObstacle {
  readonly obstacle: ObstacleOf['obstacle'];
  readonly personas: readonly (string | null)[];
}

/** Personas with the very same obstacle together, in the order of the first of each. */
export function sharedObstacles(because: readonly ObstacleOf[]): SharedObstacle[] {
  const groups = new Map<
    string,
    { obstacle: ObstacleOf['obstacle']; personas: (string | null)[] }
  >();
  for (const { persona, obstacle } of because) {
    const key = JSON.stringify(obstacle);
    const known = groups.get(key) ?? { obstacle, personas: [] };
    known.personas.push(persona);
    groups.set(key, known);
  }
  return [...groups.values()];
}
