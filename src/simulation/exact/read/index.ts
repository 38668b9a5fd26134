// What is read from the solved chain: the figures of a run, of groups, and of maps that are nearly exact.
export { exactFigures } from './figures';
export type { ExactGroup, Spreading } from './exactGroup';
export { type NearSolution, solveNearly } from './nearly';
export { type ExactSolution, solveExact, whyNotExact } from './solveExact';
export { type StageTable, stageSpanOf, stageTableOf } from './stageSpan';
export { NotComputed } from './computedValues';
