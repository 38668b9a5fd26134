import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { applyPatches, removeRecords } from '../../src/map/edits';
import { addRecord, setMapField } from '../../src/map/edits';
import { newId } from '../../src/map/records';
import type { NewEntry } from '../../src/storage';
import { runs } from '../support/runs';
import {
  appendAll,
  edited,
  emptyMap,
  networkThat,
  profile,
  rawDatabase,
  retitled,
  tab,
  values,
  withMap,
} from './support';

describe('the journal', () => {
  it('gives back what direct application of the edits gives', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(1_000), { maxLength: 40 }), async (numbers) => {
        const home = profile();
        const writer = await tab(home);
        const map = emptyMap();
        await writer.create(map);
        const { map: expected, head } = await appendAll(writer, map, numbers);
        const opened = await (await tab(home)).openMap(map.id);
        expect(opened?.map).toEqual(expected);
        expect(opened?.head).toBe(head);
        expect((await writer.list())[0]).toMatchObject({
          title: expected.title,
          head,
          counts: {
            stages: Object.keys(expected.stages).length,
            touchpoints: Object.keys(expected.touchpoints).length,
          },
        });
      }),
      { numRuns: runs(10, 300) },
    );
  }, 60_000);

  it('refuses an edit of an outdated map and tells what came between', async () => {
    const home = profile();
    const one = await tab(home);
    const other = await tab(home);
    const map = emptyMap();
    await one.create(map);
    const first = edited(map, retitled('first'));
    await one.append({ mapId: map.id, expectedHead: 0, entries: [first.entry] });
    const second = edited(map, retitled('second'));
    const result = await other.append({ mapId: map.id, expectedHead: 0, entries: [second.entry] });
    expect(result).toMatchObject({ status: 'conflict', head: 1 });
    expect(result.status === 'conflict' && result.entries).toEqual([
      expect.objectContaining({ ...first.entry, seq: 1, tab: one.tab }),
    ]);
    expect((await one.openMap(map.id))?.map.title).toBe('first');
  });

  it('saves an entry once, however often it is sent', async () => {
    const storage = await tab(profile());
    const map = emptyMap();
    await storage.create(map);
    const { entry } = edited(map, retitled('once'));
    const request = { mapId: map.id, expectedHead: 0, entries: [entry] };
    const results = await Promise.all([1, 2, 3].map(() => storage.append(request)));
    expect(results).toEqual(Array(3).fill({ status: 'saved', head: 1, durable: true }));
    expect((await storage.openMap(map.id))?.undo).toHaveLength(1);
  });

  it('saves the entries of one request all or none', async () => {
    const { storage, map } = await withMap();
    const one = edited(map, retitled('one'));
    const two: NewEntry = { ...edited(one.map, retitled('two')).entry, label: 'x'.repeat(501) };
    const result = await storage.append({
      mapId: map.id,
      expectedHead: 0,
      entries: [one.entry, two],
    });
    expect(result).toEqual({ status: 'unfit', ids: [two.id] });
    expect((await storage.openMap(map.id))?.head).toBe(0);
  });

  it('keeps what an edit costs independent of what the map weighs', async () => {
    const home = profile();
    const storage = await tab(home);
    const map = emptyMap();
    for (let index = 0; index < 300; index += 1) {
      Object.assign(map.stages, { [newId()]: { ...addedStage(), description: 'x'.repeat(1_000) } });
    }
    await storage.create(map);
    await storage.append({
      mapId: map.id,
      expectedHead: 0,
      entries: [edited(map, retitled('small')).entry],
    });
    const rows = await allOf(home, 'journal');
    expect(JSON.stringify(rows).length).toBeLessThan(1_000);
    expect(await allOf(home, 'snapshots')).toHaveLength(1);
  });
});

describe('snapshots', () => {
  it('shorten the journal but leave what undo reaches, and change nothing that can be read', async () => {
    const { home, session, storage, map } = await withMap();
    let now = map;
    for (let head = 0; head < 1_300; head += 100) {
      const entries = Array.from({ length: 100 }, (_, number) => {
        const step = edited(now, retitled(`title ${head + number}`));
        now = step.map;
        return step.entry;
      });
      await storage.append({ mapId: map.id, expectedHead: head, entries });
      await storage.settle();
    }
    expect(await allOf(home, 'snapshots')).toHaveLength(2);
    const kept = await allOf(home, 'journal');
    expect(kept.length).toBeGreaterThanOrEqual(500);
    expect(kept.length).toBeLessThan(1_300);
    const opened = await (await tab(home, { session })).openMap(map.id);
    expect(opened).toMatchObject({ head: 1_300, map: { title: 'title 1299' } });
    expect(opened?.undo.length).toBeGreaterThanOrEqual(500);
    // A client that is far behind has to start over.
    const late = edited(map, retitled('late'));
    expect(
      await storage.append({ mapId: map.id, expectedHead: 1, entries: [late.entry] }),
    ).toMatchObject({ status: 'stale', head: 1_300 });
  }, 30_000);
});

describe('undo stacks', () => {
  it('are there again after a reload, redo included, and are another tab’s own', async () => {
    const home = profile();
    const session = values();
    const before = await tab(home, { session });
    const map = emptyMap();
    await before.create(map);
    const a = edited(map, retitled('a'), 'A');
    const b = edited(a.map, retitled('b'), 'B');
    const c = edited(b.map, retitled('c'), 'C', b.entry.gesture);
    await before.append({ mapId: map.id, expectedHead: 0, entries: [a.entry, b.entry, c.entry] });

    const reloaded = await tab(home, { session });
    expect(reloaded.tab).toBe(before.tab);
    const opened = (await reloaded.openMap(map.id))!;
    expect(opened.undo.map(({ label }) => label)).toEqual(['A', 'B']);
    expect(opened.undo[1]?.entries).toHaveLength(2);
    expect((await (await tab(home)).openMap(map.id))?.undo).toEqual([]);

    // Undo the gesture of two entries, reload, redo it, reload.
    const step = opened.undo[1]!;
    const inverse = step.entries.toReversed().flatMap((entry) => entry.inverse);
    const undone = applyPatches(opened.map, inverse);
    expect(undone.title).toBe('a');
    const back = edited(opened.map, retitled('a'));
    await reloaded.append({
      mapId: map.id,
      expectedHead: 3,
      entries: [{ ...back.entry, kind: 'undo', gesture: step.gesture, label: 'B' }],
    });
    const again = (await (await tab(home, { session })).openMap(map.id))!;
    expect(again.undo.map(({ label }) => label)).toEqual(['A']);
    expect(again.redo.map(({ gesture }) => gesture)).toEqual([step.gesture]);
    const redone = applyPatches(again.map, again.redo[0]!.entries[0]!.inverse);
    expect(redone.title).toBe('c');
  });

  it('lose redo at the next edit', async () => {
    const { storage, map } = await withMap();
    const a = edited(map, retitled('a'));
    const back = edited(a.map, retitled('Map'));
    const b = edited(back.map, retitled('b'));
    const undo: NewEntry = { ...back.entry, kind: 'undo', gesture: a.entry.gesture };
    await storage.append({ mapId: map.id, expectedHead: 0, entries: [a.entry, undo, b.entry] });
    const opened = await storage.openMap(map.id);
    expect(opened?.redo).toEqual([]);
    expect(opened?.undo.map(({ gesture }) => gesture)).toEqual([b.entry.gesture]);
  });
});

describe('pictures', () => {
  it('are kept once and apart, and come back with map, undo and conflicts', async () => {
    const { home, session, storage, map } = await withMap();
    const data = btoa('picture'.repeat(1_000));
    const asset = newId();
    const added = edited(map, addRecord('assets', { type: 'image/png', data }, asset));
    const removed = edited(added.map, removeRecords([{ collection: 'assets', id: asset }]));
    const copy = edited(removed.map, addRecord('assets', { type: 'image/png', data }, newId()));
    const entries = [added.entry, removed.entry, copy.entry];
    await storage.append({ mapId: map.id, expectedHead: 0, entries });
    expect(JSON.stringify(await allOf(home, 'journal'))).not.toContain(data);
    expect(await allOf(home, 'assets')).toHaveLength(1);
    const opened = (await (await tab(home, { session })).openMap(map.id))!;
    expect(opened.map).toEqual(copy.map);
    expect(opened.undo.map((step) => step.entries[0]?.inverse)).toEqual(
      entries.map(({ inverse }) => inverse),
    );
    const other = edited(map, retitled('other'));
    const result = await (
      await tab(home)
    ).append({ mapId: map.id, expectedHead: 0, entries: [other.entry] });
    expect(result.status === 'conflict' && result.entries[0]?.patches).toEqual(added.entry.patches);
    const duplicate = await storage.duplicate(map.id, 'Copy');
    expect((await storage.openMap(duplicate.id))?.map.assets).toEqual(copy.map.assets);
  });
});

describe('several pictures', () => {
  it('come back each as itself', async () => {
    const { home, storage, map } = await withMap();
    const pictures = { [newId()]: btoa('one'), [newId()]: btoa('another') };
    const { entry, map: after } = edited(map, (draft) => {
      for (const [id, data] of Object.entries(pictures))
        addRecord('assets', { type: 'image/png', data }, id)(draft);
    });
    await storage.append({ mapId: map.id, expectedHead: 0, entries: [entry] });
    expect((await (await tab(home)).openMap(map.id))?.map.assets).toEqual(after.assets);
  });
});

describe('leaving the page', () => {
  it('keeps what was not acknowledged yet', async () => {
    const { home, session, storage, map } = await withMap();
    const titles = ['t', 'ty', 'typ', 'type', 'typed'];
    let now = map;
    const entries = titles.map((title) => {
      const step = edited(now, retitled(title), title);
      now = step.map;
      return step.entry;
    });
    storage.appendOnLeave({ mapId: map.id, expectedHead: 0, entries });
    const reloaded = await tab(home, { session });
    const opened = await reloaded.openMap(map.id);
    expect(opened).toMatchObject({ head: 5, map: { title: 'typed' } });
    expect(opened?.undo.map(({ label }) => label)).toEqual(titles);
    expect(reloaded.status.state).toBe('ready');
    expect(await allOf(home, 'letters', 'desire-path-letters')).toEqual([]);
  });

  it('of a map that is not there keeps its last edits until the map is', async () => {
    const home = profile();
    const storage = await tab(home);
    const map = emptyMap();
    const { entry } = edited(map, retitled('left'));
    storage.appendOnLeave({ mapId: map.id, expectedHead: 0, entries: [entry] });
    expect(await storage.openMap(map.id)).toBeNull();
    await storage.create(map);
    expect(await storage.openMap(map.id)).toMatchObject({ head: 1, map: { title: 'left' } });
  });

  it('keeps it even where the database of the letters took nothing any more', async () => {
    const { home, storage, map } = await withMap();
    const a = edited(map, retitled('typ'));
    const b = edited(a.map, retitled('typed'));
    // As behind a transaction that ends with the page: asked for, and never done.
    const lost = vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementation(function (
      this: IDBTransaction,
    ) {
      this.abort();
    });
    storage.appendOnLeave({ mapId: map.id, expectedHead: 0, entries: [a.entry] });
    storage.appendOnLeave({ mapId: map.id, expectedHead: 0, entries: [a.entry, b.entry] });
    lost.mockRestore();
    expect(home.local.held.get(`desire-path.letters.${map.id}`)).toContain('typed');
    const opened = await (await tab(home)).openMap(map.id);
    expect(opened).toMatchObject({ head: 2, map: { title: 'typed' } });
    expect(home.local.held.has(`desire-path.letters.${map.id}`)).toBe(false);
  });

  it('reaches a tab that has opened the map meanwhile, though nobody was left to tell it', async () => {
    const home = { ...profile(), network: networkThat(() => undefined) };
    const leaving = await tab(home);
    const map = emptyMap();
    await leaving.create(map);
    const page = new EventTarget();
    const staying = await tab(home, { page });
    const heard: unknown[] = [];
    const subscription = staying.subscribe(map.id, 0, (news) => heard.push(news));
    const { entry } = edited(map, retitled('late'));
    leaving.appendOnLeave({ mapId: map.id, expectedHead: 0, entries: [entry] });
    const key = `desire-path.letters.${map.id}`;
    const newValue = home.local.held.get(key);
    page.dispatchEvent(Object.assign(new Event('storage'), { key, newValue }));
    await vi.waitFor(() => expect(heard).toMatchObject([{ head: 1 }]));
    subscription.stop();
  });

  it('reads past what is damaged, and keeps what local storage is too small for elsewhere', async () => {
    const home = profile();
    const map = emptyMap();
    await (await tab(home)).create(map);
    const key = `desire-path.letters.${map.id}`;
    for (const damaged of ['{', '[null, 1, {"id": 3}]', '{"id": "letter"}']) {
      home.local.setItem(key, damaged);
      expect(await (await tab(home)).openMap(map.id)).toMatchObject({ head: 0 });
    }
    home.local.removeItem(key);
    const large = edited(map, setMapField(['description'], 'x'.repeat(20_000)));
    const entries = Array.from({ length: 30 }, (_, n) => ({ ...large.entry, id: `entry${n}` }));
    const storage = await tab(home);
    storage.appendOnLeave({ mapId: map.id, expectedHead: 0, entries });
    expect(home.local.held.has(key)).toBe(false);
    expect((await (await tab(home)).openMap(map.id))?.map.description).toHaveLength(20_000);
  });

  it('is harmless when the page stays and saves the same entries', async () => {
    const home = profile();
    const storage = await tab(home);
    const other = await tab(home);
    const map = emptyMap();
    await storage.create(map);
    const { entry } = edited(map, retitled('kept'));
    const request = { mapId: map.id, expectedHead: 0, entries: [entry] };
    storage.appendOnLeave(request);
    await other.openMap(map.id);
    expect(await storage.append(request)).toMatchObject({ status: 'saved', head: 1 });
    storage.appendOnLeave(request);
    expect((await other.openMap(map.id))?.head).toBe(1);
  });

  it('does not make again what the page saved and has changed since', async () => {
    const { home, storage, map } = await withMap();
    const first = edited(map, retitled('first'));
    const second = edited(first.map, retitled('second'));
    const request = { mapId: map.id, expectedHead: 0, entries: [first.entry] };
    storage.appendOnLeave(request);
    await storage.append(request);
    await storage.append({ ...request, expectedHead: 1, entries: [second.entry] });
    const opened = await (await tab(home)).openMap(map.id);
    expect(opened).toMatchObject({ head: 2, map: { title: 'second' } });
  });

  it('makes the last edits on what another tab has written meanwhile', async () => {
    const home = profile();
    const leaving = await tab(home);
    const staying = await tab(home);
    const map = emptyMap();
    await leaving.create(map);
    const id = newId();
    const added = edited(map, addRecord('touchpoints', { name: 'here' }, id));
    await staying.append({ mapId: map.id, expectedHead: 0, entries: [added.entry] });
    const late = edited(map, retitled('late'));
    leaving.appendOnLeave({ mapId: map.id, expectedHead: 0, entries: [late.entry] });
    const opened = await staying.openMap(map.id);
    expect(opened).toMatchObject({ head: 2, map: { title: 'late' } });
    expect(opened?.map.touchpoints[id]?.name).toBe('here');
  });
});

function addedStage() {
  const map = emptyMap();
  const { map: after } = edited(map, addRecord('stages', { name: 'stage' }));
  return Object.values(after.stages)[0]!;
}

async function allOf(
  home: ReturnType<typeof profile>,
  table: string,
  database?: string,
): Promise<unknown[]> {
  const db = await rawDatabase(home, database);
  return new Promise((resolve) => {
    const request = db.transaction([table]).objectStore(table).getAll();
    request.onsuccess = () => {
      db.close();
      resolve(request.result as unknown[]);
    };
  });
}
