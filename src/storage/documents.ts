import type { JourneyMap } from '../map/schema';
import type { Context } from './context';
import { entriesAfter, picturesOf, withPictures } from './journal';
import { dataIn, hashAll, swapInMap } from './pictures';
import { type BadRow, readRow, readRows } from './quarantine';
import { atOnce, type InPieces, type Replayed, replay } from './replay';
import { yieldToEvents } from '../simulation';
import { type EntryRow, HeadRow, MapRow, SnapshotRow } from './rows';
import { REFUSED, type StoredRow, type TableName, type Transaction } from './store';
import { stacksOf } from './stacks';
import { countsOf, rowFor, shown } from './summary';
import type { OpenedMap } from './types';

/** Tables one map's document is kept in. */
export const DOCUMENT_TABLES = [
  'maps',
  'heads',
  'journal',
  'snapshots',
  'assets',
] as const satisfies readonly TableName[];

/** Everything of a map that can be read, with its pictures as hashes. */
export interface Held extends Replayed {
  head: HeadRow;
  entries: EntryRow[];
  /** Rows that could not be read and would have mattered. */
  bad: BadRow[];
  /** Entries that are not there at all. */
  missing: number;
}

/** The rows of one map, read in one transaction. */
interface Rows {
  readonly mapId: string;
  readonly map: unknown;
  readonly head: unknown;
  readonly snapshots: SnapshotRow[];
  readonly entries: EntryRow[];
  readonly bad: BadRow[];
}

/** A snapshot that is kept elsewhere counts beside those of the database. */
async function gather(tx: Transaction, mapId: string, elsewhere?: SnapshotRow): Promise<Rows> {
  const bad: BadRow[] = [];
  const head = await tx.get('heads', mapId);
  const map = await tx.get('maps', mapId);
  const rows = await tx.under('snapshots', mapId);
  const own = readRows(SnapshotRow, 'snapshots', rows, bad);
  const entries = await entriesAfter(tx, mapId, -1, bad);
  return { mapId, map, head, snapshots: elsewhere ? [elsewhere, ...own] : own, entries, bad };
}

/** Reads and replays a map; null if there is no such map or no snapshot of it can be read. */
export async function hold(tx: Transaction, mapId: string): Promise<Held | null> {
  return atOnce(assemble(await gather(tx, mapId)));
}

/** The same in a transaction of its own, with rests for other work: for large maps, off every write. */
export async function holdInPieces(
  { store }: Pick<Context, 'store'>,
  mapId: string,
  elsewhere?: SnapshotRow,
): Promise<Held | null> {
  const rows = await store.read(DOCUMENT_TABLES, (tx) => gather(tx, mapId, elsewhere));
  const work = assemble(rows);
  const rest = yieldToEvents();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    await rest();
  }
}

function* assemble({ mapId, bad, entries, ...rows }: Rows): InPieces<Held | null> {
  const { snapshots } = rows;
  const replayed = yield* replay(snapshots, entries, bad);
  if (!replayed) return null;
  // Numbers are keys, so they can be trusted even where the rest of a row cannot.
  const last = Math.max(
    ...snapshots.map(({ seq }) => seq),
    ...entries.map(({ seq }) => seq),
    ...bad.map(({ row }) => seqOf(row)),
    replayed.from,
  );
  const head = readRow(HeadRow, 'heads', rows.head, bad) ?? {
    mapId,
    head: last,
    snapshot: replayed.from,
    snapshotSize: 0,
    grown: 0,
  };
  readRow(MapRow, 'maps', rows.map, bad);
  const end = Math.max(head.head, last);
  // What is older than the snapshot has been dealt with when the snapshot was written.
  const mattering = bad.filter(
    ({ table, row }) => table === 'heads' || table === 'maps' || seqOf(row) > replayed.from,
  );
  const after = entries.filter(({ seq }) => seq > replayed.from).length;
  const unread = mattering.filter(({ table }) => table === 'journal').length;
  return {
    ...replayed,
    head: { ...head, head: end },
    entries,
    bad: mattering,
    missing: Math.max(0, end - replayed.from - after - unread),
  };
}

/** Every edit that was ever saved is in it. */
export const hasAllEdits = ({ missing, skipped, bad }: Held): boolean =>
  missing === 0 && skipped.length === 0 && !bad.some(({ table }) => table === 'journal');

const seqOf = (row: unknown): number => Number((row as Partial<EntryRow> | null)?.seq) || 0;

/** The held map with its pictures. */
export async function completed(tx: Transaction, mapId: string, map: JourneyMap) {
  const found = dataIn((see) => swapInMap(map, see));
  return swapInMap(map, await picturesOf(tx, mapId, found));
}

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

/** Adds a snapshot and points the head at it; `grown` is what has been added since. */
export async function putSnapshot(
  tx: Transaction,
  head: HeadRow,
  snapshot: SnapshotRow,
  grown: number,
): Promise<void> {
  await tx.put('snapshots', { ...snapshot });
  await tx.put('heads', {
    ...head,
    snapshot: snapshot.seq,
    snapshotSize: snapshot.text.length,
    grown,
  });
}

/** Recomputes the library's row from the map itself. */
export async function refreshRow(tx: Transaction, map: JourneyMap, now: string): Promise<void> {
  const row = MapRow.safeParse(await tx.get('maps', map.id));
  const next = row.success
    ? { ...row.data, ...shown(map), counts: countsOf(map) }
    : rowFor(map, now);
  await tx.put('maps', next);
}

/** Rows of a new map that begins with edit number `seq`. */
export async function rowsOfNew(map: JourneyMap, seq: number, now: string) {
  const hashes = await hashAll(dataIn((see) => swapInMap(map, see)));
  const text = JSON.stringify(swapInMap(map, (data) => hashes.get(data) ?? data));
  const mapId = map.id;
  const assets = [...hashes].map(([data, hash]) => ({ mapId, hash, data }));
  const snapshot: SnapshotRow = { mapId, seq, at: now, text };
  const head = { mapId, head: seq, snapshot: seq, snapshotSize: text.length, grown: 0 };
  return { row: rowFor(map, now), head, snapshot, assets };
}

/** Writes a new map into an open transaction. */
export async function putNew(
  tx: Transaction,
  { row, head, snapshot, assets }: Awaited<ReturnType<typeof rowsOfNew>>,
): Promise<void> {
  await tx.put('maps', row);
  for (const asset of assets) await tx.put('assets', asset);
  await putSnapshot(tx, head, snapshot, 0);
}
