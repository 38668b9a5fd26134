import { fileOpen, fileSave } from 'browser-fs-access';
import { withAncestor } from '../map/change';
import type { JourneyMap } from '../map/schema';
import { LARGEST_FILE, parseMap, type ParseResult, revisionOf, serialise } from '../map/text';
import type { Loss } from '../machine/reading/finding';
import { EXTENSION, fileNameOf } from './fileName';

const TYPE = 'application/json';

/** A file that was read, and what became of it. */
export interface ReadFile {
  readonly name: string;
  readonly result: ParseResult;
  /** What of a foreign XState machine no map has a place for; empty for files of our own. */
  readonly notCarried: readonly Loss[];
}

/** The text of a map's file: canonical, with the revision it leaves at in its lineage. */
export async function textOf(map: JourneyMap, by: string, at: Date): Promise<string> {
  const revision = await revisionOf(map);
  return serialise(withAncestor(map, revision, at.toISOString(), by));
}

/**
 * Saves a map where the user says, or downloads it where the browser cannot ask. Resolves to false
 * when the user changed their mind.
 */
export async function saveMapFile(map: JourneyMap, by = map.owner): Promise<boolean> {
  const blob = textOf(map, by, new Date()).then((text) => new Blob([text], { type: TYPE }));
  return unlessCancelled(async () => {
    await fileSave(blob, {
      fileName: fileNameOf(map.title),
      extensions: [EXTENSION, '.json'],
      mimeTypes: [TYPE],
    });
    return true;
  }, false);
}

/** Asks for a file and reads it; null when the user changed their mind. */
export async function openMapFile(): Promise<ReadFile | null> {
  return unlessCancelled(async () => {
    const file = await fileOpen({ extensions: ['.json'], mimeTypes: [TYPE] });
    return readMapFile(file);
  }, null);
}

/**
 * Reads a dropped, picked or handed-over file: a map, or an XState machine that becomes one. A file
 * that is too large is refused unread.
 */
export async function readMapFile(file: File): Promise<ReadFile> {
  const { name } = file;
  if (file.size > LARGEST_FILE) return { name, result: tooLarge(file), notCarried: [] };
  const bytes = await bytesOf(file);
  const result = parseMap(bytes);
  const isOther = result.problems.some(({ code }) => code === 'not-a-map');
  return { name, ...((isOther ? await machineIn(bytes) : null) ?? { result, notCarried: [] }) };
}

/** The machine's map, or null where the file is no machine either. */
async function machineIn(bytes: Uint8Array): Promise<Omit<ReadFile, 'name'> | null> {
  const { parseMachine } = await import('../machine/fromMachine');
  const { map, notCarried } = parseMachine(bytes);
  if (!map) return null;
  const result = { outcome: 'opened', map, repairs: [], repairCount: 0, problems: [] } as const;
  return { result, notCarried };
}

function tooLarge({ size }: File): ParseResult {
  const params = { size: Math.ceil(size / 1024 / 1024) };
  const problems = [{ code: 'too-large', pointer: '', params }] as const;
  return { outcome: 'refused', repairs: [], repairCount: 0, problems };
}

/** A folder that was dropped reads as a file that cannot be read: an empty one. */
async function bytesOf(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return new Uint8Array();
  }
}

async function unlessCancelled<Value>(
  task: () => Promise<Value>,
  cancelled: Value,
): Promise<Value> {
  try {
    return await task();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return cancelled;
    throw error;
  }
}
