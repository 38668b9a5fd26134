import { Dexie, liveQuery, type Subscription } from 'dexie';
import { transactionOn } from './dexieTransaction';
import { StorageError } from './errors';
import { DATABASE_VERSION, isNewer } from './nativeVersion';
import { type Store, type TableName, TABLES, type Work } from './store';

/** Milliseconds until a watched read that failed is tried again. */
const WATCH_AGAIN_MS = 4_000;

/** What to open, and what to call when the browser or another tab interferes. */
export interface Connection {
  name: string;
  factory: IDBFactory;
  keyRange: typeof IDBKeyRange;
  tables: readonly TableName[];
  /** Written by a newer build: opened as it is, for reading. */
  isNewer: boolean;
  /** Another tab wants to change the tables: finish and let go. */
  onVersionChange(): void;
  /** An older tab holds the database while this one wants to change the tables. */
  onBlocked(): void;
  /** The browser closed the connection by itself. */
  onLost(): void;
}

/** Opens the database, with the tables of this build unless a newer one has written it. */
export async function openDexieStore(connection: Connection): Promise<Store> {
  const writable = !connection.isNewer;
  const db = databaseOf(connection);
  let isFinished = false;

  db.on('versionchange', () => {
    finish();
    // Dexie's own answer is to close until the next use, which would open the newer database.
    return false;
  });
  db.on('blocked', () => {
    connection.onBlocked();
    return false;
  });
  const onOpened = () => {
    const { version } = db.backendDB();
    // Dexie opens a database of a higher version without a word and would write old rows to it.
    if (writable && isNewer(version)) throw newer(version);
    db.backendDB().addEventListener('close', () => {
      connection.onLost();
    });
  };
  db.on('ready', onOpened, true);

  function finish(): void {
    if (isFinished) return;
    isFinished = true;
    connection.onVersionChange();
    db.close();
  }

  async function open(): Promise<void> {
    try {
      await db.open();
    } catch (error) {
      // While it was closed a newer build has changed it: as if that build had asked for it now.
      if (error instanceof StorageError && error.code === 'newer') finish();
      throw error;
    }
  }

  /** Transactions wait for the opening, which is begun again where the browser or Dexie closed. */
  function run<T>(mode: 'r' | 'rw', tables: readonly TableName[], work: Work<T>): Promise<T> {
    // The promise of the transaction reports a failure.
    if (!db.isOpen() && !isFinished) open().catch(() => undefined);
    return db.transaction(mode, tables, async (tx) => work(transactionOn(tx)));
  }

  await open();
  return {
    durable: true,
    writable,
    read: (tables, work) => run('r', tables, work),
    write: (tables, work) =>
      writable
        ? run('rw', tables, work)
        : Promise.reject(new StorageError('newer', 'opened for reading')),
    watch: (tables, work, onResult, onError) => {
      const read = () => run('r', tables, work);
      return watching(read, () => isFinished, onResult, onError);
    },
    close() {
      isFinished = true;
      db.close();
    },
  };
}

/**
 * The tables and their versions. What is acknowledged has reached the disk, not only the system's
 * cache (`strict`); rows are always read from the disk.
 */
function databaseOf({ name, factory, keyRange, tables, isNewer: asItIs }: Connection): Dexie {
  const db = new Dexie(name, {
    indexedDB: {
      // Dexie adds tables that a database lacks by raising its version, a newer one's too.
      open(of: string, version?: number) {
        if (version !== undefined && isNewer(version)) throw newer(version);
        return factory.open(of, version);
      },
      // Where this is missing, Dexie keeps a database of its own with the names of all others.
      databases: () => factory.databases(),
    } as IDBFactory,
    IDBKeyRange: keyRange,
    autoOpen: false,
    chromeTransactionDurability: 'strict',
    cache: 'disabled',
  });
  // A later version is declared beside this one, with an `upgrade` where rows must change.
  if (!asItIs) db.version(DATABASE_VERSION).stores(schemaOf(tables));
  return db;
}

/** The tables in Dexie's words: their primary keys, and no other index. */
function schemaOf(tables: readonly TableName[]): Record<string, string> {
  return Object.fromEntries(
    tables.map((table) => {
      const [first, second] = TABLES[table];
      return [table, second === undefined ? first : `[${first}+${second}]`];
    }),
  );
}

const newer = (version: number): StorageError =>
  new StorageError('newer', `database ${version / 10}, this build ${DATABASE_VERSION}`);

/** Repeats a read when a transaction, in this or another tab, has changed what it read. */
function watching<T>(
  read: () => Promise<T>,
  isFinished: () => boolean,
  onResult: (result: T) => void,
  onError: (error: unknown) => void,
): () => void {
  let subscription: Subscription;
  let timer: ReturnType<typeof setTimeout> | undefined;
  function begin(): void {
    // A failure is handed on as a value: Dexie would end the query on some and hide others.
    const query = liveQuery(() =>
      read().then(
        (result) => ({ result }),
        (error: unknown) => ({ error }),
      ),
    );
    subscription = query.subscribe((answer) => {
      if ('result' in answer) {
        onResult(answer.result);
        return;
      }
      subscription.unsubscribe();
      if (!isFinished()) timer = setTimeout(begin, WATCH_AGAIN_MS);
      onError(answer.error);
    });
  }
  begin();
  return () => {
    clearTimeout(timer);
    subscription.unsubscribe();
  };
}
