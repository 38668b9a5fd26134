import { inOrder } from '../../map/records';
import { type JourneyMap, Scenario } from '../../map/schema';

/** Two scenarios to compare; null = the map as it stands. */
type ScenarioPair = readonly [before: string | null, after: string | null];

/** What two scenarios walk under that is not what they try out. */
const FRAME = ['startDate', 'horizon', 'arrivals'] as const;
type FramePart = (typeof FRAME)[number];

/** In which of their settings two scenarios, or runs, are not alike. */
export function unlike(
  one: Pick<Scenario, FramePart>,
  other: Pick<Scenario, FramePart>,
): readonly FramePart[] {
  return FRAME.filter((part) => JSON.stringify(one[part]) !== JSON.stringify(other[part]));
}

/** A scenario's settings; the map as it stands has the usual ones. */
export function settingsOf(map: JourneyMap, id: string | null): Scenario {
  return map.scenarios[id ?? ''] ?? Scenario.parse({});
}

/** How much a scenario tries out: the campaigns that act because of it, and its overrides. */
function trials({ campaigns, overrides }: Scenario): number {
  return Object.values(campaigns).filter(Boolean).length + Object.keys(overrides).length;
}

/**
 * The pair to begin with: the last scenario that tries something out and has a calmer one to be held
 * against, alike in all but what it tries; the calmest of those. The map as it stands yields to a
 * scenario made for it.
 */
export function firstPair(map: JourneyMap): ScenarioPair {
  const ids = inOrder(map.scenarios).map(([id]) => id);
  for (const after of ids.toReversed()) {
    const chosen = settingsOf(map, after);
    const calmer = [...ids, null]
      .filter((id) => id !== after && unlike(settingsOf(map, id), chosen).length === 0)
      .map((id) => ({ id, trials: trials(settingsOf(map, id)) }))
      .filter((each) => each.trials < trials(chosen))
      .sort((a, b) => a.trials - b.trials);
    if (calmer[0]) return [calmer[0].id, after];
  }
  return [null, ids.at(-1) ?? null];
}
