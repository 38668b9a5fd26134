import { describe, expect, test } from 'vitest';
import { begin } from '../../src/app/start/begin';
import { BEGUN, isFirstStart } from '../../src/app/start/firstStart';
import { openStorage, type Storage } from '../../src/storage';

const sound = { state: 'ready', recovery: null, quarantined: 0 } as const;

describe('a first start', () => {
  test('is an empty, sound library that never held a map', () => {
    expect(isFirstStart(sound, [], undefined, '')).toBe(true);
    expect(isFirstStart({ ...sound, state: 'memory' }, [], undefined, '#')).toBe(true);
  });

  test('is not a library that somebody has emptied', () => {
    expect(isFirstStart(sound, [], true, '')).toBe(false);
  });

  test.each(['newer', 'full', 'broken', 'closed'] as const)(
    'is not a storage that is %s',
    (state) => {
      expect(isFirstStart({ ...sound, state }, [], undefined, '')).toBe(false);
    },
  );

  test('is not a library the browser has lost, put back or not', () => {
    const recovery = { restored: [], lost: [{ id: 'abcdefghijkl', title: 'Mine' }] };
    expect(isFirstStart({ ...sound, recovery }, [], undefined, '')).toBe(false);
    expect(isFirstStart({ ...sound, quarantined: 1 }, [], undefined, '')).toBe(false);
  });

  test('obeys an address that names a place', () => {
    for (const hash of ['#/', '#/map/abcdefghijkl/map']) {
      expect(isFirstStart(sound, [], undefined, hash)).toBe(false);
    }
  });
});

describe('beginning', () => {
  const memory = (): Promise<Storage> =>
    openStorage({ factory: null, local: null, session: null, folder: null, channel: null });

  test('makes the worked case once, in the language asked for', async () => {
    const storage = await memory();
    const id = await begin(storage, 'de', '');
    const library = await storage.list();
    expect(library.map((map) => map.id)).toEqual([id]);
    expect(library[0]?.language).toBe('de');
    expect(await begin(storage, 'de', '')).toBeNull();
    expect(await storage.list()).toHaveLength(1);
    await storage.close();
  });

  test('leaves a library empty whose last map was deleted for good', async () => {
    const storage = await memory();
    const id = (await begin(storage, 'en', '')) ?? '';
    await storage.remove(id);
    await storage.purge(id);
    expect(await begin(storage, 'en', '')).toBeNull();
    expect(await storage.list()).toEqual([]);
    await storage.close();
  });

  test('remembers maps it has not made itself', async () => {
    const storage = await memory();
    const id = (await begin(storage, 'en', '')) ?? '';
    await storage.setPreference(BEGUN, undefined);
    await begin(storage, 'en', '');
    expect(await storage.preference(BEGUN)).toBe(true);
    await storage.purge(id);
    await storage.close();
  });

  test('ends in the library where storage fails', async () => {
    const storage = await memory();
    const broken = { ...storage, status: storage.status, list: () => Promise.reject(new Error()) };
    expect(await begin(broken, 'en', '')).toBeNull();
    await storage.close();
  });
});
