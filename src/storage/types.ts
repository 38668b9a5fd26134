import type { MapPatch } from '../map/edits';
import type { JourneyMap } from '../map/schema';

/**
 * - `ready`: IndexedDB works; what is acknowledged is on disk.
 * - `memory`: IndexedDB is absent, refused or silent; everything works, nothing outlives the page.
 * - `newer`: a newer build has written the database; it can be read, not written.
 * - `full`: the last write met the quota; reading and deleting work, edits stay with the caller.
 * - `broken`: the database failed while in use; edits stay with the caller, who may offer a file.
 * - `closed`: a newer build in another tab needs the database; this page must be reloaded.
 */
export type StorageState = 'ready' | 'memory' | 'newer' | 'full' | 'broken' | 'closed';

/** What was put back from the mirror after the browser lost its database. */
export interface Recovery {
  /** Maps that are there again, by id and title. */
  restored: { id: string; title: string }[];
  /** Maps the canary remembers and the mirror does not have. */
  lost: { id: string; title: string }[];
}

/** How storage is, for the notices of the app. */
export interface StorageStatus {
  state: StorageState;
  /** Why, in the browser's words; for a details disclosure, never the sentence itself. */
  reason: string | null;
  /** Another tab with an older build holds the database; close it to go on. */
  blocked: boolean;
  recovery: Recovery | null;
  /** How many unreadable records wait in quarantine. */
  quarantined: number;
  /** How many maps are shown as their mirror has them, because the disk cannot be opened or written: kept by this page alone. */
  copies: number;
}

/** How many records of these kinds a map has. */
export type MapCounts = Readonly<Record<'stages' | 'touchpoints' | 'transitions', number>>;

/** A map as the library lists it, without its document. */
export interface MapSummary {
  id: string;
  title: string;
  language: string;
  state: JourneyMap['state'];
  /** UTC timestamps. */
  createdAt: string;
  updatedAt: string;
  /** When it was put into the bin, or null. */
  deletedAt: string | null;
  counts: MapCounts;
  /** SVG text the app has drawn, or null. */
  thumbnail: string | null;
  /** Number of the last edit. */
  head: number;
  /** False where the map lives in memory only. */
  durable: boolean;
  /** The record of this map could not be read; opening it tries what is left. */
  unreadable: boolean;
}

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

/** A state of a map that somebody gave a name. */
export interface NamedVersion {
  id: string;
  mapId: string;
  name: string;
  /** UTC timestamp. */
  at: string;
  /** Last entry the version contains. */
  head: number;
}

/** A kept run without its result, as lists show it. */
export interface RunSummary {
  id: string;
  mapId: string;
  title: string;
  /** Revision (SHA-256) of the map that was run. */
  mapRevision: string;
  /** Id of the scenario, or null for the map as it stands. */
  scenario: string | null;
  seed: number;
  customers: number;
  /** UTC timestamp. */
  createdAt: string;
}

/** A kept run with its result. */
export interface RunRecord extends RunSummary {
  /** JSON; its shape belongs to whoever ran it, who parses it again. */
  result: unknown;
}

/** A table of customers without its rows. */
export interface DatasetSummary {
  id: string;
  mapId: string | null;
  name: string;
  columns: string[];
  rows: number;
  /** UTC timestamp. */
  createdAt: string;
}

/** One row: a value per column. */
export type DatasetValues = (string | number | boolean | null)[];

/** A record that could not be read, kept as it is. */
export interface Quarantined {
  id: string;
  table: string;
  key: string;
  mapId: string | null;
  /** UTC timestamp. */
  at: string;
  reason: string;
  /** The record as JSON, for a download. */
  raw: string;
}

/**
 * Everything the app keeps on this computer. What cannot be done rejects with a `StorageError`
 * (`append` returns it instead). A record that cannot be read never rejects: it goes to quarantine.
 */
export interface Storage {
  readonly status: StorageStatus;
  /** Calls back on every change of `status`; returns how to stop. */
  onStatus(listener: (status: StorageStatus) => void): () => void;
  /** This tab's name on its entries; survives a reload. */
  readonly tab: string;

  /** All maps, also those in the bin, newest first. */
  list(): Promise<MapSummary[]>;
  /** Calls back at once and after every change made in any tab. */
  watchLibrary(listener: (maps: MapSummary[]) => void): () => void;
  /** Keeps a new map. Rejects with `exists` when its id is taken. */
  create(map: JourneyMap): Promise<MapSummary>;
  /** An edit of the title like any other, for maps that are not open. */
  rename(mapId: string, title: string): Promise<void>;
  /** A copy under a new id. */
  duplicate(mapId: string, title: string): Promise<MapSummary>;
  /** Puts a map into the bin. */
  remove(mapId: string): Promise<void>;
  /** Takes it out again. */
  restore(mapId: string): Promise<void>;
  /** Deletes a map with its journal, versions, runs and pictures for good. */
  purge(mapId: string): Promise<void>;
  setThumbnail(mapId: string, svg: string | null): Promise<void>;

  /** Null where there is no such map, or nothing of it can be read. */
  openMap(mapId: string): Promise<OpenedMap | null>;
  /** What can be put back of a map that `openMap` did not find; null where there is no copy. */
  copyOf(mapId: string): Promise<MapCopy | null>;
  /** Puts that back, in memory where the disk refuses it. False where there is no copy. */
  putBack(mapId: string): Promise<boolean>;
  append(request: AppendRequest): Promise<AppendResult>;
  /**
   * For `pagehide` and `visibilitychange`: writes what is not acknowledged yet, in one synchronous
   * call that survives the page. It joins the journal when the map is next opened or followed.
   * Sending the same entries by `append` too is harmless.
   */
  appendOnLeave(request: AppendRequest): void;
  subscribe(mapId: string, fromHead: number, listener: (news: MapNews) => void): Subscription;

  saveVersion(mapId: string, name: string): Promise<NamedVersion>;
  /** Newest first. Calls back at once and after every change; empty while it cannot be read. */
  watchVersions(mapId: string, listener: (versions: NamedVersion[]) => void): () => void;
  /** The map of a version, to be put back by an edit of the caller; null if it cannot be read. */
  versionMap(mapId: string, versionId: string): Promise<JourneyMap | null>;
  removeVersion(mapId: string, versionId: string): Promise<void>;

  saveRun(run: RunRecord): Promise<void>;
  /** Newest first, without results; calls back as `watchVersions` does. */
  watchRuns(mapId: string, listener: (runs: RunSummary[]) => void): () => void;
  run(runId: string): Promise<RunRecord | null>;
  removeRun(runId: string): Promise<void>;

  saveDataset(
    dataset: Omit<DatasetSummary, 'rows'>,
    rows: DatasetValues[],
  ): Promise<DatasetSummary>;
  datasets(): Promise<DatasetSummary[]>;
  datasetRows(datasetId: string): Promise<DatasetValues[]>;
  removeDataset(datasetId: string): Promise<void>;

  /** JSON values by name, e.g. `theme`; the caller parses what it gets. */
  preference(key: string): Promise<unknown>;
  setPreference(key: string, value: unknown): Promise<void>;

  quarantine(): Promise<Quarantined[]>;
  removeQuarantined(id: string): Promise<void>;

  /** Writes what waits for idle time (snapshots, mirror, canary) and resolves when it is done. */
  settle(): Promise<void>;
  close(): Promise<void>;
}
