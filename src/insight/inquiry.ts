import { goalShareOf, profitOf } from '../kpis';
import type { JourneyMap, Scenario } from '../map/schema';
import type { Estimate, RunResult } from '../simulation';
import { settingsOf } from './comparison';
import type { Computed, ComputedQuestion } from './live';
import type { Simulate } from './simulate';

/** How an answer was found: solved exactly, solved on a grid of time, or sampled customers. */
export type Method = 'exact' | 'grid' | 'sampled';

/** Solves a map, or returns null where only sampling can answer. */
export type Compute = (question: ComputedQuestion) => Promise<Computed | null>;

/** What an inquiry asks about, and with what. */
export interface InquiryParts {
  readonly map: JourneyMap;
  /** The run that is asked about. */
  readonly run: RunResult;
  readonly simulate: Simulate;
  readonly compute: Compute;
}

/** Questions need differences, not levels: shared luck makes few customers enough. */
const CUSTOMERS = 10_000;

/**
 * What all questions about one run share: its scenario and seed, the map solved as it is, and a smaller run
 * with the same luck where the run itself has more customers than a question needs. Both are worked out once,
 * when a question first needs them.
 */
export class Inquiry {
  readonly map: JourneyMap;
  readonly run: RunResult;
  /** Profit of the run per `PROFIT_ARRIVALS` arrivals. */
  readonly profit: Estimate;
  /** Share of the run's customers who reach the map's goal. */
  readonly goal: Estimate;
  /** Customers that a question is asked of where it is sampled. */
  readonly customers: number;
  readonly scenario: Scenario;
  private readonly parts: InquiryParts;
  private solved: Promise<Computed | null> | null = null;
  private small: Promise<RunResult> | null = null;

  constructor(parts: InquiryParts) {
    const { map, run } = parts;
    this.parts = parts;
    this.map = map;
    this.run = run;
    this.profit = profitOf(run, map);
    this.goal = goalShareOf(run.total, map);
    this.customers = Math.min(run.customers.of, CUSTOMERS);
    this.scenario = settingsOf(map, run.scenario);
  }

  /** Solves a map that differs from the run's, under a scenario; null where only sampling can answer. */
  compute(map: JourneyMap, scenario: Scenario, slopes = false): Promise<Computed | null> {
    const { seed, customers } = this.run;
    return this.parts.compute({ map, scenario, seed, customers: customers.of, slopes });
  }

  /** The map as it is, solved with the slopes of its profit; null where only sampling can answer. */
  computed(): Promise<Computed | null> {
    this.solved ??= this.compute(this.map, this.scenario, true).catch((error: unknown) => {
      this.solved = null;
      throw error;
    });
    return this.solved;
  }

  /** Walks customers with the luck of the run. */
  sample(map: JourneyMap, scenario: Scenario, signal: AbortSignal): Promise<RunResult> {
    const { seed } = this.run;
    const options = { customers: this.customers, seed, signal, intervals: false };
    return this.parts.simulate(map, scenario, options);
  }

  /** The run itself, of as many customers as questions are asked of. */
  baseline(signal: AbortSignal): Promise<RunResult> {
    if (this.run.customers.of === this.customers) return Promise.resolve(this.run);
    this.small ??= this.sample(this.map, this.scenario, signal).catch((error: unknown) => {
      this.small = null;
      throw error;
    });
    return this.small;
  }
}

/** How a solved map was solved. */
export const methodOf = ({ step }: Computed): Method => (step === null ? 'exact' : 'grid');
