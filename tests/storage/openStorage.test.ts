import { IDBFactory } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openStorage } from '../../src/storage';
import { emptyMap, values } from './support';

const own = {
  name: 'elsewhere',
  channel: null,
  local: values(),
  session: values(),
  locks: null,
  page: null,
};

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('storage opened on what the browser offers', () => {
  it('keeps the mirror in a folder of its own in the origin’s file system', async () => {
    const folders = new Map<string, string[]>();
    const root = {
      getDirectoryHandle(name: string, { create = false } = {}) {
        if (!create) return Promise.reject(new DOMException(name, 'NotFoundError'));
        const files = folders.get(name) ?? [];
        folders.set(name, files);
        return Promise.resolve(folder(files));
      },
    };
    vi.stubGlobal('navigator', { storage: { getDirectory: () => Promise.resolve(root) } });
    const storage = await openStorage({ ...own, factory: new IDBFactory() });
    const map = emptyMap();
    await storage.create(map);
    await storage.settle();
    expect([...folders]).toEqual([['elsewhere-mirror', [`${map.id}.a.json`]]]);
    await storage.close();
  });

  it('does without a file system, a database and what the browser forbids to touch', async () => {
    vi.stubGlobal('navigator', {});
    const forbidden = {
      get: () => {
        throw new DOMException('cookies are off', 'SecurityError');
      },
      configurable: true,
    };
    const there = ['indexedDB', 'sessionStorage', 'localStorage'].map(
      (name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const,
    );
    for (const [name] of there) Object.defineProperty(globalThis, name, forbidden);
    const storage = await openStorage({ channel: null });
    for (const [name, before] of there) {
      if (before) Object.defineProperty(globalThis, name, before);
      else Reflect.deleteProperty(globalThis, name);
    }
    expect(storage.status).toMatchObject({ state: 'memory', reason: 'no IndexedDB' });
    expect(await storage.create(emptyMap('Here'))).toMatchObject({ durable: false });
    expect(storage.tab).not.toBe('');
    await storage.close();
  });
});

/** A folder that takes files and lists their names. */
function folder(files: string[]) {
  return {
    getFileHandle(name: string, { create = false } = {}) {
      if (!create) return Promise.reject(new DOMException(name, 'NotFoundError'));
      files.push(name);
      const writable = { write: () => Promise.resolve(), close: () => Promise.resolve() };
      return Promise.resolve({ createWritable: () => Promise.resolve(writable) });
    },
    async *keys() {
      for (const name of files) yield await Promise.resolve(name);
    },
  };
}
