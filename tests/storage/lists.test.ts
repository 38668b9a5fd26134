import { afterEach, describe, expect, it, vi } from 'vitest';
import type { MapSummary, NamedVersion, RunSummary } from '../../src/storage';
import { edited, emptyMap, networkThat, profile, retitled, tab, tamper } from './support';

const run = (id: string, mapId: string, day: number) => ({
  id,
  mapId,
  title: id,
  mapRevision: 'a'.repeat(64),
  scenario: null,
  seed: 7,
  customers: 1_000,
  createdAt: `2026-01-0${day}T00:00:00.000Z`,
  result: {},
});

/** Tabs that hear nothing of each other: what follows the database needs no hints of ours. */
const deaf = () => profile(networkThat(() => undefined));

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a list that follows the database', () => {
  it('of maps is told at once, and again after every change made in another tab', async () => {
    const home = deaf();
    const one = await tab(home);
    const other = await tab(home);
    const seen: string[][] = [];
    const stop = other.watchLibrary((maps) => seen.push(maps.map(({ title }) => title)));
    await vi.waitFor(() => {
      expect(seen).toEqual([[]]);
    });
    const map = emptyMap('First');
    await one.create(map);
    await vi.waitFor(() => {
      expect(seen.at(-1)).toEqual(['First']);
    });
    const { entry } = edited(map, retitled('Edited'));
    await one.append({ mapId: map.id, expectedHead: 0, entries: [entry] });
    await vi.waitFor(() => {
      expect(seen.at(-1)).toEqual(['Edited']);
    });
    await one.purge(map.id);
    await vi.waitFor(() => {
      expect(seen.at(-1)).toEqual([]);
    });
    stop();
  });

  it('of maps follows each of the tables it is made of', async () => {
    const home = deaf();
    const storage = await tab(home);
    const map = emptyMap('Mine');
    await storage.create(map);
    let seen: MapSummary | undefined;
    const stop = storage.watchLibrary(([first]) => {
      seen = first;
    });
    await vi.waitFor(() => {
      expect(seen).toMatchObject({ head: 0, thumbnail: null, deletedAt: null });
    });
    await storage.setThumbnail(map.id, '<svg/>');
    await vi.waitFor(() => {
      expect(seen?.thumbnail).toBe('<svg/>');
    });
    await storage.remove(map.id);
    await vi.waitFor(() => {
      expect(seen?.deletedAt).not.toBeNull();
    });
    stop();
  });

  it('of maps shows what a leaving page wrote as soon as a tab has put it into the journal', async () => {
    const home = profile();
    const leaving = await tab(home);
    const staying = await tab(home);
    const watching = await tab(home);
    const map = emptyMap('Before');
    await leaving.create(map);
    const titles: (string | undefined)[] = [];
    const stop = watching.watchLibrary(([first]) => titles.push(first?.title));
    const subscription = staying.subscribe(map.id, 0, () => undefined);
    const { entry } = edited(map, retitled('Left'));
    leaving.appendOnLeave({ mapId: map.id, expectedHead: 0, entries: [entry] });
    await vi.waitFor(() => {
      expect(titles.at(-1)).toBe('Left');
    });
    subscription.stop();
    stop();
  });

  it('of versions and of runs holds those of its map only', async () => {
    const home = deaf();
    const one = await tab(home);
    const other = await tab(home);
    const map = emptyMap();
    await one.create(map);
    let versions: NamedVersion[] | undefined;
    let runs: RunSummary[] | undefined;
    const stops = [
      other.watchVersions(map.id, (found) => (versions = found)),
      other.watchRuns(map.id, (found) => (runs = found)),
    ];
    await vi.waitFor(() => {
      expect([versions, runs]).toEqual([[], []]);
    });
    const version = await one.saveVersion(map.id, 'v');
    await one.saveRun(run('a', map.id, 1));
    await one.saveRun(run('b', map.id, 2));
    await one.saveRun(run('c', emptyMap().id, 3));
    await vi.waitFor(() => {
      expect(versions).toEqual([version]);
      expect(runs?.map(({ id }) => id)).toEqual(['b', 'a']);
    });
    await one.removeVersion(map.id, version.id);
    await one.removeRun('b');
    await vi.waitFor(() => {
      expect(versions).toEqual([]);
      expect(runs?.map(({ id }) => id)).toEqual(['a']);
    });
    for (const stop of stops) stop();
  });

  it('is told no more once it is stopped', async () => {
    const home = deaf();
    const storage = await tab(home);
    const heard = vi.fn();
    const heardOn = vi.fn();
    const stop = storage.watchLibrary(heard);
    const stopOther = storage.watchLibrary(heardOn);
    await vi.waitFor(() => {
      expect(heardOn).toHaveBeenCalledOnce();
    });
    stop();
    heard.mockClear();
    await storage.create(emptyMap());
    await vi.waitFor(() => {
      expect(heardOn).toHaveBeenCalledTimes(2);
    });
    expect(heard).not.toHaveBeenCalled();
    stopOther();
  });

  it('that cannot be read is empty, says why, and is read again a little later', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    const storage = await tab(deaf());
    const map = emptyMap();
    await storage.create(map);
    const version = await storage.saveVersion(map.id, 'v');
    const refused = vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
      throw new DOMException('broken', 'UnknownError');
    });
    const keys = vi.spyOn(IDBObjectStore.prototype, 'getAllKeys').mockImplementation(() => {
      throw new DOMException('broken', 'UnknownError');
    });
    const seen: NamedVersion[][] = [];
    const stop = storage.watchVersions(map.id, (found) => seen.push(found));
    await vi.waitFor(() => {
      expect(seen).toEqual([[]]);
    });
    expect(storage.status.state).toBe('broken');
    refused.mockRestore();
    keys.mockRestore();
    await vi.advanceTimersByTimeAsync(4_000);
    await vi.waitFor(() => {
      expect(seen).toEqual([[], [version]]);
    });
    stop();
    vi.useRealTimers();
  });

  it('leaves out rows that cannot be read and puts them into quarantine', async () => {
    const home = deaf();
    const storage = await tab(home);
    const map = emptyMap();
    await storage.create(map);
    await storage.saveRun(run('good', map.id, 1));
    await storage.saveRun({ ...run('bad', map.id, 2), customers: 5 });
    await tamper(home, 'runs', (row) => (row.id === 'bad' ? { ...row, customers: -1 } : undefined));
    let runs: RunSummary[] | undefined;
    const stop = storage.watchRuns(map.id, (found) => (runs = found));
    await vi.waitFor(() => {
      expect(runs?.map(({ id }) => id)).toEqual(['good']);
      expect(storage.status.quarantined).toBe(1);
    });
    stop();
  });

  it('works in memory too', async () => {
    const storage = await tab(deaf(), { factory: null });
    const titles: string[][] = [];
    const stop = storage.watchLibrary((maps) => titles.push(maps.map(({ title }) => title)));
    const map = emptyMap('In memory');
    await storage.create(map);
    await vi.waitFor(() => {
      expect(titles.at(-1)).toEqual(['In memory']);
    });
    stop();
    await storage.purge(map.id);
    expect(titles.at(-1)).toEqual(['In memory']);
  });
});
