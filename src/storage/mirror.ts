import * as z from 'zod';
import type { JourneyMap } from '../map/schema';
import { mapFromText } from './replay';

const Header = z.object({ mapId: z.string(), seq: z.number().int().min(0), sha256: z.string() });
type Header = z.infer<typeof Header>;
/** At least as many characters as the first line of a file. */
const HEADER = 512;
const SLOTS = ['a', 'b'] as const;
type Slot = (typeof SLOTS)[number];

/** Gives the folder of the mirror, or rejects where there is no file system. */
export type OpenFolder = () => Promise<FileSystemDirectoryHandle>;

/** Copies of the maps outside of IndexedDB. Its calls reject where there is no file system. */
export interface Mirror {
  /** Keeps a map; of its two files the older or the damaged one is replaced. */
  write(map: JourneyMap, seq: number): Promise<void>;
  /** The newest undamaged copy with the time of its writing (UTC), or null. */
  read(mapId: string): Promise<{ map: JourneyMap; seq: number; at: string } | null>;
  remove(mapId: string): Promise<void>;
  /** Ids of all maps it has files of. */
  list(): Promise<string[]>;
}

/**
 * The last version of every map as plain files beside the database: a browser killed in the middle
 * of its writes can lose all of IndexedDB, but has never lost one of two files written in turn.
 * Each begins with a line that says what follows and its SHA-256.
 */
export function mirrorIn(open: OpenFolder): Mirror {
  /** Digests of files that were found whole, or written, while the page lives: large ones are not read again. */
  const whole = new Map<string, string>();

  async function fileOf(folder: FileSystemDirectoryHandle, name: string) {
    return (await folder.getFileHandle(name)).getFile();
  }

  async function load(folder: FileSystemDirectoryHandle, mapId: string, slot: Slot) {
    const name = fileName(mapId, slot);
    try {
      const file = await fileOf(folder, name);
      const copy = await unpack(await file.text(), mapId);
      if (!copy) return null;
      whole.set(name, copy.sha256);
      return { ...copy, at: new Date(file.lastModified).toISOString() };
    } catch {
      return null;
    }
  }

  /** How new the copy of a slot is; −1 where there is none, or none that is whole. */
  async function seqOf(folder: FileSystemDirectoryHandle, mapId: string, slot: Slot) {
    const name = fileName(mapId, slot);
    try {
      const [line = ''] = (await (await fileOf(folder, name)).slice(0, HEADER).text()).split('\n');
      const { sha256, seq } = Header.parse(JSON.parse(line));
      if (whole.get(name) === sha256) return seq;
    } catch {
      return -1;
    }
    return (await load(folder, mapId, slot))?.seq ?? -1;
  }

  return {
    async write(map, seq) {
      const folder = await open();
      const [a, b] = await Promise.all([seqOf(folder, map.id, 'a'), seqOf(folder, map.id, 'b')]);
      if (Math.max(a, b) >= seq) return;
      const name = fileName(map.id, a <= b ? 'a' : 'b');
      const text = JSON.stringify(map);
      const sha256 = await digest(text);
      const handle = await folder.getFileHandle(name, { create: true });
      const writable = await handle.createWritable();
      await writable.write(`${JSON.stringify({ mapId: map.id, seq, sha256 })}\n${text}`);
      await writable.close();
      whole.set(name, sha256);
    },
    async read(mapId) {
      const folder = await open();
      const copies = await Promise.all(SLOTS.map((slot) => load(folder, mapId, slot)));
      const newest = copies
        .filter((copy) => copy !== null)
        .sort((one, other) => other.seq - one.seq);
      for (const { text, seq, at } of newest) {
        const map = mapFromText(text);
        if (map?.id === mapId) return { map, seq, at };
      }
      return null;
    },
    async remove(mapId) {
      const folder = await open();
      for (const slot of SLOTS) {
        // Not every map has both files.
        await folder.removeEntry(fileName(mapId, slot)).catch(() => undefined);
      }
    },
    async list() {
      const ids = new Set<string>();
      for await (const name of (await open()).keys()) {
        const id = /^(.+)\.[ab]\.json$/.exec(name)?.[1];
        if (id) ids.add(id);
      }
      return [...ids];
    },
  };
}

const fileName = (mapId: string, slot: Slot): string => `${mapId}.${slot}.json`;

async function unpack(content: string, mapId: string): Promise<(Header & { text: string }) | null> {
  const end = content.indexOf('\n');
  if (end < 0) return null;
  const header = Header.parse(JSON.parse(content.slice(0, end)));
  const text = content.slice(end + 1);
  const intact = header.mapId === mapId && header.sha256 === (await digest(text));
  return intact ? { ...header, text } : null;
}

async function digest(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
