import { stronglyConnected } from '../../map/records';
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

/** Strongly connected components: what a component leads to comes before it. */
export function components(map: JourneyMap, canTake?: CanTake): string[][] {
  return componentsOf(graphOf(map, canTake));
}

function componentsOf({ nodes, edges }: JourneyGraph): string[][] {
  return stronglyConnected(nodes, (id) => edges(id).map(({ to }) => to));
}

/** Groups of touchpoints one can come back to: components with a transition inside. */
export function loops(map: JourneyMap, canTake?: CanTake): string[][] {
  return loopsOf(graphOf(map, canTake));
}

function loopsOf(graph: JourneyGraph): string[][] {
  return componentsOf(graph).filter(
    ([first, ...others]) =>
      others.length > 0 ||
      (first !== undefined && graph.edges(first).some(({ to }) => to === first)),
  );
}

/**
 * One cycle through each group of decisions that lead to one another: a customer for whom those
 * rules hold would never get out. A cycle begins and ends at the same decision.
 */
export function cyclesOfDecisions(map: JourneyMap, canTake?: CanTake): JourneyPath[] {
  const isDecision = (id: string) => map.touchpoints[id]?.kind === 'decision';
  const graph = graphOf(map, (id, transition) => {
    const { from, to } = transition;
    return isDecision(from) && isDecision(to) && (canTake?.(id, transition) ?? true);
  });
  return loopsOf(graph).flatMap((members) => shortestCycle(members, graph) ?? []);
}

function shortestCycle([first]: readonly string[], graph: JourneyGraph): JourneyPath | null {
  if (first === undefined) return null;
  const direct = graph.edges(first).find(({ to }) => to === first);
  if (direct) return closed({ touchpoints: [first], transitions: [] }, direct);
  const arrivals = arrivalsFrom([first], graph);
  for (const id of arrivals.keys()) {
    const last = graph.edges(id).find(({ to }) => to === first);
    const path = last && pathTo(id, arrivals);
    if (path) return closed(path, last);
  }
  return null;
}

function closed({ touchpoints, transitions }: JourneyPath, { transition, to }: Edge): JourneyPath {
  return { touchpoints: [...touchpoints, to], transitions: [...transitions, transition] };
}
