import { applyEdit, replayed } from '../map/edits';
import { JourneyMap } from '../map/schema';
import { isPlainJson } from './json';
import { applyTo, rebased } from './patch';
import { isHash, swapInMap } from './pictures';
import type { BadRow } from './quarantine';
import type { EntryRow, SnapshotRow } from './rows';

export interface Replayed {
  map: JourneyMap;
  /** Number of the snapshot it started from. */
  from: number;
  /** Entries that could not be applied, or not wholly. */
  skipped: EntryRow[];
}

/**
 * A map from its newest readable snapshot and the entries after it, in order. Normally everything
 * fits and the result is validated once; only when it does not, each step is tried by itself, and
 * what breaks the map is left out. Null if no snapshot can be read.
 */
export function replay(
  snapshots: readonly SnapshotRow[],
  entries: readonly EntryRow[],
  bad: BadRow[],
): Replayed | null {
  for (const snapshot of [...snapshots].sort((a, b) => b.seq - a.seq)) {
    const later = entries.filter(({ seq }) => seq > snapshot.seq).sort((a, b) => a.seq - b.seq);
    const start = parsed(snapshot.text);
    const result = quick(start, later) ?? careful(start, later);
    if (result) return { ...result, from: snapshot.seq };
    bad.push({ table: 'snapshots', row: snapshot, reason: 'not a journey map' });
  }
  return null;
}

/** The map a snapshot's or version's text holds, or null. */
export function mapFromText(text: string): JourneyMap | null {
  return valid(parsed(text));
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
function valid(value: unknown): JourneyMap | null {
  // What is none fails in one of the next two lines.
  const held = value as JourneyMap;
  try {
    const result = JourneyMap.safeParse(swapInMap(held, (data) => (isHash(data) ? '' : data)));
    if (!result.success) return null;
    const { assets } = result.data;
    for (const [id, asset] of Object.entries(assets)) asset.data = held.assets[id]?.data ?? '';
    // Clears references that lead nowhere; the same map where there are none.
    return applyEdit(result.data, replayed([])).map;
  } catch {
    return null;
  }
}

function quick(start: unknown, entries: readonly EntryRow[]): Omit<Replayed, 'from'> | null {
  try {
    const end = entries.reduce(
      (map, { patches }) => applyTo(map, patches),
      // Checked at the end, once for all.
      start as JourneyMap,
    );
    const map = valid(end);
    return map && { map, skipped: [] };
  } catch {
    return null;
  }
}

function careful(start: unknown, entries: readonly EntryRow[]): Omit<Replayed, 'from'> | null {
  let map = valid(start);
  if (!map) return null;
  const skipped: EntryRow[] = [];
  for (const entry of entries) {
    const next = rebased(map, entry.patches);
    if (!next.whole) skipped.push(entry);
    map = next.map;
  }
  return { map, skipped };
}
