import type { JourneyMap } from '../map/schema';
import type { Context } from './context';
import { completed, DOCUMENT_TABLES, hold } from './heldMap';
import { StorageError } from './errors';
import type { List } from './lists';
import { type BadRow, readRow, readRows } from './quarantine';
import { mapFromText } from './replay';
import { VersionRow } from './rows';
import type { NamedVersion } from './types';

/** Keeps the map as it stands on disk under a name. */
export async function saveVersion(
  context: Context,
  mapId: string,
  name: string,
): Promise<NamedVersion> {
  const id = crypto.randomUUID();
  return context.store.write([...DOCUMENT_TABLES, 'versions'], async (tx) => {
    const held = await hold(tx, mapId);
    if (!held) throw new StorageError('missing', mapId);
    const at = context.now();
    const seq = held.head.head;
    const row = VersionRow.parse({ id, mapId, name, at, seq, text: JSON.stringify(held.map) });
    await tx.put('versions', row);
    return { id, mapId, name, at, head: seq };
  });
}

/** Newest first. */
export function versionsOf(mapId: string): List<NamedVersion> {
  return {
    tables: ['versions'],
    read: async (tx, bad) =>
      readRows(VersionRow, 'versions', await tx.under('versions', mapId), bad)
        .sort((a, b) => (a.at < b.at ? 1 : -1))
        .map(({ id, name, at, seq }) => ({ id, mapId, name, at, head: seq })),
  };
}

/** The map of a version with its pictures, or null if it cannot be read. */
export async function versionMap(
  context: Context,
  mapId: string,
  id: string,
): Promise<JourneyMap | null> {
  const bad: BadRow[] = [];
  const map = await context.store.read(['versions', 'assets'], async (tx) => {
    const row = readRow(VersionRow, 'versions', await tx.get('versions', mapId, id), bad);
    if (!row) return null;
    const read = mapFromText(row.text);
    if (!read) bad.push({ table: 'versions', row, reason: 'not a journey map' });
    return read && completed(tx, mapId, read);
  });
  await context.report(bad);
  return map;
}
