export { exactFigures, NotTold } from './read/figures';
export {
  type ChanceGradient,
  type Gradient,
  gradientOf,
  type MoneyGradient,
  type Target,
} from './solve/gradient';
export type { ExactGroup, Spreading } from './read/group';
export { NotExact, type Reason, type ReasonCode, type RecordRef } from './model/reasons';
export type { ExactPeriod } from './solve/seriesSums';
export { type ExactSolution, solveExact, whyNotExact } from './read/solveExact';
export type { ExactOptions } from './solve/solver';
export { type Bounded, type GridSolution, solveOnGrid } from './solve/grid';
export { type NearSolution, solveNearly } from './read/nearly';
