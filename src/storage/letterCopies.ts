import type { KeyValues } from './keyValues';
import { LetterRow } from './rows';
import type { StoredRow } from './store';

/** Larger letters stand in their database only: local storage is small, and writing it takes time. In characters. */
const LARGEST = 500_000;

/**
 * A second place for letters, which waits for nothing: a transaction of IndexedDB waits for the others
 * on its store, and a page that ends meanwhile takes it along. Local storage is written at once.
 */
export interface LetterCopies {
  /** False where they could not be written, or are too large. */
  put(mapId: string, rows: readonly StoredRow[]): boolean;
  /** What was left of a map. What is damaged is left out: it stands in the database of the letters, too. */
  of(mapId: string): LetterRow[];
  forget(mapId: string, ids: ReadonlySet<string>): void;
  forgetAll(mapId: string): void;
  /** The map for which another tab has just left some, by the name of what has changed; null = none. */
  mapOf(key: string | null): string | null;
}

/** `name` is that of the database. Without `values` nothing is written and nothing is found. */
export function letterCopies(values: KeyValues | null, name: string): LetterCopies {
  const keyFor = (mapId: string) => `${name}.letters.${mapId}`;

  function of(mapId: string): LetterRow[] {
    try {
      const rows: unknown = JSON.parse(values?.getItem(keyFor(mapId)) ?? '[]');
      return Array.isArray(rows) ? rows.flatMap((row) => LetterRow.safeParse(row).data ?? []) : [];
    } catch {
      // Forbidden or damaged: the database of the letters has to do.
      return [];
    }
  }

  function set(mapId: string, rows: readonly StoredRow[]): boolean {
    const text = JSON.stringify(rows);
    if (!values || text.length > LARGEST) return false;
    try {
      if (rows.length === 0) values.removeItem(keyFor(mapId));
      else values.setItem(keyFor(mapId), text);
      return true;
    } catch {
      // Full or forbidden.
      return false;
    }
  }

  return {
    of,
    put: (mapId, rows) => set(mapId, [...of(mapId), ...rows]),
    mapOf: (key) => (key?.startsWith(keyFor('')) === true ? key.slice(keyFor('').length) : null),
    forgetAll: (mapId) => void set(mapId, []),
    forget(mapId, ids) {
      const left = of(mapId);
      const kept = left.filter(({ id }) => !ids.has(id));
      if (kept.length < left.length) set(mapId, kept);
    },
  };
}
