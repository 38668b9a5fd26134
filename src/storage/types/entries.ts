import type { MapPatch } from '../../map/edits';
import type { StorageState } from './status';

/** What an entry of the journal came from. */
export type EntryKind = 'edit' | 'undo' | 'redo';

/** An edit on its way to disk. */
export interface NewEntry {
  /** Random and stable over retries: an entry is saved once, however often it is sent. */
  id: string;
  /** Entries of one gesture are one undo step; undo and redo carry the gesture they act on. */
  gesture: string;
  kind: EntryKind;
  /** Catalogue key or text of what was done, for undo menus. */
  label: string;
  patches: readonly MapPatch[];
  inverse: readonly MapPatch[];
}

/** An edit on disk. */
export interface JournalEntry extends NewEntry {
  mapId: string;
  /** 1, 2, 3 …: the order that holds for every tab. */
  seq: number;
  /** The tab that made it. */
  tab: string;
  /** UTC timestamp. */
  at: string;
}

/** Entries to be appended to the journal of a map. */
export interface AppendRequest {
  mapId: string;
  /** The last entry the caller's map contains. */
  expectedHead: number;
  /** Saved together or not at all, in this order. */
  entries: NewEntry[];
}

/** Why an edit is not on disk. */
export type Failure = Exclude<StorageState, 'ready' | 'memory'> | 'gone';

/** What became of entries that were to be appended. */
export type AppendResult =
  /** On disk (`durable`), or in memory where there is no disk. */
  | { status: 'saved'; head: number; durable: boolean }
  /**
   * Somebody was faster: apply `entries`, drop what is pending and among them already (a letter may
   * have brought it), rebase the rest, append again with `head`.
   */
  | { status: 'conflict'; head: number; entries: JournalEntry[] }
  /** So far behind that the journal was compacted: open the map again and rebase on it. */
  | { status: 'stale'; head: number }
  /** Nothing was written, because these entries never can be: they are no JSON of allowed depth and size. */
  | { status: 'unfit'; ids: string[] }
  /** Nothing was written. Keep the entries and append again later, or offer a file. */
  | { status: 'failed'; failure: Failure; reason: string };
