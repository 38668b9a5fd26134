import type { JourneyMap } from '../../map/schema';
import {
  arrivalsFrom,
  type CanTake,
  type Graph,
  graphOf,
  type Path,
  pathTo,
  type Step,
} from './graph';

/** Touchpoints that can be come to from an entry, the entries included. */
export function reachable(map: JourneyMap, canTake?: CanTake): ReadonlySet<string> {
  const graph = graphOf(map, canTake);
  return new Set(arrivalsFrom(graph.entries, graph).keys());
}

/** The path with the fewest transitions; null when there is none. From a touchpoint to itself: no step. */
export function shortestPath(
  map: JourneyMap,
  from: string,
  to: string,
  canTake?: CanTake,
): Path | null {
  if (!Object.hasOwn(map.touchpoints, from)) return null;
  return pathTo(to, arrivalsFrom([from], graphOf(map, canTake)));
}

/** Touchpoints from which an outcome can be reached, the outcomes included. */
export function canReachOutcome(map: JourneyMap, canTake?: CanTake): ReadonlySet<string> {
  return new Set(waysToOutcome(graphOf(map, canTake)).keys());
}

/** Next step towards the nearest outcome, from everywhere one can be reached; null at an outcome. */
export function waysToOutcome(graph: Graph): ReadonlyMap<string, Step | null> {
  const back = new Map<string, { transition: string; to: string }[]>();
  for (const from of graph.nodes) {
    for (const { transition, to } of graph.steps(from)) {
      const list = back.get(to);
      if (list) list.push({ transition, to: from });
      else back.set(to, [{ transition, to: from }]);
    }
  }
  const arrivals = arrivalsFrom(graph.outcomes, {
    ...graph,
    steps: (to) => back.get(to) ?? [],
  });
  return new Map(
    Array.from(arrivals, ([id, next]) => [
      id,
      next && { transition: next.transition, to: next.from },
    ]),
  );
}
