import { LARGEST_FILE, parseMap, type ParseResult, type ProblemCode } from '../../map/text';
import type { Format, ReadResult } from './format';

/** Every format, in the order in which a file is tried: our own first. The app and the command line read this list. */
export const FORMATS = [
  {
    id: 'map',
    extension: '.journey.json',
    mimeType: 'application/json',
    loadWrite: async () => (await import('./journeyMap')).writeJourneyMap,
    loadRead: async () => (await import('./journeyMap')).readJourneyMap,
  },
  {
    id: 'machine',
    extension: '.machine.json',
    mimeType: 'application/json',
    loadWrite: async () => (await import('./machineJson')).writeMachineJson,
    loadRead: async () => (await import('./machineJson')).readMachineJson,
  },
  {
    id: 'typescript',
    extension: '.machine.ts',
    mimeType: 'text/plain',
    loadWrite: async () => (await import('./machineTypeScript')).writeMachineTypeScript,
    loadRead: null,
  },
] as const satisfies readonly Format[];

/** One of `FORMATS`, by its id. */
export type FormatId = (typeof FORMATS)[number]['id'];

/** The facts of a format. */
export function formatOf(id: FormatId): Format {
  return FORMATS.find((format) => format.id === id) as Format;
}

/** Reads a file's content as the first format that recognises it. A file that is too large is refused unread. */
export async function readContent(bytes: Uint8Array): Promise<ReadResult> {
  if (bytes.byteLength > LARGEST_FILE) return refusedAsTooLarge(bytes.byteLength);
  const read = await readAsFirst(bytes);
  if (!read.result.problems.some(({ code }) => code === 'not-json')) return read;
  const { refusedSource } = await import('./machineTypeScript');
  const source = refusedSource(bytes);
  return source ? { result: source, notCarried: [] } : read;
}

async function readAsFirst(bytes: Uint8Array): Promise<ReadResult> {
  for (const { loadRead } of FORMATS) {
    const found = loadRead && (await loadRead())(bytes);
    if (found) return found;
  }
  // No format recognises it: the reason that our own format gives is the best there is.
  return { result: parseMap(bytes), notCarried: [] };
}

/** The answer to a file of `size` bytes that is not read. */
export function refusedAsTooLarge(size: number): ReadResult {
  return refusedUnread('too-large', { size: Math.ceil(size / 1024 / 1024) });
}

/** The answer to a file that is not read, and why. */
export function refusedUnread(
  code: ProblemCode,
  params: Readonly<Record<string, number>> = {},
): ReadResult {
  const problems = [{ code, pointer: '', params }] as const;
  const result: ParseResult = { outcome: 'refused', repairs: [], repairCount: 0, problems };
  return { result, notCarried: [] };
}
