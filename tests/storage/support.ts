import { IDBFactory } from 'fake-indexeddb';
import type { JourneyMap } from '../../src/map/schema';
import type { NamedVersion, RunSummary } from '../../src/storage';
import { openStorage, type Storage, type StorageOptions } from '../../src/storage';
import type { NewsChannel } from '../../src/storage/newsRelay';
import { editBy, edited, emptyMap } from './edits';

export * from './edits';

/** One browser profile: what several tabs, one after the other or side by side, share. */
export interface Profile extends Required<Pick<StorageOptions, 'factory' | 'local' | 'folder'>> {
  factory: IDBFactory;
  local: ReturnType<typeof values>;
  network: Network;
}

export function profile(network: Network = perfect()): Profile {
  return { factory: new IDBFactory(), local: values(), folder: null, network };
}

/** A tab of a profile; pass the session of an earlier one to reload it. */
export function tab(of: Profile, options: StorageOptions = {}): Promise<Storage> {
  const { factory, local, folder, network } = of;
  return openStorage({
    factory,
    local,
    folder,
    channel: () => network.join(),
    session: values(),
    locks: null,
    ...options,
  });
}

/** A tab of a new profile that holds one empty map. */
export async function withMap() {
  const home = profile();
  const session = values();
  const storage = await tab(home, { session });
  const map = emptyMap();
  await storage.create(map);
  return { home, session, storage, map };
}

/** A localStorage or sessionStorage. */
export function values() {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  };
}

export interface Network {
  join(): NewsChannel;
}

type Deliver = (message: unknown, send: (message: unknown) => void) => void;

/** Channels between tabs; `deliver` decides what becomes of each message for each receiver. */
export function networkThat(deliver: Deliver): Network {
  const members = new Set<NewsChannel>();
  return {
    join() {
      const channel: NewsChannel = {
        onmessage: null,
        postMessage(message) {
          for (const other of members) {
            if (other === channel) continue;
            deliver(message, (data) => {
              setTimeout(() => other.onmessage?.(new MessageEvent('message', { data })));
            });
          }
        },
        close: () => void members.delete(channel),
      };
      members.add(channel);
      return channel;
    },
  };
}

export const perfect = (): Network =>
  networkThat((message, send) => {
    send(message);
  });

/** Appends edits one after the other, as a tab that never meets another. */
export async function appendAll(storage: Storage, map: JourneyMap, numbers: readonly number[]) {
  let now = map;
  let head = 0;
  for (const number of numbers) {
    const step = edited(now, editBy(number, now));
    const result = await storage.append({
      mapId: map.id,
      expectedHead: head,
      entries: [step.entry],
    });
    if (result.status !== 'saved') throw new Error(result.status);
    now = step.map;
    head = result.head;
  }
  return { map: now, head };
}

/** A list that storage watches, as it is now. */
function listed<Item>(watch: (listener: (items: Item[]) => void) => () => void): Promise<Item[]> {
  return new Promise((resolve) => {
    const stop = watch((items) => {
      resolve(items);
      queueMicrotask(() => stop());
    });
  });
}

/** The versions of a map, and the runs, as they are now. */
export const versionsIn = (storage: Storage, mapId: string) =>
  listed((listener: (items: NamedVersion[]) => void) => storage.watchVersions(mapId, listener));
export const runsIn = (storage: Storage, mapId: string) =>
  listed((listener: (items: RunSummary[]) => void) => storage.watchRuns(mapId, listener));

/** The raw database of a profile, to look into and to damage. */
export function rawDatabase(of: Profile, name = 'desire-path'): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = of.factory.open(name);
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('no database'));
    };
  });
}

/** All rows of a table, changed by `change` where that gives something else, deleted where it gives null. */
export async function tamper(
  of: Profile,
  table: string,
  change: (row: Record<string, unknown>) => unknown,
): Promise<void> {
  const db = await rawDatabase(of, table === 'letters' ? 'desire-path-letters' : undefined);
  await new Promise<void>((resolve, reject) => {
    const tx = db.transaction([table], 'readwrite');
    const store = tx.objectStore(table);
    const request = store.getAll();
    request.onsuccess = () => {
      for (const row of request.result as Record<string, unknown>[]) {
        const changed = change(structuredClone(row));
        if (changed === null) store.delete(keyOf(store, row));
        else if (changed !== undefined) store.put(changed);
      }
    };
    tx.oncomplete = () => {
      resolve();
    };
    tx.onerror = () => {
      reject(tx.error ?? new Error('the tampering failed'));
    };
  });
  db.close();
}

function keyOf({ keyPath }: IDBObjectStore, row: Record<string, unknown>): IDBValidKey {
  const parts = [keyPath ?? []].flat().map((part) => row[part] as string);
  return Array.isArray(keyPath) ? parts : parts[0]!;
}

/** Opens the database as another build would, with this native version of IndexedDB, and closes it. */
export function upgraded(of: Profile, version: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = of.factory.open('desire-path', version);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => {
      reject(request.error ?? new Error('no upgrade'));
    };
  });
}
