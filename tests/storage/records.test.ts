import { describe, expect, it } from 'vitest';
import { appendAll, emptyMap, profile, runsIn, tab, tamper, versionsIn, withMap } from './support';

const at = (day: number) => `2026-01-0${day}T00:00:00.000Z`;

describe('named versions', () => {
  it('keep the map as it was, whatever is edited after', async () => {
    const { home, storage, map } = await withMap();
    const { map: then } = await appendAll(storage, map, [1, 2, 5]);
    const version = await storage.saveVersion(map.id, 'Before the workshop');
    expect(version).toMatchObject({ name: 'Before the workshop', head: 3 });
    await storage.rename(map.id, 'After');
    const reopened = await tab(home);
    expect(await versionsIn(reopened, map.id)).toEqual([version]);
    expect(await reopened.versionMap(map.id, version.id)).toEqual(then);
    await reopened.removeVersion(map.id, version.id);
    expect(await versionsIn(reopened, map.id)).toEqual([]);
    expect(await reopened.versionMap(map.id, version.id)).toBeNull();
  });
});

describe('a version that was damaged on disk', () => {
  it('is none, and what is left of it is kept for a download', async () => {
    const { home, storage, map } = await withMap();
    const version = await storage.saveVersion(map.id, 'Before the workshop');
    await tamper(home, 'versions', (row) => ({ ...row, text: '{"format":' }));
    const reopened = await tab(home);
    expect(await reopened.versionMap(map.id, version.id)).toBeNull();
    expect(await reopened.quarantine()).toEqual([
      expect.objectContaining({
        table: 'versions',
        mapId: map.id,
        reason: 'not a journey map',
        raw: expect.stringContaining('Before the workshop') as string,
      }),
    ]);
  });
});

describe('runs', () => {
  it('are listed newest first without their results, and read with them', async () => {
    const home = profile();
    const storage = await tab(home);
    const run = (id: string, day: number) => ({
      id,
      mapId: emptyMapId,
      title: id,
      mapRevision: 'a'.repeat(64),
      scenario: null,
      seed: 7,
      customers: 1_000,
      createdAt: at(day),
      result: { kpis: [1, 2.5, null], nested: { deep: true } },
    });
    await storage.saveRun(run('older', 1));
    await storage.saveRun(run('newer', 2));
    const reopened = await tab(home);
    const list = await runsIn(reopened, emptyMapId);
    expect(list.map(({ id }) => id)).toEqual(['newer', 'older']);
    expect(list[0]).not.toHaveProperty('result');
    expect(await reopened.run('older')).toEqual(run('older', 1));
    await reopened.removeRun('older');
    expect(await reopened.run('older')).toBeNull();
    expect(reopened.status).toMatchObject({ state: 'ready', quarantined: 0 });
    expect(await runsIn(reopened, 'another-map-id')).toEqual([]);
  });
});

describe('datasets', () => {
  it('come back row by row, whatever their number', async () => {
    const home = profile();
    const storage = await tab(home);
    const rows = Array.from({ length: 12_345 }, (_, index) => [index, `name ${index}`, null, true]);
    const head = { id: 'set', mapId: null, name: 'Customers', createdAt: at(1) };
    const columns = ['id', 'name', 'note', 'active'];
    const saved = await storage.saveDataset({ ...head, columns }, rows);
    expect(saved.rows).toBe(12_345);
    const reopened = await tab(home);
    expect(await reopened.datasets()).toEqual([saved]);
    expect(await reopened.datasetRows('set')).toEqual(rows);
    await reopened.saveDataset({ ...head, columns }, rows.slice(0, 3));
    expect(await reopened.datasetRows('set')).toHaveLength(3);
    await reopened.saveDataset({ ...head, columns, id: 'later', createdAt: at(2) }, []);
    await reopened.saveDataset({ ...head, columns, id: 'between', createdAt: at(1) }, []);
    expect((await reopened.datasets())[0]?.id).toBe('later');
    await reopened.removeDataset('later');
    await reopened.removeDataset('between');
    await reopened.removeDataset('set');
    expect(await reopened.datasets()).toEqual([]);
  });
});

describe('preferences', () => {
  it('are remembered by name', async () => {
    const home = profile();
    const storage = await tab(home);
    expect(await storage.preference('theme')).toBeUndefined();
    await storage.setPreference('theme', 'dark');
    await storage.setPreference('panels', { left: 240 });
    const reopened = await tab(home);
    expect(await reopened.preference('theme')).toBe('dark');
    expect(await reopened.preference('panels')).toEqual({ left: 240 });
  });
});

const emptyMapId = emptyMap().id;
