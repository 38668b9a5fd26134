/** An editor without an interface, for the tests that kill it (tests/e2e/storage.e2e.ts). */
import { addRecord } from '../../../src/map/edits';
import { newId } from '../../../src/map/records';
import { openStorage, type NewEntry, type Storage } from '../../../src/storage';
import { edited, emptyMap } from '../edits';

export interface Found {
  /** Numbers of the edits whose note is there, and of those whose stage is: the same, unless torn. */
  notes: number[];
  stages: number[];
  skipped: number;
  undo: number;
  restored: number;
  lost: number;
}

export interface Harness {
  create(): Promise<string>;
  /** Edits one after the other until the page ends; tells each that is acknowledged. */
  editOn(mapId: string, from: number): Promise<never>;
  /** Makes an edit that is not saved before the page is left. */
  leaveWith(mapId: string, number: number): Promise<void>;
  /**
   * Edits on as `editOn` does, and leaves what is on its way when the page goes: there is always an
   * append in flight then. The number of that edit is in local storage afterwards.
   */
  leaveDuring(mapId: string, from: number): Promise<never>;
  /** The number `leaveDuring` has left. */
  left(): number;
  find(mapId: string): Promise<Found>;
  settle(): Promise<void>;
}

declare global {
  var harness: Harness;
  /** Given by the test. */
  var acknowledged: (number: number) => Promise<void>;
}

const storage: Storage = await openStorage();

async function open(mapId: string) {
  const opened = await storage.openMap(mapId);
  if (!opened) throw new Error(`no map ${mapId}`);
  return opened;
}

/** Two records in one entry, so that half an edit would show. */
function pair(map: Parameters<typeof edited>[0], number: number) {
  return edited(map, (draft) => {
    addRecord('notes', { text: String(number) }, newId())(draft);
    addRecord('stages', { name: String(number) }, newId())(draft);
  });
}

globalThis.harness = {
  async create() {
    const map = emptyMap('Under test');
    await storage.create(map);
    return map.id;
  },
  async editOn(mapId, from) {
    let { map, head } = await open(mapId);
    for (let number = from; ; number += 1) {
      const step = pair(map, number);
      const request = { mapId, expectedHead: head, entries: [step.entry] };
      const result = await storage.append(request);
      if (result.status !== 'saved') throw new Error(JSON.stringify(result));
      map = step.map;
      head = result.head;
      await globalThis.acknowledged(number);
    }
  },
  async leaveWith(mapId, number) {
    const { map, head } = await open(mapId);
    const entries: NewEntry[] = [pair(map, number).entry];
    const leave = () => {
      storage.appendOnLeave({ mapId, expectedHead: head, entries });
    };
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') leave();
    });
  },
  async leaveDuring(mapId, from) {
    let { map, head } = await open(mapId);
    let pending: NewEntry[] = [];
    let number = from;
    addEventListener('pagehide', () => {
      storage.appendOnLeave({ mapId, expectedHead: head, entries: pending });
      localStorage.setItem('left', String(number));
    });
    for (; ; number += 1) {
      const step = pair(map, number);
      pending = [step.entry];
      const result = await storage.append({ mapId, expectedHead: head, entries: pending });
      // What the page leaves while it stays for a moment may be collected, and then comes back.
      if (result.status !== 'saved') return new Promise<never>(() => undefined);
      map = step.map;
      head = result.head;
      void globalThis.acknowledged(number);
    }
  },
  left: () => Number(localStorage.getItem('left')),
  async find(mapId) {
    const { map, skipped, undo } = await open(mapId);
    const { recovery } = storage.status;
    return {
      notes: Object.values(map.notes).map(({ text }) => Number(text)),
      stages: Object.values(map.stages).map(({ name }) => Number(name)),
      skipped,
      undo: undo.length,
      restored: recovery?.restored.length ?? 0,
      lost: recovery?.lost.length ?? 0,
    };
  },
  settle: () => storage.settle(),
};
