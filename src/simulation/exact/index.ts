// The exact solver: computes a run instead of sampling it, where the map allows that.
export {
  exactFigures,
  type ExactGroup,
  type ExactSolution,
  type NearSolution,
  NotComputed,
  solveExact,
  solveNearly,
  type Spreading,
  stageSpanOf,
  stageTableOf,
  whyNotExact,
} from './read';
export {
  type Bounded,
  type ChanceGradient,
  type ExactOptions,
  type ExactPeriod,
  type Gradient,
  gradientOf,
  type GridSolution,
  type MoneyGradient,
  type Objective,
  solveOnGrid,
} from './solve';
export { NotExact, type Reason, type ReasonCode, type RecordRef } from './model';
