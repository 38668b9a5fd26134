import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEditor, type Editor } from '../../src/editing/editor';
import type { Keeper } from '../../src/editing/journalSync';
import { addRecord, type Edit, removeRecords } from '../../src/map/edits';
import { newId } from '../../src/map/records';
import type { JourneyMap } from '../../src/map/schema';
import type { Storage } from '../../src/storage';
import { runs } from '../support/runs';
import { emptyMap, type Profile, profile, retitled, tab } from '../storage/support';

/** A page that is hidden leaves letters, and may be frozen before its append has an answer. */
const EVENTS = [
  'note',
  'note',
  'title',
  'rename',
  'remove',
  'undo',
  'hides',
  'hides with a note',
  'shows',
  'waits',
  'waits',
] as const;

/** What happens to one of the tabs. */
interface Event {
  readonly tab: number;
  readonly what: (typeof EVENTS)[number];
}

const TABS = 4;
const event: fc.Arbitrary<Event> = fc.record({
  tab: fc.nat(TABS - 1),
  what: fc.constantFrom(...EVENTS),
});

/** A tab whose calls of storage go on only while it is not frozen, as timers and promises of a frozen page. */
class Tab {
  readonly storage: Storage;
  readonly editor: Editor;
  private frozen: Promise<void> = Promise.resolve();
  private thawing: () => void = () => undefined;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(storage: Storage, opened: NonNullable<Awaited<ReturnType<Storage['openMap']>>>) {
    this.storage = storage;
    this.editor = createEditor(opened, this.keeper());
  }

  static async open(home: Profile, mapId: string): Promise<Tab> {
    const storage = await tab(home);
    const opened = await storage.openMap(mapId);
    if (!opened) throw new Error('the map is gone');
    return new Tab(storage, opened);
  }

  private keeper(): Keeper {
    const { storage } = this;
    const awake = async <Value>(task: () => Promise<Value>) => {
      await this.frozen;
      const value = await task();
      await this.frozen;
      return value;
    };
    return {
      append: (request) => awake(() => storage.append(request)),
      openMap: (id) => awake(() => storage.openMap(id)),
      appendOnLeave: (request) => {
        storage.appendOnLeave(request);
      },
      subscribe: (id, head, listener) =>
        storage.subscribe(id, head, (news) => {
          // News keep their order, as messages to a page do.
          this.queue = this.queue.then(() => this.frozen).then(() => listener(news));
        }),
    };
  }

  freeze(): void {
    this.thaw();
    this.frozen = new Promise((resolve) => (this.thawing = resolve));
  }

  thaw(): void {
    this.thawing();
    this.frozen = Promise.resolve();
  }

  get map(): JourneyMap {
    return this.editor.store.getState().map;
  }
}

function editFor(what: Event['what'], step: number, map: JourneyMap): Edit | null {
  const [id, note] =
    Object.entries(map.notes)[step % Math.max(1, Object.keys(map.notes).length)] ?? [];
  switch (what) {
    case 'note':
    case 'hides with a note':
      return addRecord('notes', { text: `note ${step}` }, newId());
    case 'title':
      return retitled(`title ${step}`);
    case 'rename':
      return id && note
        ? (draft) => {
            const own = draft.notes[id];
            if (own) own.text = `changed ${step}`;
          }
        : null;
    case 'remove':
      return id && step % 3 === 0 ? removeRecords([{ collection: 'notes', id }]) : null;
    default:
      return null;
  }
}

const rest = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms));

/** Flushes all until nothing moves any more. */
async function settled(tabs: readonly Tab[]): Promise<void> {
  for (let round = 0; round < 6; round += 1) {
    await Promise.all(tabs.map(({ editor }) => editor.flush()));
    await rest(15);
  }
}

test(
  'tabs that hide, freeze and lag end on the map that is on disk, and no note is lost',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 10, maxLength: 60 }), async (events) => {
        const home = profile();
        const map = emptyMap();
        const first = await tab(home);
        await first.create(map);
        const tabs = await Promise.all(Array.from({ length: TABS }, () => Tab.open(home, map.id)));
        const added = new Set<string>();
        const removed = new Set<string>();
        for (const [step, { tab: which, what }] of events.entries()) {
          const one = tabs[which]!;
          const before = one.map.notes;
          if (what === 'hides with a note') one.freeze();
          const edit = editFor(what, step, one.map);
          if (edit) one.editor.edit('canvas.step.move', edit);
          if (what === 'undo') one.editor.undo();
          if (what.startsWith('hides')) one.editor.leave();
          if (what === 'hides') one.freeze();
          if (what === 'shows') one.thaw();
          // Long enough for the others to hear of it, collect letters and write.
          if (what === 'waits') await rest(12);
          const after = one.map.notes;
          for (const id of Object.keys(after)) if (!(id in before)) added.add(id);
          for (const id of Object.keys(before)) if (!(id in after)) removed.add(id);
        }
        for (const each of tabs) each.thaw();
        await settled(tabs);
        const disk = await (await tab(home)).openMap(map.id);
        for (const each of tabs) {
          expect(each.map).toEqual(disk!.map);
          expect(each.editor.store.getState().saving).toBe('saved');
        }
        const lost = [...added].filter((id) => !removed.has(id) && !(id in disk!.map.notes));
        expect(lost).toEqual([]);
        for (const each of tabs) each.editor.close();
      }),
      { numRuns: runs(12, 2_000) },
    );
  },
  runs(60_000, 1_800_000),
);
