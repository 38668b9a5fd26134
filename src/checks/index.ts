// The map checker: its problems, and how they are fixed.
export type { CheckOptions } from './checkRule';
export { ALL_PLACES, byCause, fixForGroup, problemGroups } from './grouping';
export * from './problem';
export { fixFor, problems } from './problems';
