// Intervals, differences and fits of what was counted.
export { type BatchMetric, difference, estimate, isPaired, kpiDifference } from './batches';
export {
  compareMeans,
  compareShares,
  meanOf,
  type MeanParts,
  ratioToCount,
  sampleSize,
  shareOf,
  type TwoShares,
  wilson,
  Z95,
} from './intervals';
export { jackknife } from './jackknife';
export {
  fitRenewals,
  fitRetention,
  renewal,
  type RetentionFit,
  survival,
} from './shiftedBetaGeometric';
