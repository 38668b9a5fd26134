import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { type Connection, openDexieStore } from '../../src/storage/dexieStore';
import { memoryStore } from '../../src/storage/memoryStore';
import { type Store, type TableName, TABLES } from '../../src/storage/store';

const connection = (isNewer: boolean): Connection => ({
  name: 'contract',
  factory: new IDBFactory(),
  keyRange: IDBKeyRange,
  tables: Object.keys(TABLES) as TableName[],
  isNewer,
  onVersionChange: () => undefined,
  onBlocked: () => undefined,
  onLost: () => undefined,
});

const edit = (mapId: string, seq: number) => ({ mapId, seq });

async function filled(store: Store): Promise<Store> {
  await store.write(['journal'], async (tx) => {
    for (const seq of [3, 11, 1, 2]) await tx.put('journal', edit('mine', seq));
    await tx.put('journal', edit('other', 7));
  });
  return store;
}

const seqsOf = (store: Store, mapId: string, after?: number) =>
  store.read(['journal'], async (tx) =>
    ((await tx.under('journal', mapId, after)) as { seq: number }[]).map(({ seq }) => seq),
  );

describe.each<[string, () => Promise<Store>]>([
  ['disk', () => openDexieStore(connection(false))],
  ['memory', () => Promise.resolve(memoryStore())],
])('a store on %s', (_, open) => {
  it('gives the rows of a range in the order of their keys, whatever order they came in', async () => {
    const store = await filled(await open());
    expect(await seqsOf(store, 'mine')).toEqual([1, 2, 3, 11]);
    expect(await seqsOf(store, 'mine', 2)).toEqual([3, 11]);
    expect(await seqsOf(store, 'nobody')).toEqual([]);
    store.close();
  });

  it('deletes a range up to a number, or all of it, and nothing beside it', async () => {
    const store = await filled(await open());
    await store.write(['journal'], (tx) => tx.deleteUnder('journal', 'mine', 2));
    expect(await seqsOf(store, 'mine')).toEqual([3, 11]);
    await store.write(['journal'], (tx) => tx.deleteUnder('journal', 'mine'));
    expect(await seqsOf(store, 'mine')).toEqual([]);
    expect(await seqsOf(store, 'other')).toEqual([7]);
    store.close();
  });

  it('keeps nothing of a transaction that fails', async () => {
    const store = await filled(await open());
    const failing = store.write(['journal', 'preferences'], async (tx) => {
      await tx.put('journal', { ...edit('mine', 2), label: 'changed' });
      await tx.put('journal', edit('mine', 20));
      await tx.delete('journal', 'mine', 1);
      await tx.deleteUnder('journal', 'other');
      await tx.put('preferences', { key: 'theme', value: 'dark' });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await seqsOf(store, 'mine')).toEqual([1, 2, 3, 11]);
    expect(await seqsOf(store, 'other')).toEqual([7]);
    const rows = await store.read(['journal', 'preferences'], async (tx) => [
      await tx.get('journal', 'mine', 2),
      await tx.get('preferences', 'theme'),
    ]);
    expect(rows).toEqual([edit('mine', 2), undefined]);
    store.close();
  });

  it('reads anew for a watcher when a table of its is written, and only then', async () => {
    const store = await filled(await open());
    const heard = vi.fn();
    const stop = store.watch(['journal'], (tx) => tx.under('journal', 'other'), heard, heard);
    await vi.waitFor(() => {
      expect(heard).toHaveBeenCalledExactlyOnceWith([edit('other', 7)]);
    });
    await store.write(['preferences'], (tx) => tx.put('preferences', { key: 'a', value: 1 }));
    await store.write(['journal'], (tx) => tx.put('journal', edit('other', 8)));
    await vi.waitFor(() => {
      expect(heard.mock.calls).toEqual([
        [[edit('other', 7)]],
        [[edit('other', 7), edit('other', 8)]],
      ]);
    });
    stop();
    store.close();
  });

  it('says nothing to a watcher that stopped while its read was on its way', async () => {
    const store = await filled(await open());
    const heard = vi.fn();
    store.watch(['journal'], (tx) => tx.under('journal', 'other'), heard, heard)();
    await seqsOf(store, 'other');
    await new Promise(setImmediate);
    expect(heard).not.toHaveBeenCalled();
    store.close();
  });
});

it('a store of a newer build gives its rows and refuses every write', async () => {
  const there = connection(false);
  (await filled(await openDexieStore(there))).close();
  const store = await openDexieStore({ ...there, isNewer: true });
  expect(store.writable).toBe(false);
  expect(await seqsOf(store, 'other')).toEqual([7]);
  const writing = store.write(['journal'], (tx) => tx.deleteUnder('journal', 'other'));
  await expect(writing).rejects.toMatchObject({
    code: 'newer',
    message: expect.stringContaining('reading') as string,
  });
  expect(await seqsOf(store, 'other')).toEqual([7]);
  store.close();
});
