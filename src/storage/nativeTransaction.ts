import { reasonOf } from './errors';
import { type Key, type KeyPart, REFUSED, type TableName, TABLES, type Transaction } from './store';

/**
 * Runs work in an IndexedDB transaction. Resolves when it is complete, that is durable; rejects
 * with what went wrong, and then nothing of it was written.
 */
export async function nativeTransaction<T>(
  tx: IDBTransaction,
  keyRange: typeof IDBKeyRange,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const ended = new Promise<void>((resolve, reject) => {
    tx.oncomplete = () => {
      resolve();
    };
    tx.onabort = () => {
      reject(tx.error ?? new Error('the transaction was aborted'));
    };
  });
  try {
    const [result] = await Promise.all([work(methods(tx, keyRange)), ended]);
    return result;
  } catch (error) {
    abort(tx);
    // The transaction's own reason (a full disk, say) tells more than the request's.
    await ended.catch(() => undefined);
    throw tx.error ?? error;
  }
}

function abort(tx: IDBTransaction): void {
  try {
    tx.abort();
  } catch {
    // It has ended already.
  }
}

function methods(tx: IDBTransaction, keyRange: typeof IDBKeyRange): Transaction {
  const store = (table: TableName) => tx.objectStore(table);
  // An empty list sorts behind every text and number, so it closes the range.
  const range = (first: KeyPart, after?: number, upTo?: number) =>
    keyRange.bound(
      after === undefined ? [first] : [first, after],
      [first, upTo ?? []],
      after !== undefined,
    );
  return {
    get: (table, ...key) => answer(store(table).get(native(key))),
    put: (table, row) => done(store(table).put(row)),
    delete: (table, ...key) => done(store(table).delete(native(key))),
    all: (table) => readable(table, store(table)),
    under: (table, first, after) => readable(table, store(table), range(first, after)),
    deleteUnder: (table, first, upTo) => done(store(table).delete(range(first, undefined, upTo))),
  };
}

/**
 * All rows of a range. One that the browser itself cannot read (a lost file beside the database,
 * say) makes it refuse all of them; then they are asked for one by one, and that one comes back as
 * its key and the reason.
 */
async function readable(
  table: TableName,
  store: IDBObjectStore,
  range?: IDBKeyRange,
): Promise<unknown[]> {
  try {
    return await answer<unknown[]>(store.getAll(range));
  } catch {
    const keys = await answer(store.getAllKeys(range));
    const rows: unknown[] = [];
    for (const key of keys) {
      try {
        rows.push(await answer<unknown>(store.get(key)));
      } catch (error) {
        const parts = Array.isArray(key) ? key : [key];
        const named = TABLES[table].map((part, place) => [part, parts[place]] as const);
        rows.push({ ...Object.fromEntries(named), [REFUSED]: reasonOf(error) });
      }
    }
    return rows;
  }
}

/** A key of one part is that part itself. */
function native([first, second]: Key): IDBValidKey {
  return second === undefined ? first : [first, second];
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = (event) => {
      // Whoever asked decides whether the transaction goes on.
      event.preventDefault();
      event.stopPropagation();
      reject(request.error ?? new Error('the request failed'));
    };
  });
}

async function done(request: IDBRequest): Promise<void> {
  await answer(request);
}
