export * from './config';
export {
  createJourneyMachine,
  type JourneyEvent,
  type JourneyImplementations,
} from './createJourneyMachine';
export { type EventNames, eventNames } from './eventNames';
export { toMachine } from './toMachine';
