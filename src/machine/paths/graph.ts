import type { JourneyMap, Transition } from '../../map/schema';
import { entriesOf, transitionsOf } from '../transitions';

/** Returns whether somebody can take a transition, e.g. one persona; without it, all. */
export type CanTake = (id: string, transition: Transition) => boolean;

/** One step: a transition and where it leads. */
export interface Edge {
  readonly transition: string;
  readonly to: string;
}

/** Touchpoints and the transitions between them, without those nobody can take. */
export interface JourneyGraph {
  readonly nodes: readonly string[];
  readonly entries: readonly string[];
  readonly outcomes: readonly string[];
  readonly edges: (from: string) => readonly Edge[];
}

/** Edges of a touchpoint are in the order of its transitions. */
export function graphOf(map: JourneyMap, canTake: CanTake = () => true): JourneyGraph {
  const outgoing = transitionsOf(map);
  const nodes = Object.keys(map.touchpoints);
  const edges = new Map(
    nodes.map((from) => [
      from,
      outgoing
        .from(from)
        .filter(([id, transition]) => canTake(id, transition))
        .map(([transition, { to }]): Edge => ({ transition, to })),
    ]),
  );
  return {
    nodes,
    entries: entriesOf(map),
    outcomes: nodes.filter((id) => map.touchpoints[id]?.kind === 'outcome'),
    edges: (from) => edges.get(from) ?? [],
  };
}

/** A walk: touchpoints, and between each two the transition taken. */
export interface JourneyPath {
  readonly touchpoints: readonly string[];
  readonly transitions: readonly string[];
}

/** How a touchpoint is reached in as few steps as possible; null at the sources themselves. */
export type ArrivalEdges = ReadonlyMap<
  string,
  { readonly from: string; readonly transition: string } | null
>;

/** Breadth first from several sources: everything reachable, and the shortest path there. */
export function arrivalsFrom(sources: Iterable<string>, { edges }: JourneyGraph): ArrivalEdges {
  const arrivals = new Map<string, { from: string; transition: string } | null>();
  for (const source of sources) arrivals.set(source, null);
  // A Map is iterated in the order of insertion, additions included: it is the queue.
  for (const from of arrivals.keys()) {
    for (const { transition, to } of edges(from)) {
      if (!arrivals.has(to)) arrivals.set(to, { from, transition });
    }
  }
  return arrivals;
}

/** The shortest path to `to`, or null when it cannot be come to. */
export function pathTo(to: string, arrivals: ArrivalEdges): JourneyPath | null {
  if (!arrivals.has(to)) return null;
  const touchpoints = [to];
  const transitions: string[] = [];
  for (let step = arrivals.get(to); step; step = arrivals.get(step.from)) {
    touchpoints.push(step.from);
    transitions.push(step.transition);
  }
  return { touchpoints: touchpoints.reverse(), transitions: transitions.reverse() };
}
