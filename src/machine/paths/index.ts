// Questions about the graph of a map: reach, loops, covers, and what nobody can take.
export { components, cyclesOfDecisions, loops } from './components';
export type { CanTake, JourneyPath } from './graph';
export {
  impossibilities,
  type Impossibilities,
  type ImpossibleTouchpoint,
  type ImpossibleTransition,
  type ObstacleOf,
  type PersonaReach,
} from './impossible';
export type { Obstacle } from './personReach';
export { canReachOutcome, reachable, shortestPath } from './reach';
export { type TransitionCover, transitionCover } from './transitionCover';
