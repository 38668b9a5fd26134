import { readFile } from 'node:fs/promises';
import { readContent } from '../exchange/formats';
import type { MessageId } from '../language';
import { messageOf } from '../machine';
import type { JourneyMap } from '../map/schema';
import type { FileFinding } from '../map/text';
import { english } from './english';
import { Unusable, type Voice } from './output';

/**
 * Reads a file of any format that the app reads: a map, or an XState machine. What was repaired, and what
 * of a machine was not carried, is reported on stderr. @throws {Unusable} naming the file, the place and the
 * reason.
 */
export async function readMap(path: string, warn: Voice['warn']): Promise<JourneyMap> {
  const { result, notCarried } = await readContent(await bytesOf(path));
  if (!result.map) {
    const [problem] = result.problems;
    throw new Unusable(`${path}: ${problem ? sentence(problem) : 'it cannot be read'}`);
  }
  for (const finding of [...result.repairs, ...notCarried]) {
    warn(`${path}: ${sentence(finding)}\n`);
  }
  return result.map;
}

/** @throws {Unusable} naming the file and the reason. */
export async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new Unusable(`${path}: ${error instanceof Error ? error.message : 'it cannot be read'}`);
  }
}

/** Begins with the place; a slash is the whole file. */
function sentence(finding: FileFinding<string>): string {
  const pointer = finding.pointer || '/';
  const text = english.t(messageOf(finding) as MessageId, { ...finding.params, pointer });
  return finding.pointer === '' || text.startsWith(pointer) ? text : `${pointer}: ${text}`;
}
