// The map as an XState machine and back, its source, and the paths through it.
export * from './config';
export {
  createJourneyMachine,
  type JourneyEvent,
  type JourneyImplementations,
} from './createJourneyMachine';
export { type EventNames, eventNames } from './eventNames';
export {
  fromMachine,
  type Loss,
  LOSS_CODES,
  MACHINE_PROBLEM_CODES,
  type MachineImport,
  type MachineProblem,
  messageOf,
  parseMachine,
  sourceProblem,
} from './import';
export * from './paths';
export { toMachine } from './toMachine';
export { toMachineJson } from './source/json';
export { lineKey, type LineRange, type MachineText } from './source/print';
export { statePathOf } from './source/statePath';
export { machineSource, toTypeScript } from './source/typescript';
