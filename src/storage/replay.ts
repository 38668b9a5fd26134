import { applyEdit, replayed } from '../map/edits';
import { COLLECTIONS, JourneyMap, LIMITS } from '../map/schema';
import { isPlainJson } from './json';
import { applyTo, rebased } from './patch';
import { isHash, swapInMap } from './pictures';
import type { BadRow } from './quarantine';
import type { EntryRow, SnapshotRow } from './rows';

/** A map put together from a snapshot and the entries after it. */
export interface Replayed {
  map: JourneyMap;
  /** Number of the snapshot it started from. */
  from: number;
  /** Entries that could not be applied, or not wholly. */
  skipped: EntryRow[];
}

/** Work that stops after every piece, for whoever wants to rest there. */
export type InPieces<Result> = Generator<undefined, Result>;

/** Records that are validated in one piece. */
const PIECE = 300;

/** Does all pieces at once. */
export function atOnce<Result>(work: InPieces<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/**
 * A map from its newest readable snapshot and the entries after it, in order. Normally everything
 * fits and the result is validated once; only when it does not, each step is tried by itself, and
 * what breaks the map is left out. Null if no snapshot can be read.
 */
export function* replay(
  snapshots: readonly SnapshotRow[],
  entries: readonly EntryRow[],
  bad: BadRow[],
): InPieces<Replayed | null> {
  for (const snapshot of [...snapshots].sort((a, b) => b.seq - a.seq)) {
    const later = entries.filter(({ seq }) => seq > snapshot.seq).sort((a, b) => a.seq - b.seq);
    const start = parsed(snapshot.text);
    yield;
    const result = (yield* quick(start, later)) ?? (yield* careful(start, later));
    if (result) return { ...result, from: snapshot.seq };
    bad.push({ table: 'snapshots', row: snapshot, reason: 'not a journey map' });
  }
  return null;
}

/** The map a snapshot's or version's text holds, or null. */
export function mapFromText(text: string): JourneyMap | null {
  return atOnce(valid(parsed(text)));
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isPlainJson(value) ? value : null;
  } catch {
    return null;
  }
}

/** A snapshot's pictures are hashes, which the schema of a picture refuses: they are set aside. */
function* valid(value: unknown): InPieces<JourneyMap | null> {
  // What is none fails in one of the next two lines.
  const held = value as JourneyMap;
  try {
    const map = yield* validated(swapInMap(held, (data) => (isHash(data) ? '' : data)));
    if (!map) return null;
    for (const [id, asset] of Object.entries(map.assets)) asset.data = held.assets[id]?.data ?? '';
    // Clears references that lead nowhere; the same map where there are none.
    return applyEdit(map, replayed([])).map;
  } catch {
    return null;
  }
}

/** The schema's answer; long tables are read some hundred records at a time. */
function* validated(map: JourneyMap): InPieces<JourneyMap | null> {
  const tables: Record<string, object> = {};
  const rest: Record<string, unknown> = { ...map };
  for (const name of COLLECTIONS) {
    const entries = Object.entries(map[name]);
    if (entries.length <= PIECE) continue;
    if (entries.length > LIMITS.records) return null;
    const table = {};
    for (let from = 0; from < entries.length; from += PIECE) {
      const piece = Object.fromEntries(entries.slice(from, from + PIECE));
      const result = JourneyMap.shape[name].safeParse(piece);
      if (!result.success) return null;
      Object.assign(table, result.data);
      yield;
    }
    tables[name] = table;
    rest[name] = {};
  }
  const result = JourneyMap.safeParse(rest);
  return result.success ? { ...result.data, ...tables } : null;
}

function* quick(
  start: unknown,
  entries: readonly EntryRow[],
): InPieces<Omit<Replayed, 'from'> | null> {
  try {
    const end = entries.reduce(
      (map, { patches }) => applyTo(map, patches),
      // Checked at the end, once for all.
      start as JourneyMap,
    );
    const map = yield* valid(end);
    return map && { map, skipped: [] };
  } catch {
    return null;
  }
}

function* careful(
  start: unknown,
  entries: readonly EntryRow[],
): InPieces<Omit<Replayed, 'from'> | null> {
  let map = yield* valid(start);
  if (!map) return null;
  const skipped: EntryRow[] = [];
  for (const entry of entries) {
    const next = rebased(map, entry.patches);
    if (!next.whole) skipped.push(entry);
    map = next.map;
  }
  return { map, skipped };
}
