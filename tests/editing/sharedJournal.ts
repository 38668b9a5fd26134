import { applyPatches } from '../../src/map/edits';
import type { JourneyMap } from '../../src/map/schema';
import type { Keeper } from '../../src/editing/journalSync';
import type { JournalEntry, MapNews, OpenedMap } from '../../src/storage';

/** Storage as several tabs see it, in memory: one journal, compare-and-set on its head. */
export function sharedJournal(start: JourneyMap) {
  const entries: JournalEntry[] = [];
  const listeners = new Map<string, (news: MapNews) => void>();
  const left: Parameters<Keeper['appendOnLeave']>[0][] = [];
  let failing = false;

  function tab(name: string): Keeper {
    return {
      async append({ mapId, expectedHead, entries: news }) {
        await Promise.resolve();
        if (failing) return { status: 'failed', failure: 'full', reason: 'no room' };
        if (expectedHead !== entries.length) {
          const missed = entries.slice(expectedHead);
          return { status: 'conflict', head: entries.length, entries: missed };
        }
        for (const entry of news) {
          entries.push({ ...entry, mapId, seq: entries.length + 1, tab: name, at: '' });
        }
        for (const [other, listener] of listeners) {
          if (other !== name) listener({ kind: 'entries', entries, head: entries.length });
        }
        return { status: 'saved', head: entries.length, durable: true };
      },
      appendOnLeave: (request) => {
        left.push(request);
      },
      openMap: () => Promise.resolve(opened()),
      subscribe(_mapId, _head, listener) {
        listeners.set(name, listener);
        return { advance: () => undefined, stop: () => listeners.delete(name) };
      },
    };
  }

  /** What a reload would read. */
  function opened(): OpenedMap {
    return {
      map: entries.reduce((map, { patches }) => applyPatches(map, patches), start),
      head: entries.length,
      durable: true,
      skipped: 0,
      written: entries.map(({ id }) => id),
      undo: [],
      redo: [],
    };
  }

  return {
    tab,
    opened,
    entries,
    /** What pages that went away handed over. */
    left,
    /** The map is deleted. */
    remove() {
      for (const listener of listeners.values()) listener({ kind: 'gone' });
    },
    fail(on: boolean) {
      failing = on;
    },
  };
}
