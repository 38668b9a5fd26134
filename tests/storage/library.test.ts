import { describe, expect, it, vi } from 'vitest';
import { addRecord, type Edit } from '../../src/map/edits';
import { newId } from '../../src/map/records';
import type { MapSummary } from '../../src/storage';
import { appendAll, edited, emptyMap, profile, rawDatabase, tab, withMap } from './support';

describe('the library', () => {
  it('lists a new map, newest first, and refuses to create it twice', async () => {
    let clock = 0;
    const now = () => new Date((clock += 1_000)).toISOString();
    const storage = await tab(profile(), { now });
    const old = emptyMap('Old');
    const fresh = emptyMap('Fresh');
    await storage.create(old);
    await storage.create(fresh);
    expect((await storage.list()).map(({ title }) => title)).toEqual(['Fresh', 'Old']);
    await expect(storage.create(old)).rejects.toMatchObject({ code: 'exists' });
    expect(storage.status.state).toBe('ready');
  });

  it('takes a map into the bin and out of it with everything it had', async () => {
    const storage = await tab(profile());
    const map = emptyMap();
    await storage.create(map);
    const { map: edited } = await appendAll(storage, map, [1, 2, 3, 5]);
    await storage.remove(map.id);
    expect((await storage.list())[0]?.deletedAt).not.toBeNull();
    await storage.restore(map.id);
    expect((await storage.list())[0]?.deletedAt).toBeNull();
    expect((await storage.openMap(map.id))?.map).toEqual(edited);
  });

  it('leaves nothing of a map deleted for good', async () => {
    const { home, storage, map } = await withMap();
    await appendAll(storage, map, [1, 2]);
    await storage.saveVersion(map.id, 'v');
    await storage.setThumbnail(map.id, '<svg/>');
    await storage.saveRun({
      id: 'run',
      mapId: map.id,
      title: '',
      mapRevision: '',
      scenario: null,
      seed: 1,
      customers: 1,
      createdAt: '2026-01-01T00:00:00Z',
      result: {},
    });
    await storage.purge(map.id);
    const db = await rawDatabase(home);
    for (const table of db.objectStoreNames) {
      const request = db.transaction([table]).objectStore(table).count();
      await new Promise((resolve) => (request.onsuccess = resolve));
      expect([table, request.result]).toEqual([table, 0]);
    }
  });

  it('renames a map that is not open by an edit that its editor can follow', async () => {
    const storage = await tab(profile());
    const map = emptyMap();
    await storage.create(map);
    await storage.rename(map.id, 'New');
    expect((await storage.list())[0]).toMatchObject({ title: 'New', head: 1 });
    expect((await storage.openMap(map.id))?.undo).toHaveLength(1);
  });

  it('cannot rename a map that is not there', async () => {
    const storage = await tab(profile());
    await expect(storage.rename('nothing-like-it', 'x')).rejects.toMatchObject({ code: 'missing' });
  });

  it('shows language, state and size of a map as its edits leave them', async () => {
    const storage = await tab(profile());
    const map = emptyMap();
    await storage.create(map);
    const [shop, bought, buys, regulars] = [newId(), newId(), newId(), newId()];
    const chance = { base: 0.5, bySegment: { [regulars]: { value: 0.9, order: 'a' } } };
    const edits: Edit[] = [
      addRecord('touchpoints', { name: 'Shop' }, shop),
      addRecord('touchpoints', { name: 'Bought', kind: 'outcome' }, bought),
      addRecord('segments', { name: 'Regulars' }, regulars),
      addRecord('transitions', { from: shop, to: bought, chance }, buys),
      // Something in a transition is taken away, and the transition stays.
      (draft) => {
        Reflect.deleteProperty(draft.transitions[buys]!.chance.bySegment, regulars);
      },
      (draft) => {
        draft.language = 'ms';
        draft.state = 'to-be';
      },
    ];
    let now = map;
    for (const [expectedHead, edit] of edits.entries()) {
      const step = edited(now, edit);
      await storage.append({ mapId: map.id, expectedHead, entries: [step.entry] });
      now = step.map;
    }
    expect(await storage.list()).toEqual([
      expect.objectContaining({
        language: 'ms',
        state: 'to-be',
        counts: { stages: 0, touchpoints: 2, transitions: 1 },
      }),
    ]);
  });

  it('copies a map under a new id', async () => {
    const storage = await tab(profile());
    const map = emptyMap();
    await storage.create(map);
    const { map: edited } = await appendAll(storage, map, [1, 2, 7]);
    const copy = await storage.duplicate(map.id, 'Copy');
    expect((await storage.openMap(copy.id))?.map).toEqual({
      ...edited,
      id: copy.id,
      title: 'Copy',
    });
    await expect(storage.duplicate('nothing-like-it', 'x')).rejects.toMatchObject({
      code: 'missing',
    });
  });

  it('tells every tab what has changed', async () => {
    const home = profile();
    const one = await tab(home);
    const other = await tab(home);
    let seen: MapSummary[] = [];
    const stop = other.watchLibrary((maps) => {
      seen = maps;
    });
    const map = emptyMap('Watched');
    await one.create(map);
    await one.setThumbnail(map.id, '<svg/>');
    await vi.waitFor(() => {
      expect(seen).toEqual([expect.objectContaining({ title: 'Watched', thumbnail: '<svg/>' })]);
    });
    stop();
  });
});
