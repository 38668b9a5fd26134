import { listUnder } from '../../map/basics';
import type { JourneyMap } from '../../map/schema';
import {
  arrivalsFrom,
  type CanTake,
  type JourneyGraph,
  graphOf,
  type JourneyPath,
  pathTo,
  type Edge,
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
): JourneyPath | null {
  if (!Object.hasOwn(map.touchpoints, from)) return null;
  return pathTo(to, arrivalsFrom([from], graphOf(map, canTake)));
}

/** Touchpoints from which an outcome can be reached, the outcomes included. */
export function canReachOutcome(map: JourneyMap, canTake?: CanTake): ReadonlySet<string> {
  return new Set(transitionsToOutcome(graphOf(map, canTake)).keys());
}

/** Next step towards the nearest outcome, from everywhere one can be reached; null at an outcome. */
export function transitionsToOutcome(graph: JourneyGraph): ReadonlyMap<string, Edge | null> {
  const back = new Map<string, { transition: string; to: string }[]>();
  for (const from of graph.nodes) {
    for (const { transition, to } of graph.edges(from)) {
      listUnder(back, to, { transition, to: from });
    }
  }
  const arrivals = arrivalsFrom(graph.outcomes, {
    ...graph,
    edges: (to) => back.get(to) ?? [],
  });
  return new Map(
    Array.from(arrivals, ([id, next]) => [
      id,
      next && { transition: next.transition, to: next.from },
    ]),
  );
}
