export { type Change, diff } from './diff';
export * from './lineage';
