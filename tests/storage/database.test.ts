import { readFileSync } from 'node:fs';
import { forceCloseDatabase } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import type { JourneyMap } from '../../src/map/schema';
import { TABLES } from '../../src/storage/store';
import {
  edited,
  emptyMap,
  type Profile,
  profile,
  rawDatabase,
  retitled,
  tab,
  upgraded,
  values,
  versionsIn,
} from './support';

interface Kept {
  name: string;
  nativeVersion: number;
  /** The tab that wrote it. */
  tab: string;
  stores: Record<string, { keyPath: string | string[]; rows: Record<string, unknown>[] }>;
  /** The map once what the leaving page wrote has joined it. */
  expected: JourneyMap;
}

/** What the last build that used IndexedDB without Dexie left on a disk. */
const kept = JSON.parse(
  readFileSync(new URL('../fixtures/storage/database-1.json', import.meta.url), 'utf8'),
) as Kept;

describe('a database written before Dexie kept it', () => {
  it('opens with everything that is in it', async () => {
    const home = profile();
    await put(home, kept);
    const session = values();
    session.setItem('desire-path.tab', kept.tab);
    const storage = await tab(home, { session });
    expect(storage.status).toMatchObject({ state: 'ready', quarantined: 0, recovery: null });
    const { id } = kept.expected;
    expect((await storage.list()).map(({ title }) => title).sort()).toEqual([
      'In the bin',
      'Sign-up journey',
    ]);
    const opened = await storage.openMap(id);
    expect(opened).toMatchObject({ head: 8, skipped: 0, map: kept.expected });
    expect(opened?.undo.map(({ label }) => label)).toEqual([
      ...Array<string>(5).fill('edit'),
      'picture',
      'title',
    ]);
    const [version] = await versionsIn(storage, id);
    expect(version).toMatchObject({ name: 'Before the workshop', head: 7 });
    expect((await storage.versionMap(id, version!.id))?.title).toBe('Sign-up journey');
    expect(await storage.run('run-1')).toMatchObject({ result: { kpis: [1, 2.5, null] } });
    expect(await storage.datasetRows('set-1')).toEqual([
      [1, 'Ada'],
      [2, 'Ben'],
    ]);
    expect(await storage.preference('theme')).toBe('dark');
  });

  it('keeps its version, tables and rows when it is only looked at', async () => {
    const home = profile();
    await put(home, kept);
    const storage = await tab(home);
    await storage.list();
    await storage.close();
    expect(await contentOf(await rawDatabase(home))).toEqual(layoutAndRows(kept));
  });

  it('has the tables that a new database has', async () => {
    const home = profile();
    await (await tab(home)).close();
    const { nativeVersion, stores } = await contentOf(await rawDatabase(home));
    const { stores: before } = layoutAndRows(kept);
    expect(nativeVersion).toBe(kept.nativeVersion);
    expect(Object.keys(stores)).toEqual(Object.keys(TABLES).sort());
    for (const [name, { keyPath }] of Object.entries(stores))
      expect([name, keyPath]).toEqual([name, before[name]?.keyPath]);
  });
});

describe('a newer build that takes the database while it is opened or was closed', () => {
  it('is found out before anything is written, and its tables are left as they are', async () => {
    const home = profile();
    const map = emptyMap();
    const before = await tab(home);
    await before.create(map);
    await before.close();
    let opened = 0;
    const open = home.factory.open.bind(home.factory);
    // The first opening only looks at the version; the newer build comes right after it.
    vi.spyOn(home.factory, 'open').mockImplementation((name, version) => {
      if (name === 'desire-path') opened += 1;
      if (opened === 2 && name === 'desire-path') {
        const request = open(name, 20);
        request.onupgradeneeded = () => {
          request.result.deleteObjectStore('datasets');
        };
        request.onsuccess = () => {
          request.result.close();
        };
      }
      return open(name, version);
    });
    const storage = await tab(home);
    expect(storage.status.state).toBe('closed');
    await expect(storage.create(emptyMap())).rejects.toMatchObject({ code: 'closed' });
    vi.restoreAllMocks();
    const db = await rawDatabase(home);
    expect(db.version).toBe(20);
    expect([...db.objectStoreNames]).not.toContain('datasets');
    db.close();
  });

  it('ends this page also where the browser had closed its connection', async () => {
    const { home, connections } = watchedProfile();
    const storage = await tab(home);
    const map = emptyMap();
    await storage.create(map);
    loseConnections(connections);
    await upgraded(home, 20);
    const { entry } = edited(map, retitled('too late'));
    const request = { mapId: map.id, expectedHead: 0, entries: [entry] };
    expect(await storage.append(request)).toMatchObject({ status: 'failed' });
    expect(storage.status.state).toBe('closed');
    const db = await rawDatabase(home);
    expect(db.version).toBe(20);
    db.close();
  });
});

describe('a connection that the browser has closed by itself', () => {
  it('is said, and the next edit opens a new one', async () => {
    const { home, connections } = watchedProfile();
    const storage = await tab(home);
    const map = emptyMap();
    await storage.create(map);
    loseConnections(connections);
    expect(storage.status).toMatchObject({
      state: 'broken',
      reason: 'the browser closed the database',
    });
    const { entry } = edited(map, retitled('again'));
    const request = { mapId: map.id, expectedHead: 0, entries: [entry] };
    expect(await storage.append(request)).toMatchObject({ status: 'saved', head: 1 });
    expect(storage.status.state).toBe('ready');
  });

  it('does not keep a leaving page from writing what it had not saved', async () => {
    const { home, connections } = watchedProfile();
    const storage = await tab(home);
    const map = emptyMap();
    await storage.create(map);
    loseConnections(connections);
    await vi.waitFor(() => {
      expect(connections.map(({ name }) => name)).toContain('desire-path-letters');
    });
    const { entry } = edited(map, retitled('left'));
    storage.appendOnLeave({ mapId: map.id, expectedHead: 0, entries: [entry] });
    expect((await (await tab(home)).openMap(map.id))?.map.title).toBe('left');
  });
});

describe('a letter of a leaving page', () => {
  it('is written where no append writes, and committed before the page is gone', async () => {
    // Before the databases are opened: Dexie keeps the method it finds then.
    const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const committed = vi.spyOn(IDBTransaction.prototype, 'commit');
    const storage = await tab(profile());
    const map = emptyMap();
    await storage.create(map);
    begun.mockClear();
    committed.mockClear();
    const { entry, map: after } = edited(map, retitled('saved'));
    const appending = storage.append({ mapId: map.id, expectedHead: 0, entries: [entry] });
    while (begun.mock.calls.length === 0) await new Promise(setImmediate);
    const { entry: last } = edited(after, retitled('left'));
    storage.appendOnLeave({ mapId: map.id, expectedHead: 1, entries: [last] });
    expect(begun.mock.calls).toEqual([
      [['heads', 'journal', 'maps', 'assets'], 'readwrite', { durability: 'strict' }],
      [['letters'], 'readwrite', { durability: 'strict' }],
    ]);
    expect(begun.mock.contexts.map((db) => (db as IDBDatabase).name)).toEqual([
      'desire-path',
      'desire-path-letters',
    ]);
    expect(committed).toHaveBeenCalledOnce();
    vi.restoreAllMocks();
    expect(await appending).toMatchObject({ status: 'saved', head: 1 });
    expect((await storage.openMap(map.id))?.map.title).toBe('left');
  });
});

/** A profile whose open connections can be closed as a browser does it. */
function watchedProfile() {
  const home = profile();
  const connections: IDBDatabase[] = [];
  const open = home.factory.open.bind(home.factory);
  vi.spyOn(home.factory, 'open').mockImplementation((name, version) => {
    const request = open(name, version);
    request.addEventListener('success', () => connections.push(request.result));
    return request;
  });
  return { home, connections };
}

function loseConnections(connections: IDBDatabase[]): void {
  for (const connection of connections.splice(0))
    forceCloseDatabase(connection as unknown as Parameters<typeof forceCloseDatabase>[0]);
}

/** Writes a database as it was kept, in the order in which a build would. */
function put({ factory }: Profile, { name, nativeVersion, stores }: Kept): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, nativeVersion);
    request.onupgradeneeded = () => {
      for (const [table, { keyPath, rows }] of Object.entries(stores)) {
        const store = request.result.createObjectStore(table, { keyPath });
        for (const row of rows) store.put(row);
      }
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => {
      reject(request.error ?? new Error('no database'));
    };
  });
}

const layoutAndRows = ({ nativeVersion, stores }: Kept) => ({ nativeVersion, stores });

/** Version, key paths and rows; closes the database. */
async function contentOf(db: IDBDatabase): Promise<Pick<Kept, 'nativeVersion' | 'stores'>> {
  const stores: Kept['stores'] = {};
  for (const name of db.objectStoreNames) {
    const store = db.transaction([name]).objectStore(name);
    const rows = await new Promise<Record<string, unknown>[]>((resolve) => {
      const request = store.getAll();
      request.onsuccess = () => {
        resolve(request.result as Record<string, unknown>[]);
      };
    });
    stores[name] = { keyPath: store.keyPath as string | string[], rows };
  }
  db.close();
  return { nativeVersion: db.version, stores };
}
