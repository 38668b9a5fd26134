import { sourceProblem, toTypeScript } from '../../machine';
import type { MachineRefused, Write } from './format';

/** The map as the TypeScript source of `setup().createMachine()`. */
export const writeMachineTypeScript: Write = (map) => toTypeScript(map);

/** Why a machine's source is not read: it is a program, which nothing here runs. Null for anything else. */
export function refusedSource(bytes: Uint8Array): MachineRefused | null {
  const isSource = /\b(?:createMachine|Machine)\s*[<(]/.test(new TextDecoder().decode(bytes));
  if (!isSource) return null;
  return { outcome: 'refused', repairs: [], repairCount: 0, problems: [sourceProblem()] };
}
