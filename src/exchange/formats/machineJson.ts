import { type MachineProblem, parseMachine, toMachineJson } from '../../machine';
import type { Read, Write } from './format';

/** The map as the JSON of an XState machine config. */
export const writeMachineJson: Write = (map) => toMachineJson(map).text;

/** Reasons that only a machine can give; with any other the file may be something else. */
const OF_MACHINES: readonly MachineProblem['code'][] = ['newer-version', 'two-versions'];

/** Reads an XState machine config; null where the file is none. */
export const readMachineJson: Read = (bytes) => {
  const { map, notCarried, problem } = parseMachine(bytes);
  const none = { repairs: [], repairCount: 0 } as const;
  if (map) return { result: { outcome: 'opened', map, ...none, problems: [] }, notCarried };
  if (!OF_MACHINES.includes(problem.code)) return null;
  return { result: { outcome: 'refused', ...none, problems: [problem] }, notCarried };
};
