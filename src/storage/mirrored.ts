import type { Context } from './context';
import type { JourneyMap } from '../map/schema';
import { putSnapshot, rowsOfNew } from './documentRows';
import { completed, DOCUMENT_TABLES, type Held, holdInPieces, hasAllEdits } from './heldMap';
import type { Mirror } from './mirror';
import { swapInMap } from './pictures';
import { HeadRow, MapRow } from './rows';
import type { Spare } from './spare';
import type { StatusKeeper } from './status';
import type { MapCopy } from './types';

/** What the mirror has of a map, with the edits that the journal has after it. */
interface Copy {
  readonly rows: Awaited<ReturnType<typeof rowsOfNew>>;
  readonly held: Held;
  /** With its pictures. */
  readonly map: JourneyMap;
  readonly at: string;
}

/** The mirror's copies of single maps, where the database has lost a part of one. */
export interface MirrorCopies {
  /** What could be put back; null where the mirror has nothing of this map. */
  readonly offer: (mapId: string) => Promise<MapCopy | null>;
  /** Puts it back; in memory where the disk refuses it. False where the mirror has nothing. */
  readonly putBack: (mapId: string) => Promise<boolean>;
  /** Puts it back where nothing of the map is missing then; false where it changes nothing. */
  readonly complete: (mapId: string) => Promise<boolean>;
}

/**
 * The mirror as one more snapshot: entries of the journal that are newer than it are replayed on it.
 */
export function mirroredIn(
  context: Context,
  mirror: Mirror | null,
  spare: Spare,
  status: StatusKeeper,
): MirrorCopies {
  async function find(mapId: string): Promise<Copy | null> {
    // A file system that is missing or fails has nothing.
    const copy = await mirror?.read(mapId).catch(() => null);
    if (!copy) return null;
    const rows = await rowsOfNew(copy.map, copy.seq, context.now());
    const own = new Map(rows.assets.map(({ hash, data }) => [hash, data]));
    const held = await holdInPieces(context, mapId, rows.snapshot);
    if (!held) return null;
    const known = swapInMap(held.map, (hash) => own.get(hash) ?? hash);
    const map = await context.store.read(['assets'], (tx) => completed(tx, mapId, known));
    return { rows, held, map, at: copy.at };
  }

  async function put({ rows, held }: Copy): Promise<void> {
    const { mapId } = rows.head;
    await context.store.write(DOCUMENT_TABLES, async (tx) => {
      for (const asset of rows.assets) await tx.put('assets', asset);
      const head = HeadRow.safeParse(await tx.get('heads', mapId));
      await putSnapshot(tx, head.success ? head.data : held.head, rows.snapshot, 0);
      const row = MapRow.safeParse(await tx.get('maps', mapId));
      if (!row.success) await tx.put('maps', rows.row);
    });
    const restored = { id: mapId, title: held.map.title };
    const { recovery } = status.current;
    status.change({
      recovery: {
        restored: [...(recovery?.restored ?? []), restored],
        lost: recovery?.lost ?? [],
      },
    });
  }

  return {
    async offer(mapId) {
      const copy = await find(mapId);
      return copy && { title: copy.held.map.title, at: copy.at, isWhole: hasAllEdits(copy.held) };
    },
    async putBack(mapId) {
      const copy = await find(mapId);
      if (!copy) return false;
      try {
        const refusal = status.refusal();
        if (refusal) throw refusal;
        await put(copy);
      } catch (error) {
        status.failed(error);
        await spare.keep(copy.map, copy.held.head.head);
      }
      return true;
    },
    async complete(mapId) {
      const copy = await find(mapId);
      if (!copy || !hasAllEdits(copy.held) || status.refusal()) return false;
      await put(copy);
      return true;
    },
  };
}
