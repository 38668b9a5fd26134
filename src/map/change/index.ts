export { type Change, diff } from './diff';
export { applyDifference, type Difference, differenceOf } from './difference';
export * from './lineage';
