import { fraction } from '../../../map/basics';
import type { JourneyMap, Scenario } from '../../../map/schema';
import { type RunSetup, setUp } from '../../setup';
import type { Chain } from '../chain';
import { customersOf, NotExact, type Reason, type Watched } from '../model';
import {
  Endless,
  type ExactOptions,
  type ExactPeriod,
  type Solver,
  solverOf,
  Stepped,
} from '../solve';
import type { ExactGroup } from './exactGroup';
import { SolvedGroup } from './solvedGroup';
import { SolvedGroups } from './groups';

/** A solved map: every number is an expectation over the customers of the run, not an estimate. */
export interface ExactSolution {
  readonly setup: RunSetup;
  /**
   * `endless` = no horizon, by linear equations; `lattice` = up to a horizon, tick by tick; `grid` = the
   * same on ticks that waits do not fit, which is near and not exact (see `solveNearly`).
   */
  readonly method: 'endless' | 'lattice' | 'grid';
  /** Days of a tick of the lattice or grid. */
  readonly tick: number | null;
  readonly states: number;
  /** Customers who arrive within the run. */
  readonly customers: number;
  readonly total: ExactGroup;
  readonly personas: Readonly<Record<string, ExactGroup>>;
  /** Segments that are settled on arrival; `segment` answers for the others. */
  readonly segments: Readonly<Record<string, ExactGroup>>;
  /** Transitions whose discounting is by quadrature (about 1e-14) rather than in closed form. */
  readonly byQuadrature: readonly string[];
  /** Per customer; null without a horizon, on a grid, or where customers arrive on different days. */
  readonly series: readonly ExactPeriod[] | null;
  /**
   * Those who are ever members of the segment. Null where its rule cannot be followed exactly, and
   * up to a horizon for segments that are not settled on arrival.
   */
  readonly segment: (id: string) => ExactGroup | null;
  /** Share of all customers who are ever members of the segment; null as above, but with a horizon too. */
  readonly memberShare: (id: string) => number | null;
  /**
   * Shares who came to `from` (null = arrived), and of them to `to` afterwards (null = any outcome) before they came to
   * any of `until`; of a persona's customers if one is named.
   */
  readonly span: (
    from: readonly string[] | null,
    to: readonly string[] | null,
    options?: { readonly persona?: string | undefined; readonly until?: readonly string[] },
  ) => ExactSpan;
  /** Everything, of those whose walk ends at an outcome or (null) by dropping off; endless only. */
  readonly given: (outcome: string | null) => ExactGroup | null;
}

/** Shares of all customers, or of all of one persona. */
export interface ExactSpan {
  readonly started: number;
  readonly completed: number;
}

/**
 * Solves a map instead of sampling it: `scenario` as for `simulate`. Throws `NotExact` with the
 * reason where that is not possible, and `RunRefused` where a run would be meaningless.
 */
export function solveExact(
  map: JourneyMap,
  scenario: string | Scenario | null = null,
  options: ExactOptions = {},
): ExactSolution {
  const setup = setUp(map, scenario, options);
  return solutionOf(setup, (watch) => solverOf(setup, options, watch));
}

/** Why `solveExact` would refuse, or null where it would not. */
export function whyNotExact(
  map: JourneyMap,
  scenario: string | Scenario | null = null,
  options: ExactOptions = {},
): Reason | null {
  try {
    solverOf(setUp(map, scenario, options), options, null);
    return null;
  } catch (error) {
    if (error instanceof NotExact) return error.reason;
    throw error;
  }
}

/** Reads a solution from solvers: `solve` makes the one for everything, or the one that watches for something. */
export function solutionOf(
  setup: RunSetup,
  solve: (watch: Watched | null) => Solver,
  method?: 'grid',
): ExactSolution {
  const solver = solve(null);
  const groups = new SolvedGroups(setup, solver);
  const [personas, segments] = [groups.byKind('persona'), groups.byKind('segment')];
  const watching = onceEach(solve);
  return {
    setup,
    method: method ?? (solver instanceof Endless ? 'endless' : 'lattice'),
    tick: solver instanceof Stepped ? solver.lattice.tick : null,
    states: solver.chain.size,
    customers: customersOf(setup),
    get total() {
      return groups.at(0);
    },
    personas,
    segments,
    byQuadrature: solver instanceof Endless ? quadratureOf(solver) : [],
    get series() {
      return groups.series();
    },
    segment: (id) => {
      if (Object.hasOwn(segments, id)) return segments[id]!;
      const found = orNotExact(() => watching({ segment: id }));
      if (!(found instanceof Endless)) return null;
      const isSeen = (s: number) => found.chain.seen[s] === 1;
      const tilt = found.tilt(isSeen, isSeen);
      return new SolvedGroup(found, 0, found.sumsOf(0, tilt), tilt);
    },
    memberShare: (id) =>
      Object.hasOwn(segments, id)
        ? segments[id]!.share
        : (orNotExact(() => watching({ segment: id }))?.sumsOf(0).seen ?? null),
    span: (from, to, { persona, until = [] } = {}) => {
      const found = watching({
        from: from && new Set(from),
        to: to && new Set(to),
        until: new Set(until),
      });
      const index = persona === undefined ? 0 : personaOf(found.chain, persona);
      const who = persona === undefined ? groups.at(0) : personas[persona];
      const { seen, share } = found.sumsOf(index);
      return {
        started: from === null ? 1 : (who?.reached(from) ?? 0),
        completed: fraction(seen, share),
      };
    },
    given: (outcome) => {
      if (!(solver instanceof Endless)) return null;
      const { touchpoint, model } = solver.chain;
      const tilt = solver.tilt(
        (s) => model.touchpoints[touchpoint[s]!]!.id === outcome,
        () => outcome === null,
      );
      return new SolvedGroup(solver, 0, solver.sumsOf(0, tilt), tilt);
    },
  };
}

/** Solves once for each thing that is watched for. */
function onceEach(solve: (watch: Watched) => Solver): (watch: Watched) => Solver {
  const solved = new Map<string, Solver>();
  return (watch) => {
    const key =
      'segment' in watch
        ? `segment ${watch.segment}`
        : `span ${JSON.stringify([watch.from, watch.to, watch.until].map((each) => each && [...each]))}`;
    const known = solved.get(key) ?? solve(watch);
    solved.set(key, known);
    return known;
  };
}

/** What the work returns, or null where it is refused as not exact. */
function orNotExact<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof NotExact) return null;
    throw error;
  }
}

function personaOf({ groups }: Chain, id: string): number {
  return groups.findIndex((group) => group.kind === 'persona' && group.id === id);
}

function quadratureOf({ chain, force }: Endless): string[] {
  if (force === 0) return [];
  const transitions = new Set<number>();
  chain.wait.forEach((wait, a) => {
    if (chain.model.waits[wait]!.byQuadrature) transitions.add(chain.transition[a]!);
  });
  return [...transitions].map((transition) => chain.model.transitionIds[transition]!);
}
