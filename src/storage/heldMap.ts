import type { JourneyMap } from '../map/schema';
import type { Context } from './context';
import { entriesAfter, picturesOf } from './journal';
import { dataIn, swapInMap } from './pictures';
import { type BadRow, readRow, readRows } from './quarantine';
import { atOnce, type InPieces, type Replayed, replay } from './replay';
import { yieldToEvents } from '../simulation';
import { type EntryRow, HeadRow, MapRow, SnapshotRow } from './rows';
import type { TableName, Transaction } from './store';

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
