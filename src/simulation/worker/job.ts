import type { JourneyMap, Scenario } from '../../map/schema';
import type { Range } from '../chunks';
import type { PairData, Quotient } from '../comparison';
import type { TallyData } from '../compiled/tally';
import type { SetupOptions } from '../setup';

/** What a worker needs to know of a run. */
export interface Job {
  readonly map: JourneyMap;
  readonly scenario: string | Scenario | null;
  readonly setup: SetupOptions;
  /** The scenario to compare with. */
  readonly against?: string | Scenario | null;
  /** What else the comparison reports. */
  readonly quotients?: readonly Quotient[];
}

/** The worker's side; see `worker.ts`. */
export interface SimulationWorker {
  prepare(job: Job): void;
  walk(range: Range): TallyData;
  /** The same customers under both scenarios of the job. */
  pair(range: Range): PairData;
}
