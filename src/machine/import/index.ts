// Reads an XState machine as a map, and reports what could not be carried over.
export {
  type Loss,
  LOSS_CODES,
  MACHINE_PROBLEM_CODES,
  type MachineProblem,
  messageOf,
  sourceProblem,
} from './finding';
export { fromMachine, type MachineImport, parseMachine } from './fromMachine';
