export {
  type Loss,
  LOSS_CODES,
  MACHINE_PROBLEM_CODES,
  type MachineProblem,
  messageOf,
  sourceProblem,
} from './finding';
export { fromMachine, type MachineImport, parseMachine } from './fromMachine';
