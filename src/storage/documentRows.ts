import type { JourneyMap } from '../map/schema';
import { dataIn, hashAll, swapInMap } from './pictures';
import { type HeadRow, MapRow, type SnapshotRow } from './rows';
import type { Transaction } from './store';
import { countsOf, rowFor, shown } from './summary';

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
