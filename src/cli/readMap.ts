import { readFile } from 'node:fs/promises';
import type { MessageId } from '../language';
import type { JourneyMap } from '../map/schema';
import { type FileFinding, parseMap } from '../map/text';
import { english } from './english';
import { Unusable, type Voice } from './output';

/** Reads a map's file. What was repaired is reported on stderr. @throws {Unusable} naming the file, the place and the reason. */
export async function readMap(path: string, warn: Voice['warn']): Promise<JourneyMap> {
  const result = parseMap(await bytesOf(path));
  for (const finding of [...result.repairs, ...result.problems]) {
    if (result.outcome === 'refused') throw new Unusable(`${path}: ${sentence(finding)}`);
    warn(`${path}: ${sentence(finding)}\n`);
  }
  if (!result.map) throw new Unusable(`${path}: it cannot be read`);
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

function sentence({ code, pointer, params }: FileFinding): string {
  const id: MessageId = `file.finding.${code}`;
  const text = english.t(id, { ...params, pointer });
  return pointer === '' ? text : `${pointer}: ${text}`;
}
