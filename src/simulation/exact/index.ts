export { exactFigures, NotTold } from './figures';
export {
  type ChanceGradient,
  type Gradient,
  gradientOf,
  type MoneyGradient,
  type Target,
} from './gradient';
export type { ExactGroup, Spreading } from './group';
export { NotExact, type Reason, type ReasonCode, type RecordRef } from './reasons';
export type { ExactPeriod } from './seriesSums';
export { type ExactOptions, type ExactSolution, solveExact, whyNotExact } from './solveExact';
export { type Bounded, type GridSolution, solveOnGrid } from './grid';
export { type NearSolution, solveNearly } from './nearly';
