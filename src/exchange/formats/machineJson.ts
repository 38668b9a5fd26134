import { parseMachine, toMachineJson } from '../../machine';
import type { Read, Write } from './format';

/** The map as the JSON of an XState machine config. */
export const writeMachineJson: Write = (map) => toMachineJson(map).text;

/** Reads an XState machine config; null where the file is none. */
export const readMachineJson: Read = (bytes) => {
  const { map, notCarried } = parseMachine(bytes);
  if (!map) return null;
  const result = { outcome: 'opened', map, repairs: [], repairCount: 0, problems: [] } as const;
  return { result, notCarried };
};
