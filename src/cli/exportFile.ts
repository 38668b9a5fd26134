import { FORMATS } from '../exchange/formats';
import type { Options } from './options';
import { type CommandResult, Unusable, type Voice } from './output';
import { readMap } from './readMap';

/**
 * Writes a map in one of the formats of the registry: `--to`, else the XState machine. `--typescript` is
 * short for `--to typescript`. @throws {Unusable} where there is no such format.
 */
export async function exportFile(
  path: string,
  { to, typescript }: Options,
  warn: Voice['warn'],
): Promise<CommandResult> {
  const id = to ?? (typescript ? 'typescript' : 'machine');
  const format = FORMATS.find((each) => each.id === id);
  if (!format) {
    throw new Unusable(`--to takes ${FORMATS.map((each) => each.id).join(', ')}, not ${id}`);
  }
  const map = await readMap(path, warn);
  const write = await format.loadWrite();
  const text = await write(map, { by: map.owner, at: new Date() });
  return { text, json: { [id === 'map' ? 'map' : 'machine']: text }, findings: false };
}
