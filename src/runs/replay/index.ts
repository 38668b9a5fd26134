// Plays the sampled walks of a run.
export type { ReplayCounts } from './frame';
export { longestWalk } from './longestWalk';
export { type Player, type PlayerState, type Speed, SPEEDS } from './player';
export { createReplays, type Replays, type ReplayState } from './replays';
export type { Score } from './score';
export { busyness, type TimeMark, timeMarks } from './timeAxis';
export type { TokenFrame, TokenLook, TokenShape, TokenSource } from './tokens';
