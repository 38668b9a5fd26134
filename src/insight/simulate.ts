import type { JourneyMap, Scenario } from '../map/schema';
import type { RunResult, SimulateOptions } from '../simulation';

/** How customers are to be walked. */
export interface WalkOptions extends Omit<SimulateOptions, 'pool' | 'measure'> {
  /** Reads the map's KPIs from the run too. */
  readonly measured?: boolean;
}

/** Walks customers; the app's own one uses workers, the command line threads, tests bring another. */
export type Simulate = (
  map: JourneyMap,
  scenario: string | Scenario | null,
  options: WalkOptions,
) => Promise<RunResult>;
