// The reference engine: walks a customer through the XState machine, slowly and plainly.
export { transitionsFrom, transitionsFromEach } from './chances';
export { referenceEngine } from './engine';
export { type InteractiveWalk, type StartOptions, startWalk } from './interactiveWalk';
export type { LoggedStep, PossibleStep, WalkState } from './walkState';
