// The flow: what will happen in a journey. Set up, walk, tally, solve, summarise.
export { type ChainCounts, chainOfPaths, type Removal, removalEffects } from './attribution';
export { CHUNK, tallyRange } from './chunks';
export { compareScenarios, type CompareOptions } from './compareScenarios';
export type { Quotient } from './comparison';
export { compileTables, type Tables } from './compiled/tables';
export { dataOfTally, type Tally, type TallyData, tallyOfData } from './compiled/tally';
export { Pool, RunFailed, type Spawned } from './worker';
export {
  type InteractiveWalk,
  type LoggedStep,
  type PossibleStep,
  referenceEngine,
  type StartOptions,
  startWalk,
  type WalkState,
} from './reference';
export * from './results';
export { eachWalk, walkAt } from './sampledWalks';
export {
  arrivalDayOf,
  baselineScenario,
  type DataRow,
  MAX_STEPS,
  type RefusalCode,
  RunRefused,
  type RunSetup,
  setUp,
  type SetupOptions,
  withOverrides,
} from './setup';
export { simulate, type SimulateOptions, simulateTally } from './simulate';
export {
  type BatchMetric,
  compareMeans,
  compareShares,
  difference,
  estimate,
  fitRenewals,
  fitRetention,
  isPaired,
  kpiDifference,
  meanOf,
  type MeanParts,
  ratioToCount,
  renewal,
  type RetentionFit,
  sampleSize,
  shareOf,
  survival,
  type TwoShares,
  wilson,
  Z95,
} from './statistics';
export { summarise } from './summary';
export { dateOfClock, dayOfClock } from './clock';
export { yieldToEvents } from './yieldToEvents';
