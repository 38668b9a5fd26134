import type { JourneyMap } from '../../map/schema';
import type { JournalEntry } from './entries';

/**
 * One undo step of this tab. Whichever stack it is on, applying the inverses of `entries`, last
 * one first, is what undo or redo does; `kind` of the new entry says which, its `gesture` is this.
 */
export interface UndoStep {
  gesture: string;
  label: string;
  entries: JournalEntry[];
}

/** Steps that can be undone and redone. */
export interface UndoStacks {
  /** Oldest first. */
  undo: UndoStep[];
  redo: UndoStep[];
}

/** A map as read from storage: snapshot and journal applied. */
export interface OpenedMap extends UndoStacks {
  map: JourneyMap;
  head: number;
  durable: boolean;
  /** Records of this map that could not be read and were left out; they are in quarantine. */
  skipped: number;
  /** Ids of the entries that the journal still holds: an edit among them is on disk, whoever wrote it. */
  written: string[];
}

/** A copy of a map beside the database, for one that the database cannot give. */
export interface MapCopy {
  title: string;
  /** When it was written, as a UTC timestamp. */
  at: string;
  /** False where edits after it are missing. */
  isWhole: boolean;
}

/** News about an open map, in order, without gaps; a tab's own entries come too (see `seq`, `tab`). */
export type MapNews =
  | { kind: 'entries'; entries: JournalEntry[]; head: number }
  /** The journal no longer reaches back far enough: open the map again. */
  | { kind: 'stale'; head: number }
  | { kind: 'gone' };

/** News of a map, until it is stopped. */
export interface Subscription {
  /** Says that everything up to `head` is known, e.g. after an acknowledged append. */
  advance(head: number): void;
  stop(): void;
}
