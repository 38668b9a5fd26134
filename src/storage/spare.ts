import type { JourneyMap } from '../map/schema';
import type { Context } from './context';
import { putNew, rowsOfNew } from './documentRows';
import { completed, DOCUMENT_TABLES, hold } from './heldMap';
import { purgeMap } from './library';
import { memoryStore } from './memoryStore';

/** Maps that were begun while the disk refused them; they move there when it takes them. */
export interface Spare {
  readonly context: Context;
  has(mapId: string): boolean;
  add(mapId: string): void;
  /** Takes a copy of a map that finds no room on disk, with the number of edits it has reached. */
  keep(map: JourneyMap, head: number): Promise<void>;
  ids(): string[];
  /** Tries to put a map on disk, with the number of edits it has reached. */
  rescue(mapId: string): Promise<void>;
}

/** Empty at first; `disk` is where its maps are to go. */
export function spareFor(disk: Context): Spare {
  const context: Context = { ...disk, store: memoryStore(), letters: memoryStore() };
  const ids = new Set<string>();
  return {
    context,
    has: (mapId) => ids.has(mapId),
    add: (mapId) => ids.add(mapId),
    ids: () => [...ids],
    async keep(map, head) {
      const rows = await rowsOfNew(map, head, disk.now());
      await context.store.write(DOCUMENT_TABLES, (tx) => putNew(tx, rows));
      ids.add(map.id);
    },
    async rescue(mapId) {
      const held = await context.store.read(DOCUMENT_TABLES, async (tx) => {
        const found = await hold(tx, mapId);
        return found && { head: found.head.head, map: await completed(tx, mapId, found.map) };
      });
      if (!held) return;
      const rows = await rowsOfNew(held.map, held.head, disk.now());
      // Inside the memory's transaction, so that no edit slips in between.
      const moved = await context.store.write(['heads'], async (tx) => {
        const now = (await tx.get('heads', mapId)) as { head: number } | undefined;
        if (now?.head !== held.head) return false;
        await disk.store.write(DOCUMENT_TABLES, (onDisk) => putNew(onDisk, rows));
        ids.delete(mapId);
        return true;
      });
      if (moved) await purgeMap(context, mapId);
    },
  };
}
