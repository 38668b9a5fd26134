import type { Context } from './context';
import { isHash, dataIn, hashAll, swapInPatches } from './pictures';
import { type BadRow, readRow, readRows } from './quarantine';
import { AssetRow, EntryRow, HeadRow, MapRow } from './rows';
import type { TableName, Transaction } from './store';
import { afterPatches } from './summary';
import type { AppendRequest, AppendResult, JournalEntry, NewEntry } from './types';

/** Tables an append touches. */
const JOURNAL_TABLES = [
  'heads',
  'journal',
  'maps',
  'assets',
] as const satisfies readonly TableName[];

type Written = Exclude<AppendResult, { status: 'failed' }> | { status: 'gone' };

/**
 * Writes entries behind the last one, if that is still `expectedHead`: compare and set in one
 * transaction, so that of two tabs one receives what the other has written. Entries that are there
 * already (a letter brought them, or the answer to an earlier append got lost) are not written again:
 * the caller finds their ids among those of the conflict.
 */
export async function append(context: Context, request: AppendRequest): Promise<Written> {
  const { mapId, expectedHead } = request;
  const hashes = await hashAll(
    dataIn((see) => {
      for (const { patches, inverse } of request.entries) {
        swapInPatches(patches, see);
        swapInPatches(inverse, see);
      }
    }),
  );
  const at = context.now();
  const { durable } = context.store;
  const bad: BadRow[] = [];
  const written = await context.store.write(JOURNAL_TABLES, async (tx): Promise<Written> => {
    const row = await tx.get('heads', mapId);
    const head = readRow(HeadRow, 'heads', row, bad);
    if (!head) return row === undefined ? { status: 'gone' } : { status: 'stale', head: 0 };
    const since = head.head > expectedHead ? await entriesAfter(tx, mapId, expectedHead, bad) : [];
    if (head.head !== expectedHead) {
      // Sent twice, and nobody wrote in between. Where somebody did, the caller has to learn what.
      if (areAll(since, request.entries)) return { status: 'saved', head: head.head, durable };
      const gap = since.length !== head.head - expectedHead;
      return gap
        ? { status: 'stale', head: head.head }
        : { status: 'conflict', head: head.head, entries: await withPictures(tx, mapId, since) };
    }
    for (const [data, hash] of hashes) await tx.put('assets', { mapId, hash, data });
    const compact = request.entries.map((entry) => withHashes(entry, hashes));
    await write(
      tx,
      head,
      compact.map((entry, place) => ({
        ...entry,
        mapId,
        seq: head.head + place + 1,
        tab: context.tab,
        at,
      })),
    );
    return { status: 'saved', head: head.head + compact.length, durable };
  });
  await context.report(bad);
  return written;
}

/** Is what was written since exactly what is to be written? */
function areAll(since: readonly EntryRow[], entries: readonly NewEntry[]): boolean {
  const written = new Set(since.map(({ id }) => id));
  return since.length === entries.length && entries.every(({ id }) => written.has(id));
}

/** Adds numbered entries, moves the head (which comes back) and keeps the library's row true. */
export async function write(
  tx: Transaction,
  head: HeadRow,
  entries: readonly JournalEntry[],
): Promise<HeadRow> {
  const { mapId } = head;
  let { grown } = head;
  for (const entry of entries) {
    await tx.put('journal', { ...entry });
    grown += JSON.stringify(entry.patches).length;
  }
  const moved = { ...head, head: head.head + entries.length, grown };
  await tx.put('heads', moved);
  const row = MapRow.safeParse(await tx.get('maps', mapId));
  if (!row.success) return moved;
  const at = entries.at(-1)?.at ?? row.data.updatedAt;
  const patches = entries.flatMap((entry) => entry.patches);
  const next = MapRow.safeParse(afterPatches(row.data, patches, at));
  await tx.put('maps', next.success ? next.data : { ...row.data, updatedAt: at });
  return moved;
}

/** Entries after a number, with hashes for pictures. */
export async function entriesAfter(
  tx: Transaction,
  mapId: string,
  after: number,
  bad: BadRow[],
): Promise<EntryRow[]> {
  return readRows(EntryRow, 'journal', await tx.under('journal', mapId, after), bad);
}

/** The entries with the pictures their patches carry. */
export async function withPictures(
  tx: Transaction,
  mapId: string,
  entries: readonly EntryRow[],
): Promise<JournalEntry[]> {
  const needed = dataIn((see) => {
    for (const { patches, inverse } of entries) {
      swapInPatches(patches, see);
      swapInPatches(inverse, see);
    }
  });
  const data = await picturesOf(tx, mapId, needed);
  return entries.map((entry) => ({
    ...entry,
    patches: swapInPatches(entry.patches, data),
    inverse: swapInPatches(entry.inverse, data),
  }));
}

/** Looks up hashes; a picture that is gone becomes an empty one, which the app shows as missing. */
export async function picturesOf(tx: Transaction, mapId: string, found: ReadonlySet<string>) {
  const data = new Map<string, string>();
  for (const hash of found) {
    if (!isHash(hash)) continue;
    const row = AssetRow.safeParse(await tx.get('assets', mapId, hash));
    data.set(hash, row.success ? row.data.data : '');
  }
  return (text: string) => data.get(text) ?? text;
}

function withHashes(entry: NewEntry, hashes: ReadonlyMap<string, string>): NewEntry {
  if (hashes.size === 0) return entry;
  const swap = (data: string) => hashes.get(data) ?? data;
  return {
    ...entry,
    patches: swapInPatches(entry.patches, swap),
    inverse: swapInPatches(entry.inverse, swap),
  };
}
