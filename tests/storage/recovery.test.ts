import { IDBFactory } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { appendAll, emptyMap, type Profile, profile, tab, tamper, values } from './support';

describe('a database that the browser has lost', () => {
  it('comes back from the mirror, and the user is told', async () => {
    const { home, map, after } = await aUsedProfile();
    const later = await tab({ ...home, factory: new IDBFactory() });
    expect(later.status.recovery).toEqual({
      restored: [{ id: map.id, title: after.title }],
      lost: [],
    });
    const opened = await later.openMap(map.id);
    expect(opened?.map).toEqual(after);
    expect(opened?.head).toBe(4);
    expect((await tab(home)).status.recovery).toBeNull();
  });

  it('comes back even where the canary is lost too', async () => {
    const { home, map, after } = await aUsedProfile();
    const later = await tab({ ...home, factory: new IDBFactory(), local: values() });
    expect(later.status.recovery?.restored).toHaveLength(1);
    expect((await later.openMap(map.id))?.map).toEqual(after);
  });

  it('comes back from the older file where the newer is damaged', async () => {
    const { home, files, map } = await aUsedProfile();
    const newest = [...files].find(([, text]) => text.includes('"seq":4'))!;
    files.set(newest[0], newest[1].slice(0, -10));
    const later = await tab({ ...home, factory: new IDBFactory() });
    expect(later.status.recovery?.restored).toHaveLength(1);
    expect((await later.openMap(map.id))?.head).toBe(2);
  });

  it('is named as lost where the mirror has nothing', async () => {
    const { home, map, after } = await aUsedProfile();
    const later = await tab({ ...home, factory: new IDBFactory(), folder: null });
    expect(later.status.recovery).toEqual({
      restored: [],
      lost: [{ id: map.id, title: after.title }],
    });
  });

  it('is named as lost map by map, the one changed last first', async () => {
    let clock = 0;
    const now = () => new Date((clock += 1_000)).toISOString();
    const home = profile();
    const storage = await tab(home, { now });
    const maps = ['First', 'Second', 'Third'].map((title) => emptyMap(title));
    for (const map of maps) await storage.create(map);
    await storage.rename(maps[1]!.id, 'Second, changed last');
    await storage.settle();
    const later = await tab({ ...home, factory: new IDBFactory() });
    expect(later.status.recovery?.lost.map(({ title }) => title)).toEqual([
      'Second, changed last',
      'Third',
      'First',
    ]);
  });

  it('can still fall back on the older file after the map was opened and not changed', async () => {
    const { home, files, map } = await aUsedProfile();
    const before = [...files].sort();
    const again = await tab(home);
    await again.openMap(map.id);
    await again.settle();
    expect([...files].sort()).toEqual(before);
  });

  it('is not confused with a map that the user has deleted for good', async () => {
    const { home, files, map, storage } = await aUsedProfile();
    await storage.purge(map.id);
    await storage.settle();
    expect(files.size).toBe(0);
    const later = await tab({ ...home, factory: new IDBFactory() });
    expect(later.status.recovery).toBeNull();
    expect(await later.list()).toEqual([]);
  });

  it('that fell behind the mirror is brought forward', async () => {
    const { home, map, after } = await aUsedProfile();
    const behind = { ...home, factory: new IDBFactory() };
    const early = await tab({ ...behind, local: values(), folder: null });
    await early.create(map);
    await early.close();
    const later = await tab(behind);
    expect(later.status.recovery?.restored).toHaveLength(1);
    expect(await later.openMap(map.id)).toMatchObject({ head: 4, map: { title: after.title } });
  });

  it('is nothing to a new user', async () => {
    const storage = await tab({ ...profile(), folder: folder(new Map()) });
    expect(storage.status).toMatchObject({ state: 'ready', recovery: null });
  });
});

describe('a map of which the database has lost a part', () => {
  const WRITTEN = new Date(0).toISOString();
  const gone = () => null;
  const damaged = (row: Record<string, unknown>) => ({ ...row, text: '{"half":' });

  it.each([
    ['is missing', gone],
    ['is damaged', damaged],
    ['is no text', (row: Record<string, unknown>) => ({ ...row, text: 7 })],
  ])('is offered from the mirror and put back where its snapshot %s', async (_, change) => {
    const { home, map, after } = await aUsedProfile();
    await tamper(home, 'snapshots', change);
    const later = await tab(home);
    expect(await later.openMap(map.id)).toBeNull();
    expect(await later.copyOf(map.id)).toEqual({ title: 'Four', at: WRITTEN, isWhole: true });
    expect(await later.putBack(map.id)).toBe(true);
    expect(await later.openMap(map.id)).toMatchObject({ map: after, head: 4, skipped: 0 });
    expect(later.status.recovery?.restored).toEqual([{ id: map.id, title: 'Four' }]);
    // Its edits could be read all the same: only a damaged snapshot is set aside.
    expect((await later.quarantine()).map(({ table }) => table)).toEqual(
      change === gone ? [] : ['snapshots'],
    );
    // From then on the map is where it belongs.
    const next = await tab({ ...home, folder: null });
    expect(await next.openMap(map.id)).toMatchObject({ map: after, head: 4, skipped: 0 });
  });

  it('keeps the edits that the journal has after its copy', async () => {
    const { home, files, map, after } = await aUsedProfile();
    for (const [name, text] of files) if (text.includes('"seq":4')) files.delete(name);
    await tamper(home, 'snapshots', gone);
    const later = await tab(home);
    expect(await later.copyOf(map.id)).toMatchObject({ title: 'Four', isWhole: true });
    await later.putBack(map.id);
    expect(await later.openMap(map.id)).toMatchObject({ map: after, head: 4, skipped: 0 });
  });

  it('is said to lack what neither the journal nor its copy has', async () => {
    const { home, files, map } = await aUsedProfile();
    for (const [name, text] of files) if (text.includes('"seq":4')) files.delete(name);
    await tamper(home, 'snapshots', gone);
    await tamper(home, 'journal', gone);
    const later = await tab(home);
    expect(await later.copyOf(map.id)).toMatchObject({ isWhole: false });
    await later.putBack(map.id);
    expect(await later.openMap(map.id)).toMatchObject({ head: 4, skipped: 2 });
  });

  it('comes back with everything where only the mirror is left of it', async () => {
    const { home, map, after } = await aUsedProfile();
    const later = await tab(home);
    for (const table of ['maps', 'heads', 'snapshots', 'journal']) await tamper(home, table, gone);
    expect(await later.openMap(map.id)).toBeNull();
    await later.putBack(map.id);
    expect(await later.openMap(map.id)).toMatchObject({ map: after, head: 4, skipped: 0 });
    expect(await later.list()).toMatchObject([{ id: map.id, title: 'Four', head: 4 }]);
  });

  it('is completed from the mirror by itself where edits of the journal are lost', async () => {
    const { home, map, after } = await aUsedProfile();
    await tamper(home, 'journal', ({ seq }) => (seq === 3 ? null : undefined));
    const later = await tab(home);
    expect(await later.openMap(map.id)).toMatchObject({ map: after, head: 4, skipped: 0 });
    expect(later.status.recovery?.restored).toHaveLength(1);
  });

  it('is opened as far as it can be read where the mirror has no more of it', async () => {
    const { home, files, map } = await aUsedProfile();
    files.clear();
    await tamper(home, 'journal', ({ seq }) => (seq === 3 ? null : undefined));
    const later = await tab(home);
    expect(await later.openMap(map.id)).toMatchObject({ head: 4, skipped: 1 });
    expect(later.status.recovery).toBeNull();
  });

  it('has no copy where the mirror never had one, or the map was deleted for good', async () => {
    const { home, map, storage } = await aUsedProfile();
    expect(await (await tab({ ...home, folder: null })).copyOf(map.id)).toBeNull();
    await storage.purge(map.id);
    expect(await storage.copyOf(map.id)).toBeNull();
    expect(await storage.putBack(map.id)).toBe(false);
  });

  it('is shown from its copy where the disk takes no write', async () => {
    const { home, map, after } = await aUsedProfile();
    await tamper(home, 'snapshots', gone);
    const later = await tab(home);
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no space', 'QuotaExceededError');
    });
    expect(await later.putBack(map.id)).toBe(true);
    expect(await later.openMap(map.id)).toMatchObject({ map: after, head: 4, durable: false });
    expect(later.status.state).toBe('full');
    vi.restoreAllMocks();
  });
});

describe('a full disk', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  const quota = () => new DOMException('no space', 'QuotaExceededError');

  it('that refuses to open the database leaves the maps in the library, as their mirror has them', async () => {
    const { home, map, after } = await aUsedProfile();
    vi.spyOn(home.factory, 'open').mockImplementation(() => {
      throw quota();
    });
    const later = await tab(home);
    expect(later.status).toMatchObject({ state: 'memory', copies: 1 });
    expect(later.status.reason).toContain('no space');
    expect(await later.list()).toMatchObject([{ id: map.id, title: after.title, durable: false }]);
    expect((await later.openMap(map.id))?.map).toEqual(after);
    vi.restoreAllMocks();
    // Nothing of that has touched what is on disk.
    expect((await (await tab(home)).openMap(map.id))?.map).toEqual(after);
  });

  it('that cannot take back what the browser has lost shows it, and takes it once there is room', async () => {
    const { home, map, after } = await aUsedProfile();
    const lost = { ...home, factory: new IDBFactory() };
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw quota();
    });
    const later = await tab(lost);
    expect(later.status).toMatchObject({ state: 'full', copies: 1, recovery: null });
    expect(await later.list()).toMatchObject([{ id: map.id, title: after.title, durable: false }]);
    expect((await later.openMap(map.id))?.map).toEqual(after);
    vi.restoreAllMocks();
    const next = await tab(lost);
    expect(next.status.recovery?.restored).toHaveLength(1);
    expect(await next.list()).toMatchObject([{ id: map.id, durable: true, head: 4 }]);
  });

  it('that takes no write shows and opens every map', async () => {
    const { home, map, after } = await aUsedProfile();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw quota();
    });
    const later = await tab(home);
    expect(await later.list()).toMatchObject([{ id: map.id, title: after.title }]);
    expect((await later.openMap(map.id))?.map).toEqual(after);
  });
});

describe('where file system and local storage refuse', () => {
  const refusing = {
    getItem: () => {
      throw new DOMException('blocked', 'SecurityError');
    },
    setItem: () => {
      throw new DOMException('blocked', 'SecurityError');
    },
    removeItem: () => {
      throw new DOMException('blocked', 'SecurityError');
    },
  };

  it('everything else works', async () => {
    const home = profile();
    const options = {
      local: refusing,
      session: refusing,
      folder: () => Promise.reject(new DOMException('blocked', 'SecurityError')),
    };
    const storage = await tab(home, options);
    const map = emptyMap();
    await storage.create(map);
    const { map: after } = await appendAll(storage, map, [1, 2, 5]);
    await storage.settle();
    expect(storage.status.state).toBe('ready');
    expect((await (await tab(home, options)).openMap(map.id))?.map).toEqual(after);
    await storage.purge(map.id);
  });
});

/** A map with four edits, mirrored after the second and the fourth. */
async function aUsedProfile() {
  const files = new Map<string, string>();
  const home: Profile = { ...profile(), folder: folder(files) };
  const storage = await tab(home);
  const map = emptyMap('Precious');
  await storage.create(map);
  const { map: half } = await appendAll(storage, map, [1, 2]);
  await storage.settle();
  let after = half;
  for (const [head, title] of [
    [2, 'Three'],
    [3, 'Four'],
  ] as const) {
    await storage.append({
      mapId: map.id,
      expectedHead: head,
      entries: [
        {
          id: title,
          gesture: title,
          kind: 'edit',
          label: title,
          patches: [{ op: 'replace', path: ['title'], value: title }],
          inverse: [{ op: 'replace', path: ['title'], value: after.title }],
        },
      ],
    });
    after = { ...after, title };
  }
  await storage.settle();
  return { home, files, map, after, storage };
}

/** An OPFS folder of text files, as far as the mirror uses one. */
function folder(files: Map<string, string>) {
  const handle = {
    getFileHandle(name: string, options?: { create?: boolean }) {
      if (!files.has(name) && !options?.create) {
        return Promise.reject(new DOMException(name, 'NotFoundError'));
      }
      return Promise.resolve({
        getFile: () =>
          Promise.resolve(new File([files.get(name) ?? ''], name, { lastModified: 0 })),
        createWritable() {
          let text = '';
          return Promise.resolve({
            write(part: string) {
              text += part;
              return Promise.resolve();
            },
            close() {
              files.set(name, text);
              return Promise.resolve();
            },
          });
        },
      });
    },
    removeEntry(name: string) {
      return files.delete(name)
        ? Promise.resolve()
        : Promise.reject(new DOMException(name, 'NotFoundError'));
    },
    async *keys() {
      for (const name of files.keys()) yield await Promise.resolve(name);
    },
  };
  return () => Promise.resolve(handle as unknown as FileSystemDirectoryHandle);
}
