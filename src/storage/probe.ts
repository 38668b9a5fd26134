/** Does IndexedDB work here, and which version (0: none) is the database in IndexedDB's own count? */
export type Probe = { usable: true; nativeVersion: number } | { usable: false; reason: string };

/** A database that has not opened by then never will (locked profiles, private windows). */
export const OPENING_PATIENCE_MS = 4_000;

/**
 * Opens the database as it is, and closes it again. It uses IndexedDB itself, because Dexie does
 * not report that a database is of a higher version than the one it was asked for.
 */
export async function probe(factory: IDBFactory, name: string): Promise<Probe> {
  try {
    return await within(OPENING_PATIENCE_MS, () => openOnce(factory, name));
  } catch (error) {
    return { usable: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

function openOnce(factory: IDBFactory, name: string): Promise<Probe> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name);
    let created = false;
    request.onupgradeneeded = () => {
      created = true;
      // Leaves no empty database of version 1 behind.
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      const nativeVersion = request.result.version;
      request.result.close();
      resolve({ usable: true, nativeVersion });
    };
    request.onerror = (event) => {
      event.preventDefault();
      if (created) resolve({ usable: true, nativeVersion: 0 });
      else reject(request.error ?? new Error('the database did not open'));
    };
  });
}

/** Rejects when the work has not ended after so many milliseconds. */
export async function within<T>(ms: number, work: () => Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no answer within ${ms} ms`));
    }, ms);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
