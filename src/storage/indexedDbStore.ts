import { Dexie } from 'dexie';
import { nativeTransaction } from './nativeTransaction';
import { type Store, type TableName, TABLES, type Transaction } from './store';

/** Version of the tables; a database of a higher one was written by a newer build. */
export const DATABASE_VERSION = 1;
/** Dexie multiplies versions by ten before it hands them to IndexedDB. */
const NATIVE_STEP = 10;

/** Was a database of this native version written by a newer build? Dexie itself never tells. */
export function isNewer(nativeVersion: number): boolean {
  return Math.floor(nativeVersion / NATIVE_STEP) > DATABASE_VERSION;
}

export interface Connection {
  name: string;
  factory: IDBFactory;
  keyRange: typeof IDBKeyRange;
  /** Another tab wants to change the tables: finish and let go. */
  onVersionChange(): void;
  /** An older tab holds the database while this one wants to change the tables. */
  onBlocked(): void;
  /** The browser closed the connection by itself. */
  onLost(): void;
}

/**
 * Opens the database. Dexie keeps the tables and their versions; transactions are IndexedDB's own,
 * because Dexie loses track of one across several awaits of plain promises, and because only they
 * can be committed before a page is gone. What is acknowledged has reached the disk, not only the
 * system's cache (`strict`).
 */
export async function openIndexedDb(connection: Connection): Promise<Store> {
  const { name, factory, keyRange } = connection;
  const db = new Dexie(name, { indexedDB: factory, IDBKeyRange: keyRange, autoOpen: false });
  db.version(DATABASE_VERSION).stores(
    Object.fromEntries(
      Object.entries(TABLES).map(([table, parts]) => [
        table,
        parts.length === 1 ? parts[0] : `[${parts.join('+')}]`,
      ]),
    ),
  );
  let finished = false;
  db.on('versionchange', () => {
    connection.onVersionChange();
    finished = true;
    db.close();
    // Dexie would open it again at the next use.
    return false;
  });
  db.on('blocked', () => {
    connection.onBlocked();
  });
  db.on('close', () => {
    connection.onLost();
  });
  await db.open();

  const begin = (tables: readonly TableName[], mode: IDBTransactionMode) =>
    db.backendDB().transaction([...tables], mode, { durability: 'strict' });

  const run =
    (mode: IDBTransactionMode) =>
    async <T>(tables: readonly TableName[], work: (tx: Transaction) => Promise<T>): Promise<T> => {
      // The browser may have closed the connection by itself, e.g. to free memory.
      if (!db.isOpen() && !finished) await db.open();
      return nativeTransaction(begin(tables, mode), keyRange, work);
    };

  return {
    durable: true,
    read: run('readonly'),
    write: run('readwrite'),
    putNow(table, rows) {
      const tx = begin([table], 'readwrite');
      const target = tx.objectStore(table);
      for (const row of rows) target.put(row);
      tx.commit();
    },
    close() {
      finished = true;
      db.close();
    },
  };
}
