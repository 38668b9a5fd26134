import { announcer, type Channel } from './announce';
import { DATABASE_VERSION, isNewer, openIndexedDb } from './indexedDbStore';
import { memoryStore } from './memoryStore';
import { PATIENCE_MS, probe, within } from './probe';
import { statusKeeper, type StatusKeeper } from './status';
import { storageOn } from './storage';
import type { Store } from './store';
import { nameOfTab } from './tab';
import type { Storage } from './types';

/** The browser's parts that storage uses; null where there is none. Tests pass their own. */
export interface StorageOptions {
  /** Name of the database, the channel, and what lies beside them. */
  name?: string;
  factory?: IDBFactory | null;
  keyRange?: typeof IDBKeyRange;
  channel?: (() => Channel) | null;
  session?: Pick<globalThis.Storage, 'getItem' | 'setItem'> | null;
  locks?: LockManager | null;
  now?: () => string;
}

/** Opens what this browser has. Never rejects: without a usable database, memory takes its place. */
export async function openStorage(options: StorageOptions = {}): Promise<Storage> {
  const name = options.name ?? 'desire-path';
  const {
    factory = quietly(() => globalThis.indexedDB),
    keyRange = quietly(() => globalThis.IDBKeyRange),
    channel = typeof BroadcastChannel === 'undefined' ? null : () => new BroadcastChannel(name),
    session = quietly(() => globalThis.sessionStorage),
    locks = quietly(() => navigator.locks),
    now = () => new Date().toISOString(),
  } = options;

  const status = statusKeeper('ready', null);
  const found = await probe(keyRange ? factory : null, name);
  let store: Store | null = null;
  if (found.usable && factory && keyRange) {
    if (isNewer(found.nativeVersion)) {
      const versions = `database ${found.nativeVersion / 10}, this build ${DATABASE_VERSION}`;
      status.change({ state: 'newer', reason: versions });
    }
    store = await openOnDisk(name, factory, keyRange, status);
  } else if (!found.usable) {
    status.change({ state: 'memory', reason: found.reason });
  }
  const tab = await nameOfTab(session, locks);
  return storageOn({
    store: store ?? memoryStore(),
    tab,
    status,
    announcer: announcer(channel),
    now,
  });
}

async function openOnDisk(
  name: string,
  factory: IDBFactory,
  keyRange: typeof IDBKeyRange,
  status: StatusKeeper,
): Promise<Store | null> {
  try {
    return await within(PATIENCE_MS, () =>
      openIndexedDb({
        name,
        factory,
        keyRange,
        // Listeners hear of it before the connection closes: their last `appendOnLeave` still works.
        onVersionChange: () => {
          status.change({ state: 'closed', reason: 'a newer build needs the database' });
        },
        onBlocked: () => {
          status.change({ blocked: true });
        },
        onLost: () => {
          if (status.current.state === 'ready') {
            status.change({ state: 'broken', reason: 'the browser closed the database' });
          }
        },
      }),
    );
  } catch (error) {
    status.change({ state: 'memory', reason: String(error) });
    return null;
  }
}

function quietly<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
