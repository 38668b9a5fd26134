import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { addRecord, applyPatches } from '../../src/map/edits';
import { newId } from '../../src/map/records';
import type { JourneyMap } from '../../src/map/schema';
import type { MapNews, NewEntry, Storage } from '../../src/storage';
import { runs } from '../support/runs';
import { edited, emptyMap, type Network, networkThat, profile, retitled, tab } from './support';

/** What an editor does: keeps a map, appends, and catches up when somebody was faster. */
class Editor {
  head = 0;
  readonly storage: Storage;
  map: JourneyMap;

  constructor(storage: Storage, map: JourneyMap) {
    this.storage = storage;
    this.map = map;
  }

  async add(name: string): Promise<void> {
    const entry: NewEntry = edited(this.map, addRecord('notes', { text: name }, newId())).entry;
    for (;;) {
      const { id } = this.map;
      const result = await this.storage.append({
        mapId: id,
        expectedHead: this.head,
        entries: [entry],
      });
      if (result.status === 'saved') {
        this.take([entry], result.head);
        return;
      }
      if (result.status !== 'conflict') throw new Error(result.status);
      this.take(result.entries, result.head);
    }
  }

  take(entries: readonly NewEntry[], head: number): void {
    for (const { patches } of entries) this.map = applyPatches(this.map, patches);
    this.head = head;
  }
}

describe('several tabs on one map', () => {
  it('keep every edit of each', async () => {
    const tabs = 4;
    const each = runs(60, 250, 15);
    const home = profile();
    const map = emptyMap();
    await (await tab(home)).create(map);
    const editors = await Promise.all(
      Array.from({ length: tabs }, async () => new Editor(await tab(home), map)),
    );
    await Promise.all(
      editors.map(async (editor, number) => {
        for (let edit = 0; edit < each; edit += 1) await editor.add(`${number}-${edit}`);
      }),
    );
    const opened = await (await tab(home)).openMap(map.id);
    const texts = Object.values(opened?.map.notes ?? {}).map(({ text }) => text);
    expect(new Set(texts).size).toBe(tabs * each);
    expect(opened?.head).toBe(tabs * each);
    for (const editor of editors) {
      const rest = await editor.storage.openMap(map.id);
      expect(rest?.map).toEqual(opened?.map);
    }
  }, 60_000);

  it('see all edits in order, though messages are lost, repeated and late', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat(3)), fc.nat(12), async (fates, edits) => {
        vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
        const home = profile(unreliable(fates));
        const writer = await tab(home);
        const reader = await tab(home);
        const map = emptyMap();
        await writer.create(map);
        const seen: number[] = [];
        let read = map;
        const subscription = reader.subscribe(map.id, 0, (news) => {
          if (news.kind !== 'entries') return;
          for (const { seq, patches } of news.entries) {
            seen.push(seq);
            read = applyPatches(read, patches);
          }
        });
        const editor = new Editor(writer, map);
        for (let edit = 0; edit < edits; edit += 1) await editor.add(`${edit}`);
        // The page looks by itself when no message has come.
        await vi.waitFor(
          () => {
            vi.advanceTimersByTime(5_000);
            expect(seen).toHaveLength(edits);
          },
          { interval: 5 },
        );
        expect(seen).toEqual(Array.from({ length: edits }, (_, index) => index + 1));
        expect(read).toEqual(editor.map);
        subscription.stop();
        vi.useRealTimers();
      }),
      { numRuns: runs(15, 200) },
    );
  }, 60_000);

  it('hear that a map is gone, and an edit of it says so', async () => {
    const home = profile();
    const one = await tab(home);
    const other = await tab(home);
    const map = emptyMap();
    await one.create(map);
    const news: MapNews[] = [];
    other.subscribe(map.id, 0, (item) => news.push(item));
    await one.purge(map.id);
    await vi.waitFor(() => {
      expect(news).toContainEqual({ kind: 'gone' });
    });
    const { entry } = edited(map, retitled('too late'));
    expect(await other.append({ mapId: map.id, expectedHead: 0, entries: [entry] })).toMatchObject({
      status: 'failed',
      failure: 'gone',
    });
    expect(await one.list()).toEqual([]);
  });

  it('look as soon as their page is shown again, until they stop', async () => {
    const page = Object.assign(new EventTarget(), { visibilityState: 'hidden' });
    vi.stubGlobal('document', page);
    const added = vi.spyOn(page, 'addEventListener');
    const removed = vi.spyOn(page, 'removeEventListener');
    const show = (state: string) => {
      page.visibilityState = state;
      page.dispatchEvent(new Event('visibilitychange'));
    };
    // Messages are lost: the page has to look by itself.
    const home = profile(networkThat(() => undefined));
    const writer = await tab(home);
    const reader = await tab(home);
    const map = emptyMap();
    const seen: string[] = [];
    const following = reader.subscribe(map.id, 0, ({ kind }) => seen.push(kind));
    await vi.waitFor(() => {
      expect(seen).toEqual(['gone']);
    });
    await writer.create(map);
    await new Editor(writer, map).add('while hidden');
    show('hidden');
    await reader.list();
    expect(seen).toEqual(['gone']);
    show('visible');
    await vi.waitFor(() => {
      expect(seen).toEqual(['gone', 'entries']);
    });
    following.stop();
    const reading = vi.spyOn(IDBDatabase.prototype, 'transaction');
    show('visible');
    await new Promise(setImmediate);
    expect(reading).not.toHaveBeenCalled();
    expect(removed.mock.calls).toEqual(added.mock.calls);
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it('leave the letters alone when they hear of an edit', async () => {
    // No look of its own comes between.
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const home = profile();
    const writer = await tab(home);
    const reader = await tab(home);
    const map = emptyMap();
    await writer.create(map);
    const seen: number[] = [];
    const following = reader.subscribe(map.id, 0, (news) => {
      if (news.kind === 'entries') seen.push(news.head);
    });
    const editor = new Editor(writer, map);
    await editor.add('first');
    await vi.waitFor(() => {
      expect(seen).toEqual([1]);
    });
    // A page that is leaving must not find them being read.
    const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await editor.add('second');
    await vi.waitFor(() => {
      expect(seen).toEqual([1, 2]);
    });
    const names = begun.mock.contexts.map((db) => (db as IDBDatabase).name);
    expect(names).not.toContain('desire-path-letters');
    vi.restoreAllMocks();
    following.stop();
    vi.useRealTimers();
  });

  it('put what a leaving tab wrote into the journal without being opened anew', async () => {
    const home = profile();
    const leaving = await tab(home);
    const staying = await tab(home);
    const map = emptyMap();
    await leaving.create(map);
    const labels: string[] = [];
    staying.subscribe(map.id, 0, (news) => {
      if (news.kind === 'entries') labels.push(...news.entries.map(({ label }) => label));
    });
    const { entry } = edited(map, retitled('last words'), 'goodbye');
    leaving.appendOnLeave({ mapId: map.id, expectedHead: 0, entries: [entry] });
    await vi.waitFor(() => {
      expect(labels).toEqual(['goodbye']);
    });
  });
});

/** Loses, doubles or delays messages as it is told. */
function unreliable(fates: Iterable<number>): Network {
  const next = fates[Symbol.iterator]();
  return networkThat((message, send) => {
    const fate = Number(next.next().value);
    if (fate === 0) return;
    if (fate === 1) setTimeout(() => send(message), 3);
    if (fate >= 2) send(message);
    if (fate === 3) send(message);
  });
}
