import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { JourneyMap } from '../../src/map/schema';
import { runs } from '../support/runs';
import {
  appendAll,
  edited,
  emptyMap,
  type Profile,
  profile,
  rawDatabase,
  retitled,
  tab,
  tamper,
  withMap,
} from './support';

type Operation = (this: IDBObjectStore, ...args: unknown[]) => IDBRequest;
type Row = Record<string, unknown>;

describe('records that cannot be read', () => {
  it('are left out of the map, kept for a download, and do not stop editing', async () => {
    const { home, storage, map } = await withMap();
    await appendAll(storage, map, [1, 2, 5, 10]);
    await tamper(home, 'journal', (row) =>
      row.seq === 3 ? { ...row, patches: 'nonsense' } : undefined,
    );
    const again = await tab(home);
    const opened = (await again.openMap(map.id))!;
    expect(opened).toMatchObject({ head: 4, skipped: 1, map: { title: 'n10' } });
    expect(again.status.quarantined).toBe(1);
    expect(await again.quarantine()).toEqual([
      expect.objectContaining({
        table: 'journal',
        mapId: map.id,
        raw: expect.stringContaining('nonsense') as string,
      }),
    ]);
    const next = edited(opened.map, retitled('goes on'));
    await again.append({ mapId: map.id, expectedHead: 4, entries: [next.entry] });
    const later = (await (await tab(home)).openMap(map.id))!;
    expect(later).toMatchObject({ head: 5, skipped: 0, map: { title: 'goes on' } });
  });

  it('are counted one by one where they do not fit the map, and what fits is kept', async () => {
    const { home, storage, map } = await withMap();
    const { map: whole } = await appendAll(storage, map, [1, 2, 5, 10, 20]);
    const nowhere = { op: 'replace', path: ['touchpoints', 'nosuchcard00', 'name'], value: 'x' };
    await tamper(home, 'journal', (row) =>
      row.seq === 2 || row.seq === 3
        ? { ...row, patches: [...(row.patches as unknown[]), nowhere] }
        : undefined,
    );
    const again = await tab(home);
    const opened = (await again.openMap(map.id))!;
    expect(opened).toMatchObject({ head: 5, skipped: 2 });
    expect(opened.map).toEqual(whole);
    const kept = await again.quarantine();
    expect(kept.map(({ table, reason }) => [table, reason])).toEqual([
      ['journal', 'does not fit the map'],
      ['journal', 'does not fit the map'],
    ]);
    expect((await (await tab(home)).openMap(map.id))?.skipped).toBe(0);
  });

  it('say where in them the fault is', async () => {
    const { home, storage, map } = await withMap();
    await appendAll(storage, map, [5]);
    await tamper(home, 'journal', (row) => ({ ...row, patches: [{ op: 'steal', path: [] }] }));
    const again = await tab(home);
    await again.openMap(map.id);
    expect((await again.quarantine())[0]?.reason).toMatch(/^\/patches\/0\/op: ./);
  });

  it('are taken out of the letters that a build of 0.1 has left among the maps', async () => {
    const { home, map } = await withMap();
    await put(home, 'letters', { mapId: map.id, id: 'torn', label: 'half a lett' });
    const again = await tab(home);
    expect(await again.openMap(map.id)).toMatchObject({ head: 0, skipped: 0, map });
    expect(await again.quarantine()).toEqual([
      expect.objectContaining({
        table: 'letters',
        mapId: map.id,
        raw: expect.stringContaining('half a lett') as string,
      }),
    ]);
    expect(await keysOf(home, 'letters')).toEqual([]);
  });

  it('about the last edit are mended from the edits themselves', async () => {
    const { home, storage, map } = await withMap();
    const { map: whole } = await appendAll(storage, map, [1, 2, 5]);
    await tamper(home, 'heads', (row) => ({ ...row, head: 'three' }));
    const again = await tab(home);
    expect(await again.openMap(map.id)).toMatchObject({ head: 3, skipped: 0, map: whole });
    expect(await again.quarantine()).toEqual([
      expect.objectContaining({ table: 'heads', mapId: map.id }),
    ]);
    expect((await again.list())[0]?.head).toBe(3);
  });

  it('are counted where they are gone', async () => {
    const { home, storage, map } = await withMap();
    await appendAll(storage, map, [1, 2, 5, 10]);
    const db = await rawDatabase(home);
    await new Promise<void>((resolve, reject) => {
      const tx = db.transaction(['journal'], 'readwrite');
      for (const seq of [2, 3]) tx.objectStore('journal').delete([map.id, seq]);
      tx.oncomplete = () => {
        resolve();
      };
      tx.onerror = () => {
        reject(tx.error ?? new Error('nothing was deleted'));
      };
    });
    db.close();
    const opened = await (await tab(home)).openMap(map.id);
    expect(opened).toMatchObject({ head: 4, skipped: 2, map: { title: 'n10' } });
  });

  it('fall back on the snapshot before', async () => {
    const { home, storage, map } = await withMap();
    let now = map;
    for (let head = 0; head < 20; head += 1) {
      const step = edited(now, (draft) => {
        draft.title = `t${head}`;
        draft.description = String(head).padEnd(10_000);
      });
      await storage.append({ mapId: map.id, expectedHead: head, entries: [step.entry] });
      now = step.map;
      await storage.settle();
    }
    let damaged = 0;
    await tamper(home, 'snapshots', (row) => {
      if (row.seq === 0) return undefined;
      damaged += 1;
      return damaged === 1 ? undefined : { ...row, text: String(row.text).slice(0, 500) };
    });
    expect(damaged).toBe(2);
    const opened = await (await tab(home)).openMap(map.id);
    expect(opened?.map).toEqual(now);
    expect(opened?.skipped).toBe(0);
    expect(await (await tab(home)).quarantine()).toHaveLength(1);
  });

  it('that the browser itself refuses to read are left out but stay where they are', async () => {
    const { home, storage, map } = await withMap();
    const { map: whole } = await appendAll(storage, map, [1, 5, 2]);
    refuse((key) => JSON.stringify(key) === JSON.stringify([map.id, 2]));
    const opened = (await storage.openMap(map.id))!;
    expect(opened).toMatchObject({ head: 3, skipped: 1, map: { title: 'Map' } });
    expect((await storage.quarantine())[0]?.raw).toContain('NotReadableError');
    vi.restoreAllMocks();
    expect((await (await tab(home)).openMap(map.id))?.map).toEqual(whole);
  });

  it('leave nothing but their copies when no snapshot is left', async () => {
    const { home, storage, map } = await withMap();
    await appendAll(storage, map, [5]);
    await tamper(home, 'snapshots', (row) => ({ ...row, text: '{' }));
    const again = await tab(home);
    expect(await again.openMap(map.id)).toBeNull();
    expect(await again.list()).toHaveLength(1);
    const kept = await again.quarantine();
    expect(kept.map(({ table, mapId }) => [table, mapId]).sort()).toEqual([
      ['journal', map.id],
      ['snapshots', map.id],
    ]);
    expect(kept.map(({ raw }) => raw).join()).toContain('"text": "{"');
    expect(kept.map(({ raw }) => raw).join()).toContain('"n5"');
    await again.openMap(map.id);
    expect(await again.quarantine()).toHaveLength(2);
    for (const { id } of kept) await again.removeQuarantined(id);
    expect(again.status.quarantined).toBe(0);
  });

  it('in the library are listed all the same, and opening mends them', async () => {
    const home = profile();
    const storage = await tab(home);
    const map = emptyMap('Mine');
    await storage.create(map);
    await tamper(home, 'maps', (row) => ({ ...row, counts: null }));
    const again = await tab(home);
    expect(await again.list()).toEqual([
      expect.objectContaining({ id: map.id, title: 'Mine', unreadable: true }),
    ]);
    expect((await again.openMap(map.id))?.map).toEqual(map);
    expect(await again.list()).toEqual([
      expect.objectContaining({ id: map.id, title: 'Mine', unreadable: false }),
    ]);
  });

  it('never throw, hang or give an invalid map, wherever a stored record is damaged', async () => {
    const damage = fc.constantFrom<unknown>(null, '', 0, -1, [], {}, 'x', 1e308, 'deep');
    const tables = fc.constantFrom('journal', 'snapshots', 'heads', 'maps', 'assets', 'letters');
    await fc.assert(
      fc.asyncProperty(
        tables,
        damage,
        fc.nat(30),
        fc.nat(5),
        async (table, value, field, which) => {
          const { home, storage, map } = await withMap();
          const { map: last } = await appendAll(storage, map, [1, 2, 3, 5, 6]);
          storage.appendOnLeave({
            mapId: map.id,
            expectedHead: 5,
            entries: [edited(last, retitled('left')).entry],
          });
          await storage.close();
          let count = 0;
          await tamper(home, table, (row) => {
            count += 1;
            return count - 1 === which % 6
              ? damaged(row, field, value === 'deep' ? deepValue() : value)
              : undefined;
          });
          const again = await tab(home);
          expect(again.status.state).toBe('ready');
          expect(await again.list()).toHaveLength(1);
          const opened = await again.openMap(map.id);
          if (opened) {
            expect(JourneyMap.safeParse(opened.map).success).toBe(true);
            const next = edited(opened.map, retitled('goes on'));
            const { head: expectedHead } = opened;
            expect(
              await again.append({ mapId: map.id, expectedHead, entries: [next.entry] }),
            ).toMatchObject({ status: 'saved' });
            expect((await again.openMap(map.id))?.map.title).toBe('goes on');
          } else {
            expect(table).toBe('snapshots');
          }
        },
      ),
      { numRuns: runs(25, 3_000) },
    );
  }, 300_000);
});

/** What a request on one table of the database of the maps gives. */
async function asked<T>(
  home: Profile,
  table: string,
  ask: (rows: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const db = await rawDatabase(home);
  const request = ask(db.transaction([table], 'readwrite').objectStore(table));
  await new Promise((resolve) => (request.onsuccess = resolve));
  db.close();
  return request.result;
}

const put = (home: Profile, table: string, row: Row) => asked(home, table, (rows) => rows.put(row));
const keysOf = (home: Profile, table: string) => asked(home, table, (rows) => rows.getAllKeys());

/** The row with the field of that number changed; keys of the table stay as they are. */
function damaged(row: Row, field: number, value: unknown): Row {
  const fields = Object.keys(row).filter(
    (name) => !['mapId', 'seq', 'id', 'hash'].includes(name) || (name === 'id' && 'seq' in row),
  );
  const name = fields[field % Math.max(1, fields.length)];
  return name === undefined ? row : { ...row, [name]: value };
}

/**
 * Journal rows whose key fits cannot be read, and with them no range that holds them. The requests
 * fail as the browser's do: by an event that aborts the transaction unless it is prevented.
 */
function refuse(fits: (key: unknown) => boolean): void {
  interface Internals {
    _execRequestAsync(request: { source: IDBObjectStore; operation: () => never }): IDBRequest;
  }
  const failing = (source: IDBObjectStore) =>
    (source.transaction as unknown as Internals)._execRequestAsync({
      source,
      operation: () => {
        throw new DOMException('lost file', 'NotReadableError');
      },
    });
  const prototype = IDBObjectStore.prototype as unknown as Record<string, Operation>;
  const [get, getAll] = [prototype.get!, prototype.getAll!];
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (
    this: IDBObjectStore,
    key,
  ) {
    return this.name === 'journal' && fits(key) ? failing(this) : get.call(this, key);
  });
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (
    this: IDBObjectStore,
    range,
  ) {
    return this.name === 'journal' ? (failing(this) as never) : (getAll.call(this, range) as never);
  });
}

function deepValue(): unknown {
  let value: unknown = 1;
  for (let depth = 0; depth < 200; depth += 1) value = [value];
  return value;
}
