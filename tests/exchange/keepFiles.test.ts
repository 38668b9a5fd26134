import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ReadFile } from '../../src/exchange/browser/mapFile';
import { newMap } from '../../src/map/records';
import type { JourneyMap } from '../../src/map/schema';
import { parseMap, serialise } from '../../src/map/text';
import { openStorage, type Storage } from '../../src/storage';
import { answersTo, arrivalOf, type ArrivalChoice } from '../../src/exchange/library/arrival';
import { keepFiles, type KeepEvents } from '../../src/exchange/library/keepFiles';

let storage: Storage;
let events: { [Name in keyof KeepEvents]: ReturnType<typeof vi.fn> };
let map: JourneyMap;

beforeEach(async () => {
  storage = await openStorage({
    factory: null,
    local: null,
    session: null,
    folder: null,
    channel: null,
  });
  events = { tell: vi.fn(), fail: vi.fn(), ask: vi.fn(), onOpen: vi.fn(), onReplace: vi.fn() };
  map = newMap({ title: 'Mine' });
  return () => storage.close();
});

const fileOf = (text: string): ReadFile => ({
  name: 'a.journey.json',
  result: parseMap(text),
  notCarried: [],
});
const take = (...files: ReadFile[]) => keepFiles(files, storage, events as KeepEvents);
const answer = (given: ArrivalChoice | null) => events.ask.mockResolvedValue(given);
const titles = async () => (await storage.list()).map(({ title }) => title).sort();

describe('a file', () => {
  test('with a map nobody has becomes that map, with its own id', async () => {
    await take(fileOf(serialise(map)));
    expect(events.ask).not.toHaveBeenCalled();
    expect(events.onOpen).toHaveBeenCalledWith(map.id);
    expect(await titles()).toEqual(['Mine']);
  });

  test('that says the same as the map here opens it without a question', async () => {
    await storage.create(map);
    await take(fileOf(serialise(map)));
    expect(events.ask).not.toHaveBeenCalled();
    expect(events.onOpen).toHaveBeenCalledWith(map.id);
  });

  describe('that says something else than the map here', () => {
    const other = () => fileOf(serialise({ ...map, title: 'Theirs' }));
    beforeEach(async () => {
      await storage.create(map);
    });

    test('changes nothing until somebody answers, nor when nobody does', async () => {
      answer(null);
      await take(other());
      expect(events.ask).toHaveBeenCalledOnce();
      expect(events.onOpen).not.toHaveBeenCalled();
      expect(await titles()).toEqual(['Mine']);
    });

    test('can be left aside for the one here', async () => {
      answer('open');
      await take(other());
      expect(events.onOpen).toHaveBeenCalledWith(map.id);
      expect(await titles()).toEqual(['Mine']);
    });

    test('can stand beside it under a new id', async () => {
      answer('both');
      await take(other());
      expect(await titles()).toEqual(['Mine', 'Theirs']);
      expect(events.onOpen).not.toHaveBeenCalledWith(map.id);
    });

    test('replaces it only by an edit, never in the store', async () => {
      answer('replace');
      await take(other());
      expect(events.onReplace).toHaveBeenCalledWith(expect.objectContaining({ title: 'Theirs' }));
      expect(await titles()).toEqual(['Mine']);
    });

    test('can take the one here out of the bin', async () => {
      await storage.remove(map.id);
      answer('open');
      await take(other());
      expect(events.onOpen).toHaveBeenCalledWith(map.id);
      expect((await storage.list())[0]?.deletedAt).toBeNull();
    });
  });

  test('that is no map is reported, and the next one is opened all the same', async () => {
    await take(fileOf('{'), fileOf(serialise(map)));
    expect(events.tell).toHaveBeenCalledTimes(2);
    expect(events.onOpen).toHaveBeenCalledExactlyOnceWith(map.id);
  });

  test('that cannot be kept says why', async () => {
    storage.create = () => Promise.reject(new Error('no'));
    await take(fileOf(serialise(map)));
    expect(events.fail).toHaveBeenCalledOnce();
    expect(events.onOpen).not.toHaveBeenCalled();
  });
});

test('of several files the first that came in is shown', async () => {
  const second = newMap({ title: 'Second' });
  await take(fileOf(serialise(map)), fileOf(serialise(second)));
  expect(events.onOpen).toHaveBeenCalledExactlyOnceWith(map.id);
  expect(await titles()).toEqual(['Mine', 'Second']);
});

test('of several files the first stays in sight where nothing is done with the second', async () => {
  const other = newMap({ title: 'Other' });
  await storage.create(other);
  answer(null);
  const third = newMap({ title: 'Third' });
  const theirs = fileOf(serialise({ ...other, title: 'Theirs' }));
  await take(fileOf(serialise(map)), theirs, fileOf(serialise(third)));
  expect(events.onOpen).toHaveBeenCalledExactlyOnceWith(map.id);
});

test('a map that cannot be read is never written over', async () => {
  const here = { ...(await storage.create(map)), unreadable: true };
  const arrival = arrivalOf({ id: map.id, revision: 'r' }, [here], null);
  expect(arrival.kind).toBe('differs');
  expect(answersTo(arrival)).toEqual(['both', 'open']);
});
