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

/**
 * Strongly connected components, by Tarjan's algorithm without recursion. What a component leads to
 * comes before it, so a solver that goes through the list finds every later value known.
 */
export function components(map: JourneyMap, canTake?: CanTake): string[][] {
  return componentsOf(graphOf(map, canTake));
}

function componentsOf({ nodes, edges }: JourneyGraph): string[][] {
  const found: string[][] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const lowOf = (id: string) => low.get(id) ?? 0;
  const enter = (id: string) => {
    low.set(id, index.size);
    index.set(id, index.size);
    open.push(id);
    isOpen.add(id);
    return { id, rest: edges(id)[Symbol.iterator]() };
  };
  const leave = (id: string) => {
    if (lowOf(id) !== index.get(id)) return;
    const members = open.splice(open.lastIndexOf(id));
    for (const member of members) isOpen.delete(member);
    found.push(members);
  };
  for (const root of nodes) {
    if (index.has(root)) continue;
    const calls = [enter(root)];
    for (let call = calls.at(-1); call; call = calls.at(-1)) {
      const step = call.rest.next();
      if (step.done) {
        calls.pop();
        leave(call.id);
        const caller = calls.at(-1);
        if (caller) low.set(caller.id, Math.min(lowOf(caller.id), lowOf(call.id)));
        continue;
      }
      const { to } = step.value;
      const seen = index.get(to);
      if (seen === undefined) calls.push(enter(to));
      else if (isOpen.has(to)) low.set(call.id, Math.min(lowOf(call.id), seen));
    }
  }
  return found;
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
