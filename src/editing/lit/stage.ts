import type { JourneyMap } from '../../map/schema';
import type { Lit } from './lit';

/** A stage, what is in it, and the transitions among its touchpoints. */
export function litStage(map: JourneyMap, stage: string): Lit {
  const items = new Set(
    [...Object.entries(map.touchpoints), ...Object.entries(map.notes)]
      .filter(([, item]) => item.stage === stage)
      .map(([id]) => id),
  );
  const transitions = new Set(
    Object.entries(map.transitions)
      .filter(([, { from, to }]) => items.has(from) && items.has(to))
      .map(([id]) => id),
  );
  return { items, transitions, stages: new Set([stage]), hard: true };
}
