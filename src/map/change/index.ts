// What changed between two maps, and where a map comes from.
export { type Change, diff, hasParts, keysOf, ownFields, partShape } from './diff';
export { applyDifference, type Difference, differenceOf } from './difference';
export * from './lineage';
