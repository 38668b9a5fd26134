import type { JourneyMap } from '../../map/schema';
import { arrivalsFrom, type CanTake, graphOf, type JourneyPath, pathTo } from './graph';
import { transitionsToOutcome } from './reach';

/** Walks that take every transition, and what they cannot take. */
export interface TransitionCover {
  /** Walks from an entry to an outcome (or to where it goes no further) that take every transition. */
  readonly walks: readonly JourneyPath[];
  /** Transitions no walk can take. */
  readonly missed: readonly string[];
}

/**
 * A set of walks that together take every transition that can be taken. Greedy: each walk goes the
 * shortest path to a transition not yet taken, on along others as long as there are any, and then
 * the shortest path out. Not proved to be the smallest set.
 */
export function transitionCover(map: JourneyMap, canTake?: CanTake): TransitionCover {
  const graph = graphOf(map, canTake);
  const arrivals = arrivalsFrom(graph.entries, graph);
  const out = transitionsToOutcome(graph);
  const open = new Set(
    Array.from(arrivals.keys(), (id) => graph.edges(id).map(({ transition }) => transition)).flat(),
  );
  const walks: JourneyPath[] = [];
  // The farthest first: the paths there take most of the others along.
  for (const start of [...arrivals.keys()].reverse()) {
    while (graph.edges(start).some(({ transition }) => open.has(transition))) {
      const path = pathTo(start, arrivals);
      if (path) walks.push(extended(path));
    }
  }
  return {
    walks,
    missed: Object.keys(map.transitions).filter((id) => !isTaken(id)),
  };

  function isTaken(id: string): boolean {
    const transition = map.transitions[id];
    return (
      transition !== undefined &&
      arrivals.has(transition.from) &&
      graph.edges(transition.from).some((step) => step.transition === id)
    );
  }

  function extended(path: JourneyPath): JourneyPath {
    const touchpoints = [...path.touchpoints];
    const transitions = [...path.transitions];
    for (const taken of transitions) open.delete(taken);
    const isNew = ({ transition }: { transition: string }) => open.has(transition);
    for (let here = touchpoints.at(-1); here !== undefined;) {
      const step = graph.edges(here).find(isNew) ?? out.get(here);
      if (!step) break;
      open.delete(step.transition);
      touchpoints.push(step.to);
      transitions.push(step.transition);
      here = step.to;
    }
    return { touchpoints, transitions };
  }
}
