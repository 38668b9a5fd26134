import { inOrder } from '../../map/records';
import { type AttributeValue, type JourneyMap, Scenario } from '../../map/schema';
import { dayOfDate, narrowed } from '../../rules';
import type { RunNote, RunSettings } from '../results';
import { withOverrides } from './overrides';

/** A walk of more entries than this is cut off. */
export const MAX_STEPS = 10_000;

/** One row of imported data: the attributes it holds for one customer. */
export type DataRow = Readonly<Record<string, AttributeValue | null>>;

/** Everything that decides a run. */
export interface RunSetup {
  /** With the scenario's overrides; rules that name what is gone hold for nobody. */
  readonly map: JourneyMap;
  readonly scenarioId: string | null;
  readonly scenario: Scenario;
  readonly settings: RunSettings;
  /** The scenario's start as a day number. */
  readonly startDay: number;
  /** Customer i is row i, round and round; empty = drawn from the personas. */
  readonly rows: readonly DataRow[];
  readonly notes: readonly RunNote[];
}

/** Why a scenario cannot be run. */
export type RefusalCode = 'no-entry' | 'unknown-scenario' | 'no-rows';

/** Thrown where a problem makes a run meaningless. */
export class RunRefused extends Error {
  override readonly name = 'RunRefused';
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** The map as it is: the campaigns that are running, one year, ten thousand customers. */
export function baselineScenario(): Scenario {
  return Scenario.parse({});
}

/** What of a run the scenario does not say, or is to be other than it says. */
export interface SetupOptions {
  customers?: number;
  seed?: number;
  rows?: readonly DataRow[];
  maxSteps?: number;
}

/** `scenario`: an id of the map, a scenario of its own, or null for the map as it is. */
export function setUp(
  original: JourneyMap,
  scenario: string | Scenario | null = null,
  { customers, seed, rows = [], maxSteps = MAX_STEPS }: SetupOptions = {},
): RunSetup {
  const chosen = { ...find(original, scenario) };
  if (customers !== undefined) chosen.customers = customers;
  if (seed !== undefined) chosen.seed = seed;
  const { map: overridden, notes } = withOverrides(original, chosen);
  const map = narrowed(overridden);
  if (!Object.values(map.touchpoints).some(({ kind }) => kind === 'entry')) {
    throw new RunRefused('no-entry', 'Nobody can arrive: the map has no entry.');
  }
  if (chosen.dataset !== null && rows.length === 0) {
    throw new RunRefused('no-rows', 'The scenario takes its customers from data without a row.');
  }
  const acting = inOrder(map.campaigns).filter(
    ([id, { status }]) =>
      (Object.hasOwn(chosen.campaigns, id) ? chosen.campaigns[id] : undefined) ??
      status === 'running',
  );
  return {
    map,
    scenarioId: typeof scenario === 'string' ? scenario : null,
    scenario: chosen,
    settings: {
      startDate: chosen.startDate,
      horizon: chosen.horizon,
      arrivals: chosen.arrivals,
      counting: chosen.counting,
      discountFirstPeriod: chosen.discountFirstPeriod,
      discountRate: map.market.discountRate,
      cycleDays: chosen.cycleDays,
      grossMargin: map.market.grossMargin,
      maxSteps,
      campaigns: acting.map(([id]) => id),
      dataset: chosen.dataset,
    },
    startDay: dayOfDate(chosen.startDate),
    rows,
    notes,
  };
}

function find(map: JourneyMap, scenario: string | Scenario | null): Scenario {
  if (scenario === null) return baselineScenario();
  if (typeof scenario !== 'string') return scenario;
  const found = Object.hasOwn(map.scenarios, scenario) ? map.scenarios[scenario] : undefined;
  if (!found) throw new RunRefused('unknown-scenario', `The map has no scenario ${scenario}.`);
  return found;
}

/** Day of the run clock on which customer i of n arrives. */
export function arrivalDayOf({ scenario }: RunSetup, customer: number): number {
  const { arrivals, customers } = scenario;
  switch (arrivals.kind) {
    case 'cohort':
      return 0;
    case 'steady':
      return (arrivals.days * customer) / customers;
    case 'list':
      return arrivals.days[customer % arrivals.days.length]!;
  }
}
