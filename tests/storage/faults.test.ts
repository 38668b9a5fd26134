import { afterEach, describe, expect, it, vi } from 'vitest';
import { addRecord } from '../../src/map/edits';
import { newId } from '../../src/map/records';
import type { JourneyMap } from '../../src/map/schema';
import type { Storage } from '../../src/storage';
import { deep } from '../support/runs';
import { edited, emptyMap, profile, tab } from './support';

/**
 * Every operation that storage asks of IndexedDB fails once, or from then on: the n-th by throwing,
 * by a failing request that aborts its transaction, or as a full disk.
 */
const KINDS = ['throws', 'aborts', 'is full'] as const;
type Kind = (typeof KINDS)[number];

type Operation = (this: IDBObjectStore, ...args: unknown[]) => IDBRequest;
type Begin = (this: IDBDatabase, ...args: unknown[]) => IDBTransaction;

interface Faults {
  /** Operations counted since the faults were armed. */
  count: number;
  hit: boolean;
  arm(): void;
}

/** To be called before the database is opened: Dexie keeps the `transaction` it finds then. */
function failAt(place: number, kind: Kind, forever: boolean): Faults {
  let isArmed = false;
  // Dexie says there whenever it opens the database anew.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const faults: Faults = {
    count: 0,
    hit: false,
    arm: () => {
      isArmed = true;
    },
  };
  const due = () => {
    if (!isArmed) return false;
    faults.count += 1;
    const now = forever ? faults.count >= place : faults.count === place;
    faults.hit ||= now;
    return now;
  };
  for (const method of ['put', 'get', 'getAll', 'delete'] as const) {
    const prototype = IDBObjectStore.prototype as unknown as Record<string, Operation>;
    const original: Operation = prototype[method]!;
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
      this: IDBObjectStore,
      ...args: unknown[]
    ) {
      if (!due()) return original.apply(this, args);
      if (kind === 'throws') throw new DOMException('broken', 'UnknownError');
      if (kind === 'is full') throw new DOMException('full', 'QuotaExceededError');
      const request = original.apply(this, args);
      this.transaction.abort();
      return request as never;
    });
  }
  const begin = (IDBDatabase.prototype as unknown as { transaction: Begin }).transaction;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: IDBDatabase,
    ...args
  ) {
    if (due() && kind === 'throws') throw new DOMException('lost', 'InvalidStateError');
    return begin.apply(this, args);
  });
  return faults;
}

/** Twelve edits of two records each, big enough that snapshots are written in between. */
async function work(storage: Storage, map: JourneyMap) {
  const acknowledged: number[] = [];
  let now = map;
  let head = 0;
  for (let number = 0; number < 12; number += 1) {
    const step = edited(now, (draft) => {
      addRecord('notes', { text: `${number} ${'x'.repeat(10_000)}` }, newId())(draft);
      addRecord('stages', { name: `${number}` }, newId())(draft);
    });
    // Tried twice, as an editor would; given up after that.
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const result = await storage.append({
        mapId: map.id,
        expectedHead: head,
        entries: [step.entry],
      });
      if (result.status !== 'saved') continue;
      acknowledged.push(number);
      now = step.map;
      head = result.head;
      break;
    }
    if (number % 4 === 3) await storage.settle();
  }
  return acknowledged;
}

describe('storage whose every operation may fail', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  for (const kind of KINDS) {
    for (const forever of [false, true]) {
      it(`${kind}, ${forever ? 'for ever' : 'once'}: loses no acknowledged edit and tears none`, async () => {
        let tried = 0;
        // Thirteen steps at a time keep the usual run short; the deep run takes every one.
        for (let place = 1; ; place += deep ? 1 : 13) {
          const home = profile();
          const faults = failAt(place, kind, forever);
          const storage = await tab(home);
          const map = emptyMap();
          await storage.create(map);
          faults.arm();
          const acknowledged = await work(storage, map);
          vi.restoreAllMocks();
          const after = await (await tab(home)).openMap(map.id);
          const notes = Object.values(after!.map.notes).map(({ text }) => Number.parseInt(text));
          const stages = Object.values(after!.map.stages).map(({ name }) => Number(name));
          expect(notes.sort(byNumber)).toEqual(stages.sort(byNumber));
          for (const number of acknowledged) expect(notes).toContain(number);
          expect(after!.skipped).toBe(0);
          expect(after!.head).toBe(notes.length);
          if (!forever) expect(acknowledged.length).toBeGreaterThanOrEqual(11);
          if (!faults.hit) break;
          tried += 1;
        }
        expect(tried).toBeGreaterThan(5);
      }, 120_000);
    }
  }
});

const byNumber = (a: number, b: number) => a - b;
