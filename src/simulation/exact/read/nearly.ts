import type { JourneyMap, Scenario } from '../../../map/schema';
import type { Estimate } from '../../results';
import { setUp } from '../../setup';
import { type Chain, gridOf, latticeOf } from '../chain';
import { buildChain, Endless, type ExactOptions, Stepped } from '../solve';
import { type ExactSolution, solutionOf } from './solveExact';
import type { Watched } from '../model';

/** What can be computed at once: exactly where that is possible, else on a grid of time. */
export interface NearSolution {
  readonly solution: ExactSolution;
  /** Days of a step of the grid; null = exact. */
  readonly step: number | null;
  /**
   * A number read from it. Its interval is a point where it is exact; on a grid it is twice what half as
   * many steps change in it, an estimate of the error of computing (`solveOnGrid` has proved bounds).
   */
  readonly estimate: (read: (solution: ExactSolution) => number) => Estimate;
  /** What the finer grid changed in a number; 0 = exact. Of two maps much alike it is much alike. */
  readonly drift: (read: (solution: ExactSolution) => number) => number;
}

/** The coarser of the two grids has so many steps, whichever number of them fits the constant waits best. */
const STEPS = { from: 20, to: 36 } as const;
/** What is as good as a whole number of steps. */
const WHOLE = 1e-6;

/**
 * Solves a map, or walks its cohort on two grids of time where its waits fit no lattice up to the horizon.
 * Every wait keeps its mean on the grid, so that a few dozen steps are enough. Without series, and
 * without the segments of `solution.segments`. Throws as `solveExact` does where choices read the time.
 */
export function solveNearly(
  map: JourneyMap,
  scenario: string | Scenario | null = null,
  options: ExactOptions = {},
): NearSolution {
  const setup = setUp(map, scenario, options);
  const { horizon } = setup.settings;
  const chainOf = (watch: Watched | null) =>
    buildChain(
      setup,
      { ...options, unused: false },
      { moves: false, priceSource: false, segments: false, watch },
    );
  const chain = chainOf(null);
  const chainFor = (watch: Watched | null) => (watch ? chainOf(watch) : chain);
  const exactly = (solution: ExactSolution): NearSolution => ({
    solution,
    step: null,
    drift: () => 0,
    estimate: (read) => {
      const value = read(solution);
      return { value, interval: [value, value] };
    },
  });
  if (horizon === null) return exactly(solutionOf(setup, (watch) => new Endless(chainFor(watch))));
  const lattice = latticeOf(chain, horizon);
  if (!('transition' in lattice)) {
    const onLattice = (watch: Watched | null) => {
      const watched = chainFor(watch);
      const found = watch ? latticeOf(watched, horizon) : lattice;
      // The same waits as without watching, so that they are as whole.
      return new Stepped(watched, 'transition' in found ? lattice : found, horizon);
    };
    return exactly(solutionOf(setup, onLattice));
  }
  const coarsely = stepsFor(chain, horizon);
  const onGrid = (steps: number) =>
    solutionOf(
      setup,
      (watch) => {
        const watched = chainFor(watch);
        return new Stepped(watched, gridOf(watched, horizon / steps, horizon, 'nearest'), horizon);
      },
      'grid',
    );
  const [coarse, fine] = [onGrid(coarsely), onGrid(2 * coarsely)];
  const drift: NearSolution['drift'] = (read) => read(fine) - read(coarse);
  return {
    solution: fine,
    step: horizon / (2 * coarsely),
    drift,
    estimate: (read) => {
      const value = read(fine);
      const error = 2 * Math.abs(drift(read));
      return { value, interval: [value - error, value + error] };
    },
  };
}

/** A whole number of steps up to the horizon on which most constant waits are whole; of equals the smallest. */
function stepsFor({ wait, model }: Chain, horizon: number): number {
  const fixed = Array.from(wait, (each) => model.waits[each]!.fixed ?? 0).filter(
    (days) => days > 0,
  );
  const fits = (steps: number) =>
    fixed.filter((days) => {
      const ticks = (days * steps) / horizon;
      return Math.abs(ticks - Math.round(ticks)) < WHOLE;
    }).length;
  let best: number = STEPS.from;
  let most = fits(best);
  for (let steps = best + 1; steps <= STEPS.to; steps += 1) {
    const count = fits(steps);
    if (count > most) [best, most] = [steps, count];
  }
  return best;
}
