import { type Impossibilities, impossibilities } from '../../machine';
import type { JourneyMap } from '../../map/schema';
import type { SampledWalks } from '../results';
import { type Coverage, coverageOf } from './coverage';

/** The cover of the sample, and what of the map no customer can take. */
export interface MapCoverage extends Coverage {
  readonly impossible: Impossibilities;
}

/** Nodes the search for the smallest cover may open: some seconds, in a worker. */
const NODES = 300_000;

/** What nobody can take, with the proofs, and the fewest sampled customers who show the rest. */
export function coverMap(map: JourneyMap, walks: SampledWalks): MapCoverage {
  return { ...coverageOf(walks, NODES), impossible: impossibilities(map) };
}
