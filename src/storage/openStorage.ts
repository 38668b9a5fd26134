import { quietly } from './quietly';
import type { JourneyMap } from '../map/schema';
import { newsRelay, type NewsChannel } from './newsRelay';
import { readCanary } from './canary';
import type { KeyValues } from './keyValues';
import type { Context } from './context';
import { openDisk } from './disk';
import { letterCopies } from './letterCopies';
import { guarded, ofLetters } from './guard';
import { memoryStore } from './memoryStore';
import { mirrorIn, type OpenFolder } from './mirror';
import { mirroredIn } from './mirrored';
import { type BadRow, keep, listQuarantine } from './quarantine';
import { copyFrom, recover } from './recovery';
import { type Spare, spareFor } from './spare';
import { statusKeeper, type StatusKeeper } from './status';
import { storageOn } from './storage';
import type { Store } from './store';
import { nameOfTab } from './tab';
import type { Storage } from './types';
import { type Beside, upkeep } from './upkeep';

/** The browser's parts that storage uses; null where there is none. Tests pass their own. */
export interface StorageOptions {
  /** Name of the database, the channel, and what lies beside them. */
  name?: string;
  factory?: IDBFactory | null;
  keyRange?: typeof IDBKeyRange | null;
  channel?: (() => NewsChannel) | null;
  session?: KeyValues | null;
  /** For the canary. */
  local?: KeyValues | null;
  /** For the mirror. */
  folder?: OpenFolder | null;
  locks?: LockManager | null;
  /** Says when it goes away. */
  page?: Pick<EventTarget, 'addEventListener'> | null;
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
    local = quietly(() => globalThis.localStorage),
    folder = originFolder(name),
    locks = quietly(() => navigator.locks),
    page = typeof window === 'undefined' ? null : window,
    now = () => new Date().toISOString(),
  } = options;
  const status = statusKeeper('ready', null);
  const disk = await openDisk({ name, factory, keyRange }, status);
  const store = guarded(disk?.store ?? memoryStore(), status);
  const news = newsRelay(channel);
  const copies = letterCopies(disk ? local : null, name);
  // A page that goes away may be closed before it can notify the others over the channel.
  page?.addEventListener('storage', (event) => {
    const { key, newValue } = event as StorageEvent;
    const mapId = newValue === null ? null : copies.mapOf(key);
    if (mapId !== null) news.hear(ofLetters(mapId));
  });
  const context: Context = {
    store,
    letters: guarded(disk?.letters ?? memoryStore(), status),
    copies,
    tab: await nameOfTab(session, locks, page),
    now,
    announce: (item) => {
      news.announce(item);
    },
    report: (bad) => reported(store, status, bad, now()),
  };
  const beside: Beside = { name, local, mirror: folder && mirrorIn(folder) };
  const spare = spareFor(context);
  await restore(context, spare, status, beside);
  return storageOn({
    context,
    spare,
    mirrored: mirroredIn(context, beside.mirror, spare, status),
    status,
    newsRelay: news,
    upkeep: upkeep(context, spare, beside),
  });
}

async function reported(
  store: Store,
  status: StatusKeeper,
  bad: readonly BadRow[],
  at: string,
): Promise<boolean> {
  if (bad.length === 0) return true;
  if (status.refusal()) return false;
  try {
    const added = await keep(store, bad, at);
    if (added > 0) status.change({ quarantined: status.current.quarantined + added });
    return true;
  } catch (error) {
    status.failed(error);
    return false;
  }
}

/** Looks what is missing and puts it back. A database that cannot be written is left as it is. */
async function restore(
  context: Context,
  spare: Spare,
  status: StatusKeeper,
  { local, name, mirror }: Beside,
): Promise<void> {
  if (status.current.state === 'memory') {
    // What is on disk is still there, but cannot be read now: a full disk can refuse to open even that.
    status.change({ copies: await copyFrom(mirror, context) });
    return;
  }
  if (status.current.state !== 'ready' || !context.store.durable) return;
  async function keepCopy(map: JourneyMap, seq: number, full: unknown) {
    status.failed(full);
    await spare.keep(map, seq);
    status.change({ copies: status.current.copies + 1 });
  }
  try {
    const canary = readCanary(local, name);
    status.change({ recovery: await recover(context, canary, mirror, keepCopy) });
    status.change({ quarantined: (await listQuarantine(context.store)).length });
  } catch (error) {
    status.failed(error);
  }
}

/** A folder of its own in the origin's private file system, null where there is none. */
function originFolder(name: string): OpenFolder | null {
  // Missing outside secure contexts, whatever the types say.
  const manager = quietly(() => navigator.storage) as Partial<StorageManager> | null;
  if (!manager?.getDirectory) return null;
  return async () => {
    const root = await navigator.storage.getDirectory();
    return root.getDirectoryHandle(`${name}-mirror`, { create: true });
  };
}
