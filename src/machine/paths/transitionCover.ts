import type { JourneyMap } from '../../map/schema';
import { arrivalsFrom, type CanTake, graphOf, type Path, pathTo } from './graph';
import { waysToOutcome } from './reach';

export interface TransitionCover {
  /** Walks from an entry to an outcome (or to where it goes no further) that take every transition. */
  readonly walks: readonly Path[];
  /** Transitions no walk can take. */
  readonly missed: readonly string[];
}

/**
 * A set of walks that together take every transition that can be taken. Greedy: each walk goes the
 * shortest way to a transition not yet taken, on along others as long as there are any, and then
 * the shortest way out. Not proved to be the smallest set.
 */
export function transitionCover(map: JourneyMap, canTake?: CanTake): TransitionCover {
  const graph = graphOf(map, canTake);
  const arrivals = arrivalsFrom(graph.entries, graph);
  const out = waysToOutcome(graph);
  const open = new Set(
    Array.from(arrivals.keys(), (id) => graph.steps(id).map(({ transition }) => transition)).flat(),
  );
  const walks: Path[] = [];
  // The farthest first: the ways there take most of the others along.
  for (const start of [...arrivals.keys()].reverse()) {
    while (graph.steps(start).some(({ transition }) => open.has(transition))) {
      const way = pathTo(start, arrivals);
      if (way) walks.push(walkOn(way));
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
      graph.steps(transition.from).some((step) => step.transition === id)
    );
  }

  function walkOn(way: Path): Path {
    const touchpoints = [...way.touchpoints];
    const transitions = [...way.transitions];
    for (const taken of transitions) open.delete(taken);
    const isNew = ({ transition }: { transition: string }) => open.has(transition);
    for (let here = touchpoints.at(-1); here !== undefined;) {
      const step = graph.steps(here).find(isNew) ?? out.get(here);
      if (!step) break;
      open.delete(step.transition);
      touchpoints.push(step.to);
      transitions.push(step.transition);
      here = step.to;
    }
    return { touchpoints, transitions };
  }
}
