import type { JourneyMap } from '../../map/schema';
import { LARGEST_FILE } from '../../map/text';
import {
  fileNameOf,
  type FormatId,
  formatOf,
  type ReadResult,
  refusedAsTooLarge,
  refusedUnread,
} from '../formats';
import { isFolder } from './dropped';
import { pickFile, saveFile } from './pickers';
import { readBeside } from './readBeside';

const TYPE = 'application/json';

/** A file that was read, and what became of it. */
export interface ReadFile extends ReadResult {
  readonly name: string;
}

/**
 * Saves a map in a format where the user says, or downloads it where the browser cannot ask. Resolves to
 * false when the user changed their mind.
 */
export async function saveMapFile(
  map: JourneyMap,
  id: FormatId = 'map',
  by = map.owner,
): Promise<boolean> {
  const { extension, mimeType, loadWrite } = formatOf(id);
  if (!loadWrite) throw new Error(`Maps cannot be written as ${id}.`);
  const blob = loadWrite()
    .then((write) => write(map, { by, at: new Date() }))
    .then((text) => new Blob([text], { type: mimeType }));
  const end = extension.slice(extension.lastIndexOf('.'));
  return saveFile(blob, fileNameOf(map.title, extension), {
    extensions: [extension, end],
    mimeTypes: [mimeType],
  });
}

/** Asks for a file; null when the user changed their mind. */
export async function pickMapFile(): Promise<File | null> {
  return pickFile({ extensions: ['.json'], mimeTypes: [TYPE] });
}

/**
 * Reads a dropped, picked or handed-over file. A file that is too large is refused unread. Rejects with
 * the signal's reason.
 */
export async function readMapFile(file: File, signal?: AbortSignal): Promise<ReadFile> {
  const { name, size } = file;
  if (isFolder(file)) return { name, ...refusedUnread('folder') };
  if (size > LARGEST_FILE) return { name, ...refusedAsTooLarge(size) };
  const bytes = await bytesOf(file);
  return { name, ...(bytes ? await readBeside(bytes, signal) : refusedUnread('changed')) };
}

/** Null where the browser refuses, or gives another file than it had announced: it has changed since it was dropped. */
async function bytesOf(file: File): Promise<Uint8Array | null> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return bytes.byteLength === file.size ? bytes : null;
  } catch {
    return null;
  }
}
