import {
  type Bits,
  bitsOf,
  both,
  countOf,
  has,
  isSubset,
  membersOf,
  shared,
  without,
} from './bits';

/** Sets chosen so that together they hold everything any of them holds. */
export interface SetCover {
  /** Places of the sets chosen, ascending. */
  readonly chosen: readonly number[];
  /** No choice can be smaller than this; equal to the number chosen where that is the smallest. */
  readonly atLeast: number;
}

/** Nodes an exact search may open by default: a fraction of a second. */
const NODES = 20_000;
/** Comparisons, in words, that finding sets within others may take. */
const MOST_COMPARISONS = 20_000_000;

/**
 * The smallest choice of sets that covers all elements below `size`. First what needs no choice goes:
 * sets within others, and elements that come along with another. Then branch and bound from the
 * greedy answer (Chvátal 1979). A large problem ends with the best found so far; `atLeast` says how far
 * from the smallest that can be: elements no two of which share a set need a set each.
 */
export function setCover(size: number, sets: readonly Iterable<number>[], nodes = NODES): SetCover {
  const problem = reduce(
    size,
    sets.map((elements, place) => ({ place, elements: bitsOf(size, elements) })),
  );
  const search = new Search(problem, nodes);
  const chosen = search.best.map(({ place }) => place).sort((a, b) => a - b);
  return { chosen, atLeast: search.isExhausted ? chosen.length : search.bound };
}

interface Candidate {
  readonly place: number;
  readonly elements: Bits;
}

interface CoverProblem {
  readonly sets: readonly Candidate[];
  /** Elements still to be covered, each with the sets that hold it. */
  readonly holders: ReadonlyMap<number, readonly Candidate[]>;
  readonly elements: Bits;
}

function reduce(size: number, all: readonly Candidate[]): CoverProblem {
  let sets = all;
  let elements = bitsOf(size, []);
  for (const set of all) elements = elements.map((word, k) => word | set.elements[k]!);
  for (;;) {
    const fewerSets = largest(sets, elements);
    const fewer = hardest(fewerSets, elements, size);
    const isDone = fewerSets.length === sets.length && countOf(fewer) === countOf(elements);
    sets = fewerSets;
    elements = fewer;
    if (isDone) return { sets, elements, holders: holdersOf(sets, elements) };
  }
}

/** Leaves out sets that lie within another, as far as the elements go; of equal ones the first stays. */
function largest(sets: readonly Candidate[], elements: Bits): readonly Candidate[] {
  const distinct = new Map<string, Candidate & { readonly size: number }>();
  for (const { place, elements: own } of sets) {
    const open = both(own, elements);
    const key = open.join(' ');
    if (!distinct.has(key)) distinct.set(key, { place, elements: open, size: countOf(open) });
  }
  const bySize = [...distinct.values()]
    .filter(({ size }) => size > 0)
    .sort((a, b) => b.size - a.size || a.place - b.place);
  if (bySize.length * bySize.length * elements.length > MOST_COMPARISONS) return bySize;
  const kept: Candidate[] = [];
  for (const set of bySize) {
    if (!kept.some((other) => isSubset(set.elements, other.elements))) kept.push(set);
  }
  return kept;
}

/** Leaves out elements that every set with some other element holds too: they come along. */
function hardest(sets: readonly Candidate[], elements: Bits, size: number): Bits {
  const owners = Array.from(holdersOf(sets, elements), ([element, own]) => ({
    element,
    count: own.length,
    sets: bitsOf(
      sets.length,
      own.map((set) => sets.indexOf(set)),
    ),
  })).sort((a, b) => a.count - b.count || a.element - b.element);
  const words = Math.ceil(sets.length / 32);
  if (owners.length * owners.length * words > MOST_COMPARISONS) return elements;
  const kept: typeof owners = [];
  for (const one of owners) {
    if (!kept.some((harder) => isSubset(harder.sets, one.sets))) kept.push(one);
  }
  return bitsOf(
    size,
    kept.map(({ element }) => element),
  );
}

function holdersOf(sets: readonly Candidate[], elements: Bits): Map<number, Candidate[]> {
  const holders = new Map<number, Candidate[]>();
  for (const element of membersOf(elements)) holders.set(element, []);
  for (const set of sets) {
    for (const element of membersOf(set.elements)) holders.get(element)?.push(set);
  }
  return holders;
}

/** Branches over the sets that hold the rarest element still open. */
class Search {
  best: readonly Candidate[];
  readonly bound: number;
  /** Nothing was left untried: the best is the smallest there is. */
  isExhausted = true;
  private nodes: number;
  private readonly problem: CoverProblem;
  /** Rarest first; `near` = all elements that share a set with this one. */
  private readonly rarest: readonly { element: number; near: Bits }[];

  constructor(problem: CoverProblem, nodes: number) {
    this.nodes = nodes;
    this.problem = problem;
    const none = problem.elements.map(() => 0);
    this.rarest = [...problem.holders]
      .sort(([a, one], [b, two]) => one.length - two.length || a - b)
      .map(([element, owners]) => ({
        element,
        near: owners.reduce(
          (near, { elements }) => near.map((word, k) => word | elements[k]!),
          none,
        ),
      }));
    this.best = this.greedy();
    this.bound = this.leastFor(problem.elements);
    if (this.best.length > this.bound) this.open(problem.elements, []);
  }

  /** Always the set that covers most of what is left. */
  private greedy(): readonly Candidate[] {
    const chosen: Candidate[] = [];
    let left = this.problem.elements;
    for (;;) {
      let best: Candidate | null = null;
      let most = 0;
      for (const set of this.problem.sets) {
        const gain = shared(set.elements, left);
        if (gain > most) [best, most] = [set, gain];
      }
      if (!best) return chosen;
      chosen.push(best);
      left = without(left, best.elements);
    }
  }

  /** Elements no two of which are in one set: each needs a set of its own. */
  private leastFor(left: Bits): number {
    let open = left;
    let count = 0;
    for (const { element, near } of this.rarest) {
      if (!has(open, element)) continue;
      count += 1;
      open = without(open, near);
    }
    return count;
  }

  private open(left: Bits, chosen: readonly Candidate[]): void {
    const next = this.rarest.find(({ element }) => has(left, element));
    if (!next) {
      if (chosen.length < this.best.length) this.best = chosen;
      return;
    }
    this.nodes -= 1;
    if (this.nodes < 0) {
      this.isExhausted = false;
      return;
    }
    if (chosen.length + this.leastFor(left) >= this.best.length) return;
    for (const set of this.problem.holders.get(next.element) ?? []) {
      this.open(without(left, set.elements), [...chosen, set]);
    }
  }
}
