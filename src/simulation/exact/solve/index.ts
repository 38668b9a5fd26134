// Solves the chain: sums over customers, moments, series, gradients, and bounds on a grid of time.
export type { ChanceGradient } from './chanceSums';
export { Endless, type Tilt } from './endless';
export { type Gradient, gradientOf, type MoneyGradient } from './gradient';
export { type Bounded, type GridSolution, solveOnGrid } from './grid';
export { type Moments, timeMoments, valueMoments } from './moments';
export type { Objective } from './objective';
export { type ExactPeriod, SeriesSums } from './series';
export { buildChain, type ExactOptions, type Solver, solverOf } from './solver';
export { Stepped } from './stepped';
export type { Sums } from './sums';
