import { cut } from '../language';
import type { JourneyMap } from '../map/schema';
import type { Context } from './context';
import { putNew, rowsOfNew } from './documentRows';
import { completed, DOCUMENT_TABLES, hold } from './heldMap';
import { StorageError } from './errors';
import type { List } from './lists';
import { readRow } from './quarantine';
import { HeadRow, MapRow, RunRow, ThumbnailRow } from './rows';
import type { TableName } from './store';
import type { MapSummary } from './types';

/** All maps, newest first. A map whose row cannot be read is listed all the same. */
export function mapsOf(context: Context): List<MapSummary> {
  return {
    tables: ['maps', 'heads', 'thumbnails'],
    async read(tx, bad) {
      const heads = new Map(
        (await tx.all('heads')).flatMap((row) => {
          const head = HeadRow.safeParse(row);
          return head.success ? [[head.data.mapId, head.data.head] as const] : [];
        }),
      );
      const pictures = new Map(
        (await tx.all('thumbnails')).flatMap((row) => {
          const picture = ThumbnailRow.safeParse(row);
          return picture.success ? [[picture.data.mapId, picture.data.svg] as const] : [];
        }),
      );
      const maps = (await tx.all('maps')).map((row): MapSummary => {
        const readable = readRow(MapRow, 'maps', row, bad);
        const known = readable ?? unreadable(row, context.now());
        return {
          ...known,
          thumbnail: pictures.get(known.id) ?? null,
          head: heads.get(known.id) ?? 0,
          durable: context.store.durable,
          unreadable: readable === null,
        };
      });
      return maps.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
    },
  };
}

function unreadable(row: unknown, now: string): MapRow {
  const { id, title } = row as { id: unknown; title?: unknown };
  return {
    id: String(id),
    title: typeof title === 'string' ? cut(title, 200) : String(id),
    language: 'en',
    state: 'as-is',
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    counts: { stages: 0, touchpoints: 0, transitions: 0 },
  };
}

/** @throws StorageError `exists` where a map has this id, in the bin too. */
export async function createMap(context: Context, map: JourneyMap): Promise<MapSummary> {
  const rows = await rowsOfNew(map, 0, context.now());
  await context.store.write(DOCUMENT_TABLES, async (tx) => {
    if ((await tx.get('heads', map.id)) !== undefined) throw new StorageError('exists', map.id);
    await putNew(tx, rows);
  });
  const { durable } = context.store;
  return { ...rows.row, thumbnail: null, head: 0, durable, unreadable: false };
}

/** The map as it stands, without undo stacks. */
export async function readStoredMap(context: Context, mapId: string): Promise<JourneyMap> {
  const map = await context.store.read(DOCUMENT_TABLES, async (tx) => {
    const held = await hold(tx, mapId);
    return held && completed(tx, mapId, held.map);
  });
  if (!map) throw new StorageError('missing', mapId);
  return map;
}

/** Into the bin with a date, out of it with null. */
export async function setDeleted(context: Context, mapId: string, at: string | null) {
  await context.store.write(['maps'], async (tx) => {
    const row = MapRow.safeParse(await tx.get('maps', mapId));
    if (!row.success) throw new StorageError('missing', mapId);
    await tx.put('maps', { ...row.data, deletedAt: at });
  });
}

const OF_A_MAP = [
  'maps',
  'heads',
  'thumbnails',
  'journal',
  'snapshots',
  'letters',
  'versions',
  'assets',
  'runs',
  'runResults',
] as const satisfies readonly TableName[];

/** Deletes a map for good with all that is kept for it; does nothing where there is none. */
export async function purgeMap(context: Context, mapId: string): Promise<void> {
  // First: a letter left behind would join a map that comes back under the same id.
  await context.letters.write(['letters'], (tx) => tx.deleteUnder('letters', mapId));
  context.copies.forgetAll(mapId);
  await context.store.write(OF_A_MAP, async (tx) => {
    await tx.delete('maps', mapId);
    await tx.delete('heads', mapId);
    await tx.delete('thumbnails', mapId);
    for (const table of ['journal', 'snapshots', 'letters', 'versions', 'assets'] as const) {
      await tx.deleteUnder(table, mapId);
    }
    for (const row of await tx.all('runs')) {
      const run = RunRow.safeParse(row);
      if (!run.success || run.data.mapId !== mapId) continue;
      await tx.delete('runs', run.data.id);
      await tx.delete('runResults', run.data.id);
    }
  });
}

/** Null deletes the picture. */
export async function putThumbnail(context: Context, mapId: string, svg: string | null) {
  await context.store.write(['thumbnails'], (tx) =>
    svg === null ? tx.delete('thumbnails', mapId) : tx.put('thumbnails', { mapId, svg }),
  );
}
