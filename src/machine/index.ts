export * from './config';
export {
  createJourneyMachine,
  type JourneyEvent,
  type JourneyImplementations,
} from './createJourneyMachine';
export { type EventNames, eventNames } from './eventNames';
export * from './paths';
export { toMachine } from './toMachine';
export { waysOf } from './ways';
