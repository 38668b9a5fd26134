import { Dexie } from 'dexie';
import {
  type Key,
  type KeyPart,
  type Store,
  type TableName,
  TABLES,
  type Transaction,
} from './store';

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

/** Opens the database; acknowledged writes have reached the disk, not only the system's cache. */
export async function openIndexedDb(connection: Connection): Promise<Store> {
  const { name, factory, keyRange } = connection;
  const db = new Dexie(name, {
    indexedDB: factory,
    IDBKeyRange: keyRange,
    chromeTransactionDurability: 'strict',
    autoOpen: false,
  });
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
  db.on('blocked', () => connection.onBlocked());
  db.on('close', () => connection.onLost());
  await db.open();

  const run =
    (mode: 'r' | 'rw') =>
    async <T>(tables: readonly TableName[], work: (tx: Transaction) => Promise<T>): Promise<T> => {
      // The browser may have closed the connection by itself, e.g. to free memory.
      if (!db.isOpen() && !finished) await db.open();
      return db.transaction(mode, [...tables], () => work(transactionOf(db)));
    };

  return {
    durable: true,
    read: run('r'),
    write: run('rw'),
    putNow(table, rows) {
      // Dexie is not fast enough here: only a raw transaction with an explicit commit survives.
      const tx = db.backendDB().transaction([table], 'readwrite', { durability: 'strict' });
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

function transactionOf(db: Dexie): Transaction {
  const range = (table: TableName, first: KeyPart, lower: number | undefined, upTo?: number) =>
    db
      .table<unknown>(table)
      .where(`[${TABLES[table].join('+')}]`)
      .between(
        [first, lower ?? Dexie.minKey],
        [first, upTo ?? Dexie.maxKey],
        lower === undefined,
        true,
      );
  // A key of one part is that part itself.
  const native = ([first, second]: Key) => (second === undefined ? first : [first, second]);
  return {
    get: (table, ...key) => db.table(table).get(native(key)),
    put: async (table, row) => {
      await db.table(table).put(row);
    },
    delete: (table, ...key) => db.table(table).delete(native(key)),
    all: (table) => db.table(table).toArray(),
    under: (table, first, after) => range(table, first, after).toArray(),
    lastUnder: (table, first) => range(table, first, undefined).last(),
    deleteUnder: async (table, first, upTo) => {
      await range(table, first, undefined, upTo).delete();
    },
  };
}
