import type { SampledWalks } from '../results';
import { setCover } from './setCover';

/** A sampled walk of a cover, and what it is the first of them to show. */
export interface CoveringWalk {
  /** Place among the sampled walks; see `walkAt`. */
  readonly walk: number;
  readonly touchpoints: readonly string[];
  readonly transitions: readonly string[];
}

/** Few walks that show everything a sample shows. */
export interface Coverage {
  /** Together they take everything any sampled walk takes; those that show most come first. */
  readonly walks: readonly CoveringWalk[];
  /** No fewer of the sampled walks could do; equal to their number where they are the fewest. */
  readonly atLeast: number;
  /** What any sampled walk took. */
  readonly touchpoints: ReadonlySet<string>;
  readonly transitions: ReadonlySet<string>;
}

/** The smallest set of sampled customers that shows everything the sample shows. */
export function coverageOf(walks: SampledWalks, nodes?: number): Coverage {
  const firstTransition = walks.touchpoints.length;
  const size = firstTransition + walks.transitions.length;
  const takenBy = walks.customer.map((_, walk) => {
    const taken = new Set<number>();
    for (let step = walks.first[walk]!; step < walks.first[walk + 1]!; step += 1) {
      taken.add(walks.touchpoint[step]!);
      const transition = walks.transition[step]!;
      if (transition >= 0) taken.add(firstTransition + transition);
    }
    return taken;
  });
  const { chosen, atLeast } = setCover(size, takenBy, nodes);
  const seen = new Set<number>();
  const left = new Set(chosen);
  const ordered: CoveringWalk[] = [];
  while (left.size > 0) {
    const news = [...left].map((walk) => ({
      walk,
      elements: [...takenBy[walk]!].filter((element) => !seen.has(element)),
    }));
    const most = news.reduce((a, b) => (b.elements.length > a.elements.length ? b : a));
    left.delete(most.walk);
    for (const element of most.elements) seen.add(element);
    ordered.push({ walk: most.walk, ...named(most.elements) });
  }
  const { touchpoints, transitions } = named([...seen]);
  return {
    walks: ordered,
    atLeast,
    touchpoints: new Set(touchpoints),
    transitions: new Set(transitions),
  };

  function named(elements: readonly number[]) {
    return {
      touchpoints: elements.flatMap((e) => (e < firstTransition ? [walks.touchpoints[e]!] : [])),
      transitions: elements.flatMap((e) =>
        e < firstTransition ? [] : [walks.transitions[e - firstTransition]!],
      ),
    };
  }
}
