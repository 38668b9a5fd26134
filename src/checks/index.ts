export type { CheckOptions } from './checkRule';
export { ALL_PLACES, byCause, fixForGroup, problemGroups } from './grouping';
export * from './problem';
export { fixFor, problems } from './problems';
