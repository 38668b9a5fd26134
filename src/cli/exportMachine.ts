import { toMachineJson, toTypeScript } from '../machine';
import type { Answer, Voice } from './output';
import { readMap } from './readMap';

/** The map as an XState machine: JSON, or the source of `setup().createMachine()`. */
export async function exportMachine(
  path: string,
  typescript: boolean,
  warn: Voice['warn'],
): Promise<Answer> {
  const map = await readMap(path, warn);
  const text = typescript ? toTypeScript(map) : toMachineJson(map).text;
  return { text, json: { machine: text }, findings: false };
}
