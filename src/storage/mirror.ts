import * as z from 'zod';
import type { JourneyMap } from '../map/schema';
import { mapFromText } from './replay';

const Header = z.object({ mapId: z.string(), seq: z.number().int().min(0), sha256: z.string() });
type Header = z.infer<typeof Header>;
const SLOTS = ['a', 'b'] as const;
type Slot = (typeof SLOTS)[number];

/** Gives the folder of the mirror, or rejects where there is no file system. */
export type OpenFolder = () => Promise<FileSystemDirectoryHandle>;

export interface Mirror {
  /** Keeps a map; of its two files the older or the damaged one is replaced. */
  write(map: JourneyMap, seq: number): Promise<void>;
  /** The newest undamaged copy, or null. */
  read(mapId: string): Promise<{ map: JourneyMap; seq: number } | null>;
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
  async function load(folder: FileSystemDirectoryHandle, mapId: string, slot: Slot) {
    try {
      const handle = await folder.getFileHandle(fileName(mapId, slot));
      return await unpack(await (await handle.getFile()).text(), mapId);
    } catch {
      return null;
    }
  }

  async function copies(folder: FileSystemDirectoryHandle, mapId: string) {
    const [a, b] = await Promise.all(SLOTS.map((slot) => load(folder, mapId, slot)));
    return { a: a ?? null, b: b ?? null };
  }

  return {
    async write(map, seq) {
      const folder = await open();
      const { a, b } = await copies(folder, map.id);
      if (Math.max(a?.seq ?? -1, b?.seq ?? -1) >= seq) return;
      const slot = (a?.seq ?? -1) <= (b?.seq ?? -1) ? 'a' : 'b';
      const handle = await folder.getFileHandle(fileName(map.id, slot), { create: true });
      const writable = await handle.createWritable();
      await writable.write(await pack(JSON.stringify(map), { mapId: map.id, seq }));
      await writable.close();
    },
    async read(mapId) {
      const { a, b } = await copies(await open(), mapId);
      const newest = [a, b]
        .filter((copy) => copy !== null)
        .sort((one, other) => other.seq - one.seq);
      for (const { text, seq } of newest) {
        const map = mapFromText(text);
        if (map?.id === mapId) return { map, seq };
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

async function pack(text: string, about: Omit<Header, 'sha256'>): Promise<string> {
  return `${JSON.stringify({ ...about, sha256: await digest(text) })}\n${text}`;
}

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
