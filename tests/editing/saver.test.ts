import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Keeper, SaveState } from '../../src/editing/journalSync';
import { createSaver } from '../../src/editing/saver';
import { currentMap } from '../../src/editing/timeline';
import { applyEdit, type Edit, removeRecords, setField, setMapField } from '../../src/map/edits';
import { newMap } from '../../src/map/records';
import type { JourneyMap } from '../../src/map/schema';
import type { AppendResult, JournalEntry, MapNews, NewEntry } from '../../src/storage';

const AD = 'touchpoint-ad';
const MAP = newMap({ title: 'Shop', touchpoints: { [AD]: { name: 'Ad' } } });
const titled = (title: string) => setMapField(['title'], title);
const named = (name: string) => setField('touchpoints', AD, ['name'], name);

function entry(id: string, edit: Edit, map = MAP): NewEntry {
  const { patches, inverse } = applyEdit(map, edit);
  return { id, gesture: id, kind: 'edit', label: 'canvas.step.move', patches, inverse };
}

const kept = (news: NewEntry, seq: number): JournalEntry => ({
  ...news,
  mapId: MAP.id,
  seq,
  tab: 'other',
  at: '',
});

const saved = (head: number): AppendResult => ({ status: 'saved', head, durable: true });

/** A saver at entry 3 of the journal, with storage that answers as the test says. */
function open() {
  const answers: AppendResult[] = [];
  let tell: (news: MapNews) => void = () => undefined;
  const subscription = { advance: vi.fn(), stop: vi.fn() };
  const keeper = {
    append: vi.fn<Keeper['append']>(({ entries, expectedHead }) =>
      Promise.resolve(answers.shift() ?? saved(expectedHead + entries.length)),
    ),
    appendOnLeave: vi.fn<Keeper['appendOnLeave']>(),
    openMap: vi.fn<Keeper['openMap']>(() => Promise.resolve(null)),
    subscribe: vi.fn<Keeper['subscribe']>((_map, _head, listener) => {
      tell = listener;
      return subscription;
    }),
  };
  const states: SaveState[] = [];
  const shown: JourneyMap[] = [];
  const gone = vi.fn();
  const setAside = vi.fn();
  const start = { head: 3, confirmed: MAP, pending: [] };
  const saver = createSaver(MAP.id, start, keeper, {
    changed: (timeline) => shown.push(currentMap(timeline)),
    gone,
    setAside,
    state: (state) => states.push(state),
  });
  return {
    saver,
    keeper,
    subscription,
    states,
    shown,
    gone,
    setAside,
    answer: (...next: AppendResult[]) => answers.push(...next),
    tell: (news: MapNews) => {
      tell(news);
    },
    /** The ids of the entries of each append, and the head it expected. */
    appends: () =>
      keeper.append.mock.calls.map(([{ expectedHead, entries }]) => [
        expectedHead,
        ...entries.map(({ id }) => id),
      ]),
  };
}

const soon = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('an edit', () => {
  test('is written at once, and saved when storage has it', async () => {
    const { saver, appends, states, subscription } = open();
    saver.add(entry('one', titled('A')), false);
    expect(states).toEqual(['saving']);
    await soon();
    expect(appends()).toEqual([[3, 'one']]);
    expect(states.at(-1)).toBe('saved');
    expect(subscription.advance).toHaveBeenCalledWith(4);
  });

  test('of a gesture waits 80 ms for the gesture to go on', async () => {
    const { saver, appends } = open();
    saver.add(entry('one', titled('A')), true);
    await vi.advanceTimersByTimeAsync(79);
    expect(appends()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(appends()).toEqual([[3, 'one']]);
  });

  test('of a gesture is written with those that came meanwhile, counted from the first', async () => {
    const { saver, appends } = open();
    saver.add(entry('one', titled('A')), true);
    await vi.advanceTimersByTimeAsync(60);
    saver.add(entry('two', titled('Ab')), true);
    await vi.advanceTimersByTimeAsync(20);
    expect(appends()).toEqual([[3, 'one', 'two']]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(appends()).toHaveLength(1);
  });

  test('that cannot wait takes along what waits', async () => {
    const { saver, appends } = open();
    saver.add(entry('one', titled('A')), true);
    saver.add(entry('two', named('B')), false);
    await soon();
    expect(appends()).toEqual([[3, 'one', 'two']]);
    await vi.advanceTimersByTimeAsync(80);
    expect(appends()).toHaveLength(1);
  });

  test('made while another is written is written next, behind it', async () => {
    const { saver, appends } = open();
    saver.add(entry('one', titled('A')), false);
    await Promise.resolve();
    saver.add(entry('two', named('B')), false);
    await soon();
    expect(appends()).toEqual([
      [3, 'one'],
      [4, 'two'],
    ]);
  });

  test('kept only in memory is said to be so', async () => {
    const { saver, states, answer } = open();
    answer({ status: 'saved', head: 4, durable: false });
    saver.add(entry('one', titled('A')), false);
    await soon();
    expect(states.at(-1)).toBe('memory');
  });

  test('is patches of its own: the entry that was handed in is not changed', async () => {
    const { saver, keeper } = open();
    const news = entry('one', titled('A'));
    saver.add(news, false);
    await soon();
    const [written] = keeper.append.mock.calls[0]![0].entries;
    expect(written).toEqual(news);
    expect(written?.patches).not.toBe(news.patches);
  });
});

describe('flushing', () => {
  test('writes what waits, once', async () => {
    const { saver, appends } = open();
    saver.add(entry('one', titled('A')), true);
    await saver.flush();
    expect(appends()).toEqual([[3, 'one']]);
    await vi.advanceTimersByTimeAsync(80);
    expect(appends()).toHaveLength(1);
  });

  test('with nothing to write asks nothing of storage', async () => {
    const { saver, appends, states } = open();
    await saver.flush();
    expect(appends()).toEqual([]);
    expect(states).toEqual([]);
  });
});

describe('a write that fails', () => {
  const full: AppendResult = { status: 'failed', failure: 'full', reason: 'no room' };

  test('says so, with the reason, and keeps the edit', async () => {
    const { saver, states, answer, appends } = open();
    answer(full);
    saver.add(entry('one', titled('A')), true);
    await expect(saver.flush()).rejects.toMatchObject({
      name: 'SaveFailed',
      failure: 'full',
      message: 'no room',
    });
    expect(states.at(-1)).toBe('failed');
    await saver.flush();
    expect(appends()).toEqual([
      [3, 'one'],
      [3, 'one'],
    ]);
    expect(states.at(-1)).toBe('saved');
  });

  test('is tried again after five seconds', async () => {
    const { saver, appends, answer, states } = open();
    answer(full);
    saver.add(entry('one', titled('A')), false);
    await soon();
    expect(states.at(-1)).toBe('failed');
    await vi.advanceTimersByTimeAsync(4_999);
    expect(appends()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(appends()).toHaveLength(2);
    expect(states.at(-1)).toBe('saved');
  });
});

describe('another tab that was faster', () => {
  test('has its entries put first, and ours written behind them', async () => {
    const { saver, answer, appends, shown, states } = open();
    answer({ status: 'conflict', head: 4, entries: [kept(entry('theirs', named('Theirs')), 4)] });
    saver.add(entry('one', titled('Ours')), false);
    await soon();
    expect(appends()).toEqual([
      [3, 'one'],
      [4, 'one'],
    ]);
    expect(shown).toHaveLength(1);
    expect(shown[0]).toMatchObject({ title: 'Ours', touchpoints: { [AD]: { name: 'Theirs' } } });
    expect(states.at(-1)).toBe('saved');
  });

  test('is shown as soon as it is heard of', async () => {
    const { tell, shown } = open();
    const news = kept(entry('theirs', named('Theirs')), 4);
    tell({ kind: 'entries', entries: [news], head: 4 });
    await soon();
    expect(shown.map(({ touchpoints }) => touchpoints[AD]?.name)).toEqual(['Theirs']);
  });

  test('is taken over once, however often it is announced', async () => {
    const { saver, tell, shown, appends } = open();
    const news = kept(entry('theirs', named('Theirs')), 4);
    tell({ kind: 'entries', entries: [news], head: 4 });
    tell({ kind: 'entries', entries: [news], head: 4 });
    tell({ kind: 'entries', entries: [kept(entry('old', named('Old')), 3)], head: 3 });
    await soon();
    expect(shown).toHaveLength(1);
    saver.add(entry('one', titled('A')), false);
    await soon();
    expect(appends()).toEqual([[4, 'one']]);
  });

  test('has removed more of the journal than we can follow: the map is read anew', async () => {
    const { saver, keeper, answer, shown, appends } = open();
    keeper.openMap.mockResolvedValueOnce({
      map: { ...MAP, description: 'read anew' },
      head: 20,
      durable: true,
      skipped: 0,
      written: [],
      undo: [],
      redo: [],
    });
    answer({ status: 'stale', head: 20 });
    saver.add(entry('one', titled('Ours')), false);
    await soon();
    expect(keeper.openMap).toHaveBeenCalledWith(MAP.id);
    expect(shown[0]).toMatchObject({ title: 'Ours', description: 'read anew' });
    expect(appends().at(-1)).toEqual([20, 'one']);
  });

  test('tells that we have missed too much: the map is read anew', async () => {
    const { keeper, tell, shown } = open();
    keeper.openMap.mockResolvedValueOnce({
      map: { ...MAP, title: 'read anew' },
      head: 20,
      durable: true,
      skipped: 0,
      written: [],
      undo: [],
      redo: [],
    });
    tell({ kind: 'stale', head: 20 });
    await soon();
    expect(shown.map(({ title }) => title)).toEqual(['read anew']);
  });

  test('deleted the map: that is reported, also when it is found out by reading', async () => {
    const { tell, gone, shown } = open();
    tell({ kind: 'gone' });
    await soon();
    expect(gone).toHaveBeenCalledTimes(1);
    tell({ kind: 'stale', head: 20 });
    await soon();
    expect(gone).toHaveBeenCalledTimes(2);
    expect(shown).toEqual([]);
  });
});

describe('a page that goes away', () => {
  test('hands over what waits, in one call', () => {
    const { saver, keeper } = open();
    saver.add(entry('one', titled('A')), true);
    saver.add(entry('two', named('B')), true);
    saver.leave();
    expect(keeper.appendOnLeave).toHaveBeenCalledOnce();
    expect(keeper.appendOnLeave.mock.calls[0]?.[0]).toMatchObject({
      mapId: MAP.id,
      expectedHead: 3,
      entries: [{ id: 'one' }, { id: 'two' }],
    });
  });

  test('hands over nothing when everything is saved', async () => {
    const { saver, keeper } = open();
    saver.add(entry('one', titled('A')), false);
    await soon();
    saver.leave();
    expect(keeper.appendOnLeave).not.toHaveBeenCalled();
  });
});

describe('closing', () => {
  test('hands over what waits, stops the clock and listens no longer', async () => {
    const { saver, keeper, subscription, appends } = open();
    saver.add(entry('one', titled('A')), true);
    saver.close();
    expect(keeper.appendOnLeave).toHaveBeenCalledOnce();
    expect(subscription.stop).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(appends()).toEqual([]);
  });

  test('began with listening from where the map was read', () => {
    const { keeper } = open();
    expect(keeper.subscribe.mock.calls[0]?.slice(0, 2)).toEqual([MAP.id, 3]);
  });
});

/** What a keeper reads again: our map under another description, up to an entry. */
const readAnew = (head: number, written: string[] = []) => ({
  map: { ...MAP, description: 'read anew' },
  head,
  durable: true,
  skipped: 0,
  written,
  undo: [],
  redo: [],
});

describe('what somebody else has brought to disk for this tab', () => {
  test('is not written again, and what came between is shown', async () => {
    const { saver, answer, appends, shown, states } = open();
    const ours = entry('one', titled('Ours'));
    answer({
      status: 'conflict',
      head: 5,
      entries: [kept(entry('theirs', named('Theirs')), 4), kept(ours, 5)],
    });
    saver.add(ours, false);
    await soon();
    expect(appends()).toEqual([[3, 'one']]);
    expect(shown.at(-1)).toMatchObject({
      title: 'Ours',
      touchpoints: { [AD]: { name: 'Theirs' } },
    });
    expect(states.at(-1)).toBe('saved');
  });

  test('is known from news too', async () => {
    const { saver, tell, answer, appends, shown } = open();
    const ours = entry('one', titled('Ours'));
    answer({ status: 'failed', failure: 'full', reason: 'no room' });
    saver.add(ours, false);
    await soon();
    tell({
      kind: 'entries',
      entries: [kept(ours, 4), kept(entry('two', titled('Later')), 5)],
      head: 5,
    });
    await soon();
    expect(shown.at(-1)?.title).toBe('Later');
    await saver.flush();
    expect(appends()).toHaveLength(1);
  });

  test('is known after the map was read anew', async () => {
    const { saver, keeper, answer, appends, states } = open();
    keeper.openMap.mockResolvedValueOnce(readAnew(20, ['one']));
    answer({ status: 'stale', head: 20 });
    saver.add(entry('one', titled('Ours')), false);
    await soon();
    expect(appends()).toEqual([[3, 'one']]);
    expect(states.at(-1)).toBe('saved');
  });
});

describe('a tab that is not where the disk is', () => {
  test('reads the map anew where entries are missing between', async () => {
    const { tell, keeper, shown } = open();
    keeper.openMap.mockResolvedValueOnce(readAnew(6));
    tell({ kind: 'entries', entries: [kept(entry('six', named('Six')), 6)], head: 6 });
    await soon();
    expect(shown.map(({ description }) => description)).toEqual(['read anew']);
  });

  test('reads the map anew where entries do not fit what it shows', async () => {
    const { tell, keeper, shown } = open();
    keeper.openMap.mockResolvedValueOnce(readAnew(4));
    const nowhere = { op: 'replace', path: ['touchpoints', 'nosuchcard00', 'name'], value: 'x' };
    tell({
      kind: 'entries',
      entries: [kept({ ...entry('four', named('Four')), patches: [nowhere as never] }, 4)],
      head: 4,
    });
    await soon();
    expect(shown.map(({ description }) => description)).toEqual(['read anew']);
  });

  test('says how many edits could not be made again', async () => {
    const { saver, answer, setAside, shown, states } = open();
    const gone = entry('theirs', removeRecords([{ collection: 'touchpoints', id: AD }]));
    answer({ status: 'conflict', head: 4, entries: [kept(gone, 4)] });
    saver.add(entry('one', named('Ours')), false);
    await soon();
    expect(setAside).toHaveBeenCalledExactlyOnceWith(1);
    expect(shown.at(-1)?.touchpoints).toEqual({});
    expect(states.at(-1)).toBe('saved');
  });

  test('gives up an edit that can never be written, and writes the others', async () => {
    const { saver, keeper, answer, setAside, appends, states } = open();
    keeper.openMap.mockResolvedValueOnce(readAnew(3));
    answer({ status: 'unfit', ids: ['one'] });
    saver.add(entry('one', named('Never')), true);
    saver.add(entry('two', titled('Kept')), false);
    await soon();
    expect(appends()).toEqual([
      [3, 'one', 'two'],
      [3, 'two'],
    ]);
    expect(setAside).toHaveBeenCalledExactlyOnceWith(1);
    expect(states.at(-1)).toBe('saved');
  });

  test('does not try for ever where storage contradicts itself', async () => {
    const { saver, keeper, appends, states } = open();
    keeper.append.mockResolvedValue({ status: 'conflict', head: 3, entries: [] });
    keeper.openMap.mockResolvedValue(readAnew(3));
    saver.add(entry('one', titled('Ours')), false);
    await soon();
    expect(states.at(-1)).toBe('failed');
    const first = appends().length;
    expect(first).toBeLessThanOrEqual(50);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(appends()).toHaveLength(first);
  });
});
