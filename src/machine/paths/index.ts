export { components, cyclesOfDecisions, loops } from './components';
export type { CanTake, Path } from './graph';
export { canReachOutcome, reachable, shortestPath } from './reach';
export { type TransitionCover, transitionCover } from './transitionCover';
