export { type BatchMetric, difference, isPaired, kpiDifference } from './batches';
export { wilson } from './intervals';
export { jackknife } from './jackknife';
