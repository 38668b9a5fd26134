import type { Context } from './context';
import { withPictures } from './journal';
import type { BadRow } from './quarantine';
import { type EntryRow, HeadRow } from './rows';
import { REFUSED, type StoredRow } from './store';
import { stacksOf } from './stacks';
import type { OpenedMap } from './types';
import { putSnapshot, refreshRow } from './documentRows';
import { completed, DOCUMENT_TABLES, hasAllEdits, type Held, holdInPieces } from './heldMap';

/** What may help where a map cannot be read: see `mirrored.ts`. */
interface SecondCopy {
  readonly complete: (mapId: string) => Promise<boolean>;
  readonly offer: (mapId: string) => Promise<unknown>;
}

/**
 * Opens a map. Where edits of it cannot be read, `complete` may put them back; if it cannot, what is
 * left of the map is written down.
 */
export async function openDocument(
  context: Context,
  mapId: string,
  { complete, offer }: SecondCopy,
): Promise<OpenedMap | null> {
  let opened = await readDocument(context, mapId);
  if (opened && !hasAllEdits(opened.held)) {
    await context.report(damagedIn(opened.held));
    if (await complete(mapId)) opened = await readDocument(context, mapId);
  }
  if (!opened) {
    await reportUnreadable(context, mapId, (await offer(mapId)) !== null);
    return null;
  }
  const { held, map, stacks } = opened;
  const damaged = damagedIn(held);
  if (damaged.length > 0) {
    const kept = await context.report(damaged);
    // If this fails, the next opening comes to the same result and tries again.
    if (kept && !damaged.some(isRefused)) await settleOn(context, held).catch(() => undefined);
  }
  return {
    map,
    head: held.head.head,
    durable: context.store.durable,
    skipped: damaged.filter(isContent).length + held.missing,
    written: held.entries.map(({ id }) => id),
    ...stacks,
  };
}

const damagedIn = (held: Held): BadRow[] => [...held.bad, ...held.skipped.map(unfit)];

async function readDocument(context: Context, mapId: string) {
  const held = await holdInPieces(context, mapId);
  if (!held) return null;
  const entries = held.entries.filter(({ tab }) => tab === context.tab);
  return context.store.read(['assets'], async (tx) => ({
    held,
    map: await completed(tx, mapId, held.map),
    stacks: stacksOf(await withPictures(tx, mapId, entries), context.tab),
  }));
}

/** The browser did not give the row: it may still be there, so nothing is written in its place. */
function isRefused({ row }: BadRow): boolean {
  // Rows hold their own keys, so whatever else they are, they are objects.
  return REFUSED in (row as StoredRow);
}

/** Nothing of the map is missing where only a snapshot or what is said about the map was damaged. */
function isContent({ table }: BadRow): boolean {
  return table === 'journal';
}

function unfit(row: EntryRow): BadRow {
  return { table: 'journal', row, reason: 'does not fit the map' };
}

/**
 * No snapshot can be read: all that there is goes to quarantine, where it can be downloaded. Edits that
 * can be replayed on a copy are not unreadable.
 */
async function reportUnreadable(context: Context, mapId: string, hasCopy: boolean): Promise<void> {
  const rows = await context.store.read(['snapshots', 'journal'], async (tx) => ({
    snapshots: await tx.under('snapshots', mapId),
    journal: await tx.under('journal', mapId),
  }));
  const reason = 'no readable snapshot of this map';
  await context.report([
    ...rows.snapshots.map((row) => ({ table: 'snapshots' as const, row, reason })),
    ...(hasCopy ? [] : rows.journal).map((row) => ({ table: 'journal' as const, row, reason })),
  ]);
}

/**
 * Makes what could be read the map from now on. The rows that could not be read are in quarantine
 * by then; where that fails, this is not called.
 */
async function settleOn(context: Context, held: Held): Promise<void> {
  const { mapId } = held.head;
  const text = JSON.stringify(held.map);
  await context.store.write(DOCUMENT_TABLES, async (tx) => {
    const now = HeadRow.safeParse(await tx.get('heads', mapId));
    if (now.success && now.data.head > held.head.head) return;
    await putSnapshot(tx, held.head, { mapId, seq: held.head.head, at: context.now(), text }, 0);
    await refreshRow(tx, held.map, context.now());
  });
}
