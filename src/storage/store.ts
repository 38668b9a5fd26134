/**
 * What storage asks of a database, so that disk and memory are interchangeable: tables of rows
 * under a key of one or two parts, transactions that happen whole or not at all, and reads that are
 * repeated when another transaction changes what they have read.
 */

/** Key paths of the tables. Two-part keys are read in ranges of their first part. */
export const TABLES = {
  /** What the library lists: one small row per map. */
  maps: ['id'],
  /** The number of each map's last edit; the row that compare-and-set compares. */
  heads: ['mapId'],
  thumbnails: ['mapId'],
  /** Edits, numbered without gaps. */
  journal: ['mapId', 'seq'],
  /** Whole maps at some number, without their pictures. */
  snapshots: ['mapId', 'seq'],
  /** Edits written while a page was leaving; they join the journal later. */
  letters: ['mapId', 'id'],
  versions: ['mapId', 'id'],
  /** Pictures by content hash. */
  assets: ['mapId', 'hash'],
  runs: ['id'],
  runResults: ['id'],
  datasets: ['id'],
  datasetChunks: ['datasetId', 'chunk'],
  preferences: ['key'],
  quarantine: ['id'],
} as const satisfies Record<string, readonly [string] | readonly [string, string]>;

/** Field of a row that the browser could not read: its reason. The rest of the row is its key. */
export const REFUSED = 'refused';

/** One of `TABLES`. */
export type TableName = keyof typeof TABLES;
/** A row as it is written: its key is in its own fields. */
export type StoredRow = Record<string, unknown>;
/** Strings are ids; numbers are those of entries and chunks. */
export type KeyPart = string | number;
/** One part or two, as `TABLES` says of the table. */
export type Key = readonly [KeyPart] | readonly [KeyPart, KeyPart];

/** Reads and writes of one transaction. Rows read are `unknown`: they go through a schema. */
export interface Transaction {
  get(table: TableName, ...key: Key): Promise<unknown>;
  put(table: TableName, row: StoredRow): Promise<void>;
  delete(table: TableName, ...key: Key): Promise<void>;
  all(table: TableName): Promise<unknown[]>;
  /** Rows whose key begins with `first`, in key order, the second part above `after` if given. */
  under(table: TableName, first: KeyPart, after?: number): Promise<unknown[]>;
  /** Deletes rows under `first`, those with a second part up to `upTo` if given. */
  deleteUnder(table: TableName, first: KeyPart, upTo?: number): Promise<void>;
}

/** Work in a transaction. It awaits nothing but the transaction, which would end otherwise. */
export type Work<T> = (tx: Transaction) => Promise<T>;

/** A database on disk or in memory; reads and writes name every table they touch. */
export interface Store {
  readonly durable: boolean;
  /** False where a newer build has written the database: then nothing may be written. */
  readonly writable: boolean;
  read<T>(tables: readonly TableName[], work: Work<T>): Promise<T>;
  /** Resolves when the transaction is durable. */
  write<T>(tables: readonly TableName[], work: Work<T>): Promise<T>;
  /**
   * Reads now, and again after every transaction of any tab that changed what was read. A failed
   * read is reported and tried again later. Returns how to stop.
   */
  watch<T>(
    tables: readonly TableName[],
    work: Work<T>,
    onResult: (result: T) => void,
    onError: (error: unknown) => void,
  ): () => void;
  close(): void;
}

/** Where pages that are going away leave their last edits (table `letters`). */
export interface Letterbox extends Store {
  /** Starts a write that is committed before this returns. @throws when that is not possible. */
  putNow(rows: readonly StoredRow[]): void;
}

/** The key of a row, in parts. */
export function keyOf(table: TableName, row: StoredRow): Key {
  return TABLES[table].map((part) => row[part] as KeyPart) as unknown as Key;
}
