import type { Context } from './context';
import { putSnapshot, refreshRow } from './documentRows';
import { DOCUMENT_TABLES, holdInPieces } from './heldMap';
import { HeadRow, SnapshotRow } from './rows';
import { lastUnneeded } from './undoReach';

/** Edits after which a snapshot is due however small they are; they bound the time to open. */
const SNAPSHOT_AFTER = 300;
/** Below this many characters of patches a small map is not worth a snapshot. */
const LEAST_GROWTH = 64_000;

/**
 * Is a snapshot due? When the patches since the last one weigh what the map weighs, so that writing
 * it costs no more than the edits did.
 */
function isDue({ head, snapshot, snapshotSize, grown }: HeadRow): boolean {
  return head - snapshot >= SNAPSHOT_AFTER || grown >= Math.max(LEAST_GROWTH, snapshotSize);
}

/**
 * Writes a snapshot if one is due, keeps the one before it, and drops the journal that neither it
 * nor undo needs. A map with something unreadable in it is left alone: opening it repairs it.
 */
export async function compact(context: Context, mapId: string): Promise<void> {
  const head = await context.store.read(['heads'], (tx) => tx.get('heads', mapId));
  const stand = HeadRow.safeParse(head);
  if (!stand.success || !isDue(stand.data)) return;
  const held = await holdInPieces(context, mapId);
  if (!held || held.bad.length > 0 || held.skipped.length > 0) return;
  const text = JSON.stringify(held.map);
  const seq = held.head.head;
  const unneeded = lastUnneeded(held.entries, seq);
  await context.store.write(DOCUMENT_TABLES, async (tx) => {
    const now = HeadRow.safeParse(await tx.get('heads', mapId));
    // Another tab was faster, or the map is gone.
    if (!now.success || now.data.snapshot !== held.head.snapshot) return;
    const before = now.data.snapshot;
    const grown = now.data.grown - held.head.grown;
    await putSnapshot(
      tx,
      now.data,
      SnapshotRow.parse({ mapId, seq, at: context.now(), text }),
      grown,
    );
    await tx.deleteUnder('snapshots', mapId, before - 1);
    await tx.deleteUnder('journal', mapId, Math.min(before, unneeded));
    if (now.data.head === seq) await refreshRow(tx, held.map, context.now());
  });
}
