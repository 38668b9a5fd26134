import { writeCanary } from './canary';
import type { KeyValues } from './keyValues';
import type { Context } from './context';
import { completed, holdInPieces } from './heldMap';
import { idle } from './idle';
import type { Mirror } from './mirror';
import type { Spare } from './spare';

/** At most this often under continuous editing; each costs about what opening the map costs. */
const MIRROR_EVERY_MS = 20_000;
const CANARY_EVERY_MS = 2_000;
const COMPACT_EVERY_MS = 2_000;
const RESCUE_EVERY_MS = 10_000;

/** Takes note of changes and does the work later; work that fails is tried again after the next change. */
export interface Upkeep {
  /** A map was made or edited. */
  changed(mapId: string): void;
  /** The library changed in another way. */
  listed(): void;
  /** A map is to be deleted for good: its mirror goes first, or it would come back. */
  forget(mapId: string): Promise<void>;
  settle(): Promise<void>;
  stop(): void;
}

/** Where copies are kept beside the database; null where the browser has no such place. */
export interface Beside {
  name: string;
  local: KeyValues | null;
  mirror: Mirror | null;
}

/** Everything that is done behind the edits: snapshots, the mirror, the canary, moving to disk. */
export function upkeep(context: Context, spare: Spare, { name, local, mirror }: Beside): Upkeep {
  const later = idle();

  function listed(): void {
    if (!context.store.durable) return;
    later.run('canary', CANARY_EVERY_MS, () => writeCanary(context, local, name));
  }

  return {
    changed(mapId) {
      if (spare.has(mapId)) {
        later.run(`rescue ${mapId}`, RESCUE_EVERY_MS, () => spare.rescue(mapId));
        return;
      }
      later.run(`compact ${mapId}`, COMPACT_EVERY_MS, async () => {
        const { compact } = await import('./compaction');
        await compact(context, mapId);
      });
      if (mirror && context.store.durable) {
        later.run(`mirror ${mapId}`, MIRROR_EVERY_MS, () => copy(context, mirror, mapId));
      }
      listed();
    },
    listed,
    async forget(mapId) {
      // A file system that is missing or broken holds nothing that could come back.
      await mirror?.remove(mapId).catch(() => undefined);
    },
    settle: () => later.settle(),
    stop: () => {
      later.stop();
    },
  };
}

/** A map that is damaged on disk is not copied over its undamaged mirror. */
async function copy(context: Context, mirror: Mirror, mapId: string): Promise<void> {
  const held = await holdInPieces(context, mapId);
  if (!held || held.bad.length > 0 || held.skipped.length > 0) return;
  const map = await context.store.read(['assets'], (tx) => completed(tx, mapId, held.map));
  await mirror.write(map, held.head.head);
}
