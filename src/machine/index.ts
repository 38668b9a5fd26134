export * from './config';
export {
  createJourneyMachine,
  type JourneyEvent,
  type JourneyImplementations,
} from './createJourneyMachine';
export { type EventNames, eventNames } from './eventNames';
export { fromMachine, type MachineImport, parseMachine } from './import';
export * from './paths';
export {
  LOSS_CODES,
  type Loss,
  MACHINE_PROBLEM_CODES,
  type MachineProblem,
  messageOf,
  sourceProblem,
} from './import';
export { toMachine } from './toMachine';
export { toMachineJson } from './source/json';
export { lineKey, type LineRange, type MachineText } from './source/print';
export { statePathOf } from './source/statePath';
export { machineSource, toTypeScript } from './source/typescript';
