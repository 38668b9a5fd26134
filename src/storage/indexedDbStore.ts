import { nativeTransaction } from './nativeTransaction';
import { type Store, type TableName, TABLES, type Transaction } from './store';

/** Version of the tables; a database of a higher one was written by a newer build. */
export const DATABASE_VERSION = 1;
/** Dexie multiplies versions by ten before it hands them to IndexedDB. */
const NATIVE_STEP = 10;

/** Was a database of this native version written by a newer build? */
export function isNewer(nativeVersion: number): boolean {
  return Math.floor(nativeVersion / NATIVE_STEP) > DATABASE_VERSION;
}

export interface Connection {
  name: string;
  factory: IDBFactory;
  keyRange: typeof IDBKeyRange;
  /** What the database was found at; 0 where there is none. A newer build's is opened as it is. */
  nativeVersion: number;
  /** Another tab wants to change the tables: finish and let go. */
  onVersionChange(): void;
  /** An older tab holds the database while this one wants to change the tables. */
  onBlocked(): void;
  /** The browser closed the connection by itself. */
  onLost(): void;
}

/**
 * Opens the database. One that is at this version, or that is not there yet, needs no more than
 * IndexedDB itself; only for changing the tables of an older one Dexie is fetched, a tenth of the
 * page's weight. Transactions are IndexedDB's own in any case: Dexie loses track of one across
 * several awaits of plain promises, and only they can be committed before a page is gone. What is
 * acknowledged has reached the disk, not only the system's cache (`strict`).
 */
export async function openIndexedDb(connection: Connection): Promise<Store> {
  const { keyRange } = connection;
  let isFinished = false;
  let isLost = false;
  let db = await connect();

  async function connect(): Promise<IDBDatabase> {
    const opened = (await openAsItIs(connection)) ?? (await changed());
    opened.onversionchange = () => {
      connection.onVersionChange();
      isFinished = true;
      opened.close();
    };
    opened.onclose = () => {
      isLost = true;
      connection.onLost();
    };
    isLost = false;
    return opened;
  }
  async function changed(): Promise<IDBDatabase> {
    const { changeTables } = await import('./changeTables');
    await changeTables(connection, DATABASE_VERSION);
    const opened = await openAsItIs(connection);
    if (!opened) throw new Error('the tables are still of an older version');
    return opened;
  }

  const begin = (tables: readonly TableName[], mode: IDBTransactionMode) =>
    db.transaction([...tables], mode, { durability: 'strict' });

  const run =
    (mode: IDBTransactionMode) =>
    async <T>(tables: readonly TableName[], work: (tx: Transaction) => Promise<T>): Promise<T> => {
      // The browser may have closed the connection by itself, e.g. to free memory.
      if (isLost && !isFinished) db = await connect();
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
      isFinished = true;
      db.close();
    },
  };
}

/** The open database; null, and untouched, when its tables are of an older version. */
function openAsItIs(connection: Connection): Promise<IDBDatabase | null> {
  const { name, factory, nativeVersion } = connection;
  return new Promise((resolve, reject) => {
    let isOlder = false;
    const request = factory.open(name, Math.max(nativeVersion, DATABASE_VERSION * NATIVE_STEP));
    request.onupgradeneeded = ({ oldVersion }) => {
      isOlder = oldVersion > 0;
      if (isOlder) request.transaction?.abort();
      else createTables(request.result);
    };
    request.onblocked = () => {
      connection.onBlocked();
    };
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = (event) => {
      event.preventDefault();
      if (isOlder) resolve(null);
      else reject(request.error ?? new Error('the database did not open'));
    };
  });
}

/** The tables of a new database, as Dexie would make them. */
function createTables(db: IDBDatabase): void {
  for (const [table, parts] of Object.entries(TABLES)) {
    db.createObjectStore(table, { keyPath: parts.length === 1 ? parts[0] : [...parts] });
  }
}
