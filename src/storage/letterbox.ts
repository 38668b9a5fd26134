import { type Connection, openDexieStore } from './dexieStore';
import type { Letterbox } from './store';

/** Never raised: a letter is described by its own fields, and any build must be able to leave one. */
const NATIVE_VERSION = 10;

/**
 * The letters of pages that are going away lie in a database of their own, so that writing one
 * waits for no append: a transaction that waits when its page ends is lost with it. It is begun
 * and committed through IndexedDB itself, in one synchronous step (Dexie's commit comes later, when
 * the page is gone), on a connection of its own, because Dexie closes its connections when a page
 * is put aside for the back button. Everything else goes through Dexie.
 */
export async function openLetterbox(connection: Connection): Promise<Letterbox> {
  const store = await openDexieStore(connection);
  let direct: IDBDatabase | null = null;

  async function connect(): Promise<void> {
    const opened = await openDirectly(connection);
    opened.onversionchange = () => {
      opened.close();
    };
    opened.onclose = () => {
      direct = null;
      // Until then, or if that fails, `putNow` says that it cannot write.
      connect().catch(() => undefined);
    };
    direct = opened;
  }

  await connect();
  return {
    ...store,
    putNow(rows) {
      if (!direct) throw new Error('there is no connection to the letters');
      const tx = direct.transaction(['letters'], 'readwrite', { durability: 'strict' });
      const letters = tx.objectStore('letters');
      for (const row of rows) letters.put(row);
      tx.commit();
    },
    close() {
      store.close();
      direct?.close();
    },
  };
}

function openDirectly({ factory, name }: Connection): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, NATIVE_VERSION);
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = (event) => {
      event.preventDefault();
      reject(request.error ?? new Error('the letters did not open'));
    };
  });
}
