import type { RunSetup, SetupOptions } from '../../setup';
import { type Chain, chainOf, latticeOf, MOST_STATES } from '../chain';
import { modelOf, type ModelOptions, NotExact, type Watched } from '../model';
import { Endless } from './endless';
import { Stepped } from './stepped';

/** Options of a solution, in addition to those of the setup. */
export interface ExactOptions extends SetupOptions {
  /** Beyond so many states the map counts as not exactly solvable. */
  maxStates?: number;
  /** All customers arrive here instead of at the entries. */
  start?: string;
  /** Coming here ends the walk. */
  stop?: string;
}

/** What solves a chain: without a horizon, or step by step up to it. */
export type Solver = Endless | Stepped;

/** The chain of a map, solved or ready to be walked; for gradients with the source of every price. */
export function solverOf(
  setup: RunSetup,
  options: ExactOptions,
  watch: Watched | null,
  gradient: 'none' | 'used-transitions' | 'with-unused-transitions' = 'none',
): Solver {
  const { horizon } = setup.settings;
  const chain = buildChain(
    setup,
    { ...options, unused: gradient === 'with-unused-transitions' },
    {
      moves: horizon !== null && watch === null,
      priceSource: gradient !== 'none',
      segments: watch === null && gradient === 'none',
      watch,
    },
  );
  if (horizon === null) return new Endless(chain);
  const lattice = latticeOf(chain, horizon);
  if ('transition' in lattice) {
    throw new NotExact(
      'wait-crosses-horizon',
      lattice.transition === null ? null : { collection: 'transitions', id: lattice.transition },
    );
  }
  return new Stepped(chain, lattice, horizon);
}

/** Many settled segments can multiply the profiles beyond use: then they are left out. */
export function buildChain(
  setup: RunSetup,
  options: ExactOptions & { unused: boolean },
  model: ModelOptions,
): Chain {
  const chainOptions = {
    maxStates: options.maxStates ?? MOST_STATES,
    start: options.start,
    stop: options.stop,
    unused: options.unused,
  };
  try {
    return chainOf(modelOf(setup, model), chainOptions);
  } catch (error) {
    if (!(error instanceof NotExact) || !model.segments) throw error;
    return chainOf(modelOf(setup, { ...model, segments: false }), chainOptions);
  }
}
