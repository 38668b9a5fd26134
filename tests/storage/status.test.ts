import { describe, expect, it, vi } from 'vitest';
import type { StorageState } from '../../src/storage';
import { within } from '../../src/storage/probe';
import {
  appendAll,
  edited,
  emptyMap,
  profile,
  rawDatabase,
  retitled,
  tab,
  upgraded,
  values,
  withMap,
} from './support';

describe('without a usable IndexedDB', () => {
  const hanging = { open: () => new EventTarget() } as unknown as IDBFactory;
  const throwing = {
    open: () => {
      throw new DOMException('not here', 'SecurityError');
    },
  } as unknown as IDBFactory;

  const failing = {
    open() {
      const request = Object.assign(new EventTarget(), {
        error: new DOMException('the profile is locked', 'UnknownError'),
        onerror: (event: Event) => event,
      });
      setTimeout(() => request.onerror(new Event('error', { cancelable: true })));
      return request;
    },
  } as unknown as IDBFactory;

  it.each([
    ['absent', null, 'no IndexedDB'],
    ['throwing', throwing, 'not here'],
    ['hanging', hanging, 'no answer within 4000 ms'],
    ['failing', failing, 'the profile is locked'],
  ] as const)('%s: everything works in memory and says why', async (_, factory, reason) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    const opening = tab(profile(), { factory });
    await vi.advanceTimersByTimeAsync(20_000);
    const storage = await opening;
    vi.useRealTimers();
    expect(storage.status).toMatchObject({ state: 'memory', reason });
    const map = emptyMap();
    expect(await storage.create(map)).toMatchObject({ durable: false });
    const { map: after } = await appendAll(storage, map, [1, 2, 3, 5, 7]);
    storage.appendOnLeave({
      mapId: map.id,
      expectedHead: 5,
      entries: [edited(after, retitled('left')).entry],
    });
    expect((await storage.openMap(map.id))?.map).toEqual({ ...after, title: 'left' });
    const version = await storage.saveVersion(map.id, 'v');
    expect((await storage.versionMap(map.id, version.id))?.title).toBe('left');
    await storage.setPreference('theme', 'dark');
    expect(await storage.preference('theme')).toBe('dark');
    await storage.purge(map.id);
    expect(await storage.list()).toEqual([]);
  });

  it('that opens to be looked at and then no more, memory takes its place too', async () => {
    const home = profile();
    const open = home.factory.open.bind(home.factory);
    vi.spyOn(home.factory, 'open')
      .mockImplementationOnce(open)
      .mockImplementation(() => throwing.open('', 1));
    const storage = await tab(home);
    expect(storage.status.state).toBe('memory');
    expect(storage.status.reason).toContain('not here');
    expect(await storage.create(emptyMap())).toMatchObject({ durable: false });
  });

  it('refuses a value that cannot be kept and goes on', async () => {
    const storage = await tab(profile(), { factory: null });
    const keeping = storage.setPreference('theme', () => 'dark');
    await expect(keeping).rejects.toMatchObject({ code: 'broken' });
    expect(storage.status.state).toBe('memory');
    await storage.setPreference('theme', 'dark');
    expect(await storage.preference('theme')).toBe('dark');
  });
});

it('what storage waited for leaves no timer behind', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  expect(await within(1_000, () => Promise.resolve('done'))).toBe('done');
  await expect(within(1_000, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

describe('a database of a newer build', () => {
  it('is read, never written', async () => {
    const home = profile();
    const before = await tab(home);
    const map = emptyMap('From the future');
    await before.create(map);
    await before.close();
    await upgraded(home, 20);

    const storage = await tab(home);
    expect(storage.status.state).toBe('newer');
    expect((await storage.list())[0]?.title).toBe('From the future');
    const opened = await storage.openMap(map.id);
    expect(opened?.map.title).toBe('From the future');
    const { entry } = edited(map, retitled('x'));
    const request = { mapId: map.id, expectedHead: 0, entries: [entry] };
    expect(storage.status.reason).toContain('database 2,');
    expect(await storage.append(request)).toEqual({
      status: 'failed',
      failure: 'newer',
      reason: `newer: ${storage.status.reason}`,
    });
    storage.appendOnLeave(request);
    await expect(storage.create(emptyMap())).rejects.toMatchObject({ code: 'newer' });
    expect((await storage.openMap(map.id))?.head).toBe(0);
    await storage.close();
    const db = await rawDatabase(home);
    expect(db.version).toBe(20);
    expect(await countOf(db, 'letters')).toBe(0);
    const databases = await home.factory.databases();
    expect(databases).toContainEqual({ name: 'desire-path', version: 20 });
    const letters = await rawDatabase(home, 'desire-path-letters');
    expect(await countOf(letters, 'letters')).toBe(0);
  });
});

describe('the tables', () => {
  it('of an older database are brought to this version, its rows kept', async () => {
    const home = profile();
    await new Promise<void>((resolve) => {
      const request = home.factory.open('desire-path', 5);
      request.onupgradeneeded = () => {
        const preferences = request.result.createObjectStore('preferences', { keyPath: 'key' });
        preferences.put({ key: 'theme', value: 'dark' });
      };
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
    const storage = await tab(home);
    expect(storage.status.state).toBe('ready');
    expect(await storage.preference('theme')).toBe('dark');
    await storage.create(emptyMap('Made after the change'));
    expect((await storage.list())[0]?.title).toBe('Made after the change');
  });
});

describe('a newer build in another tab', () => {
  it('closes this one for good, after its last entries are written', async () => {
    const { home, session, storage, map } = await withMap();
    const { entry } = edited(map, retitled('last words'));
    const request = { mapId: map.id, expectedHead: 0, entries: [entry] };
    storage.onStatus(({ state }) => {
      if (state === 'closed') storage.appendOnLeave(request);
    });
    await upgraded(home, 11);
    expect(storage.status.state).toBe('closed');
    expect(await storage.append(request)).toMatchObject({ status: 'failed', failure: 'closed' });
    const reloaded = await tab(home, { session });
    expect((await reloaded.openMap(map.id))?.map.title).toBe('last words');
  });
});

describe('a full disk', () => {
  it('is recognised; edits stay with the caller and are saved when there is room again', async () => {
    const storage = await tab(profile());
    const states: StorageState[] = [];
    storage.onStatus(({ state }) => states.push(state));
    const map = emptyMap();
    await storage.create(map);
    const { entry } = edited(map, retitled('kept'));
    const request = { mapId: map.id, expectedHead: 0, entries: [entry] };
    const full = fillDisk();
    expect(await storage.append(request)).toMatchObject({ status: 'failed', failure: 'full' });
    expect((await storage.openMap(map.id))?.map.title).toBe('Map');
    full.mockRestore();
    expect(await storage.append(request)).toMatchObject({ status: 'saved', head: 1 });
    expect(states).toEqual(['full', 'ready']);
  });

  it('leaves what a leaving page wrote where it is until there is room', async () => {
    const storage = await tab(profile());
    const map = emptyMap();
    await storage.create(map);
    const { entry } = edited(map, retitled('left'));
    storage.appendOnLeave({ mapId: map.id, expectedHead: 0, entries: [entry] });
    const full = fillDisk();
    expect((await storage.openMap(map.id))?.map.title).toBe('Map');
    expect(storage.status.state).toBe('full');
    full.mockRestore();
    expect((await storage.openMap(map.id))?.map.title).toBe('left');
  });

  it('lets a new map begin in memory, which moves to disk when there is room', async () => {
    const home = profile();
    const storage = await tab(home);
    const map = emptyMap();
    const full = fillDisk();
    expect(await storage.create(map)).toMatchObject({ durable: false });
    expect(storage.status.state).toBe('full');
    const { map: after } = await appendAll(storage, map, [1, 2, 3]);
    expect((await storage.list())[0]).toMatchObject({ id: map.id, durable: false, head: 3 });
    await storage.settle();
    expect((await storage.list())[0]).toMatchObject({ id: map.id, durable: false });
    full.mockRestore();
    const { entry } = edited(after, retitled('room'));
    await storage.append({ mapId: map.id, expectedHead: 3, entries: [entry] });
    await storage.settle();
    expect((await storage.list())[0]).toMatchObject({ id: map.id, durable: true, head: 4 });
    expect((await (await tab(home)).openMap(map.id))?.map).toEqual({ ...after, title: 'room' });
    const next = edited({ ...after, title: 'room' }, retitled('on disk'));
    expect(
      await storage.append({ mapId: map.id, expectedHead: 4, entries: [next.entry] }),
    ).toMatchObject({ status: 'saved', durable: true });
  });
});

describe('the name of a tab', () => {
  it('is not shared with its duplicate, which copies the session', async () => {
    const home = profile();
    const session = values();
    const locks = exclusiveLocks();
    const original = await tab(home, { session, locks });
    const copied = values();
    for (const [key, value] of session.held) copied.setItem(key, value);
    const duplicate = await tab(home, { session: copied, locks });
    expect(duplicate.tab).not.toBe(original.tab);
    const reloaded = await tab(home, { session, locks: exclusiveLocks() });
    expect(reloaded.tab).toBe(original.tab);
  });

  it('is kept by a reload even while a busy browser has not yet ended the page before', async () => {
    const home = profile();
    const session = values();
    const locks = exclusiveLocks();
    const page = new EventTarget();
    const original = await tab(home, { session, locks, page });
    page.dispatchEvent(new Event('pagehide'));
    // Longer than a page that says nothing is waited for.
    setTimeout(() => locks.end(), 600);
    const reloaded = await tab(home, { session, locks, page: new EventTarget() });
    expect(reloaded.tab).toBe(original.tab);
    const copied = values();
    for (const [key, value] of session.held) copied.setItem(key, value);
    expect((await tab(home, { session: copied, locks })).tab).not.toBe(original.tab);
  });
});

/** Every put fails the way Chromium tells that the quota is used up. */
function fillDisk() {
  return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
  ) {
    const inner = new DOMException('quota', 'QuotaExceededError');
    throw Object.assign(new DOMException('aborted', 'AbortError'), { inner });
  });
}

/** Locks that are held by whoever comes first, until `end` ends that page. */
function exclusiveLocks(): LockManager & { end: () => void } {
  const held = new Set<string>();
  const waiting: (() => void)[] = [];
  return {
    end: () => waiting.shift()?.(),
    request(name: string, { signal }: { signal?: AbortSignal }, work: () => Promise<unknown>) {
      if (!held.has(name)) {
        held.add(name);
        return work();
      }
      return new Promise((resolve, reject) => {
        waiting.push(() => resolve(work()));
        if (!signal) return;
        signal.onabort = () => {
          reject(new DOMException('late', 'TimeoutError'));
        };
      });
    },
  } as unknown as LockManager & { end: () => void };
}

function countOf(db: IDBDatabase, table: string): Promise<number> {
  return new Promise((resolve) => {
    const request = db.transaction([table]).objectStore(table).count();
    request.onsuccess = () => {
      db.close();
      resolve(request.result);
    };
  });
}
