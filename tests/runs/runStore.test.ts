import { describe, expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { EditorState } from '../../src/editing/editorState';
import { simulate as walkHere } from '../../src/simulation';
import { measureOf } from '../../src/kpis';
import { createRunStore } from '../../src/runs/store/runStore';
import type { Simulate } from '../../src/insight/simulate';
import { createSurvival } from '../../src/runs/survival';
import { coachingLive } from './coachinglive';
import { shelf } from './shelf';

const map = coachingLive();
/** Nothing was ever cut off. */
const survival = createSurvival(
  null,
  { stay: () => undefined, isThere: () => Promise.resolve(false) },
  '',
);
const request = { scenario: null, customers: 60, seed: 3 };

/** On this thread. */
const here: Simulate = (given, scenario, { measured, ...options }) =>
  walkHere(given, scenario, { ...options, ...(measured && { measure: measureOf(given) }) });

function begin(simulate: Simulate = here) {
  const storage = shelf();
  const store = createStore(() => ({ map }) as EditorState);
  const runs = createRunStore({
    editor: { store },
    storage,
    simulate,
    survival,
    titleOf: () => 'A run',
  });
  const stop = runs.follow();
  return { runs, storage, store, stop, state: () => runs.store.getState() };
}

/** A few customers, whoever asks for how many. */
const quick: Simulate = (given, scenario, options) =>
  walkHere(given, scenario, { ...options, customers: Math.min(options.customers ?? 60, 60) });

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('running the map', () => {
  test('keeps the run with its seed, scenario and map revision, and shows it', async () => {
    const { runs, storage, state } = begin();
    const done = await runs.simulate(request);
    await settled();
    expect(state()).toMatchObject({ isShown: true, progress: null, failure: null });
    expect(state().current).toBe(done);
    const [kept] = storage.kept.values();
    expect(kept).toMatchObject({ seed: 3, scenario: null, customers: 60, title: 'A run' });
    expect(kept?.mapRevision).toMatch(/^[0-9a-f]{64}$/);
    expect(Object.keys(done!.result.kpis).length).toBeGreaterThan(0);
  });

  test('the same seed gives the same result, and another seed another', async () => {
    const { runs } = begin();
    const one = await runs.simulate(request);
    const two = await runs.simulate(request);
    const other = await runs.simulate({ ...request, seed: 4 });
    expect(two?.result).toEqual(one?.result);
    expect(other?.result.total).not.toEqual(one?.result.total);
  });

  test('opening a kept run brings back its very result', async () => {
    const { runs, state } = begin();
    const one = await runs.simulate(request);
    await settled();
    await runs.simulate({ ...request, seed: 9 });
    await runs.open(one!.summary.id);
    expect(state().current?.result).toEqual(one?.result);
  });

  test('cancelling ends at once and leaves the run before it in place', async () => {
    const endless: Simulate = (_map, _scenario, { signal }) =>
      new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason as Error));
      });
    const { runs, state } = begin(endless);
    const running = runs.simulate(request);
    await settled();
    expect(state().progress).toBe(0);
    runs.cancel();
    expect(state()).toMatchObject({ progress: null, isSlow: false, failure: null });
    expect(await running).toBeNull();
  });

  test('stopping a run that has said something shows what it has, as a part, and keeps nothing', async () => {
    const walking: Simulate = async (given, scenario, { enough, onHeadline, ...options }) => {
      const part = await walkHere(given, scenario, { ...options, to: 20 });
      onHeadline?.({ customers: 20, total: part.total, campaignFixedCost: 0 });
      await new Promise((resolve) => enough?.addEventListener('abort', resolve));
      return part;
    };
    const { runs, storage, state } = begin(walking);
    const running = runs.simulate(request);
    await expect.poll(() => state().soFar?.customers).toBe(20);
    runs.cancel();
    expect(state()).toMatchObject({ progress: null, isSlow: false, soFar: null });
    const part = await running;
    await settled();
    expect(state().current).toBe(part);
    expect(part?.result.customers).toEqual({ from: 0, to: 20, of: 60 });
    expect(storage.kept.size).toBe(0);
  });

  test('progress is reported only once a run lasts longer than 200 ms', async () => {
    const slow: Simulate = async (...given) => {
      await new Promise((resolve) => setTimeout(resolve, 320));
      return walkHere(...given);
    };
    const { runs, state } = begin(slow);
    const running = runs.simulate(request);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(state().isSlow).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 160));
    expect(state().isSlow).toBe(true);
    await running;
    expect(state().isSlow).toBe(false);
  });

  test('a worker that breaks is reported, and the map is the same afterwards', async () => {
    const { runs, state, store } = begin(() => Promise.reject(new Error('out of memory')));
    const before = JSON.stringify(store.getState().map);
    expect(await runs.simulate(request)).toBeNull();
    expect(state()).toMatchObject({ failure: 'worker', current: null, progress: null });
    expect(JSON.stringify(store.getState().map)).toBe(before);
  });

  test('a map nobody can enter is refused with its reason', async () => {
    const { runs, state, store } = begin();
    store.setState({ map: { ...map, touchpoints: {}, transitions: {} } });
    await runs.simulate(request);
    expect(state().failure).toBe('no-entry');
  });

  test('a run that cannot be kept is still shown, and said to be lost with the page', async () => {
    const { runs, storage, state } = begin();
    storage.state.broken = true;
    await runs.simulate(request);
    await settled();
    expect(state().isUnsaved).toBe(true);
    expect(state().current).not.toBeNull();
  });

  test('a deleted run can be put back as it was', async () => {
    const { runs, storage, state } = begin();
    const done = await runs.simulate(request);
    await settled();
    const putBack = await runs.remove(done!.summary.id);
    expect(state().current).toBeNull();
    expect(storage.kept.size).toBe(0);
    await putBack();
    expect(storage.kept.get(done!.summary.id)?.result).toEqual(done?.result);
  });

  test('a run that is removed is compared with no longer, and the one that is shown stays', async () => {
    const { runs, state } = begin();
    const before = await runs.simulate({ ...request, seed: 8 });
    await settled();
    const shown = await runs.simulate(request);
    await settled();
    await runs.compareWith(before!.summary.id);
    expect(state().comparison?.summary.id).toBe(before!.summary.id);
    await runs.remove(before!.summary.id);
    expect(state().comparison).toBeNull();
    expect(state().current?.summary.id).toBe(shown!.summary.id);
  });

  test('the list of kept runs follows what other tabs keep, until the map is left', async () => {
    const { runs, storage, state, stop } = begin();
    const done = await runs.simulate(request);
    await settled();
    const theirs = { ...storage.kept.get(done!.summary.id)!, id: 'theirs' };
    await storage.saveRun(theirs);
    await settled();
    expect(state().runs?.map(({ id }) => id)).toEqual(['theirs', done!.summary.id]);
    stop();
    await storage.removeRun('theirs');
    await settled();
    expect(state().runs).toHaveLength(2);
  });

  test('a page that is opened again shows the newest run as it was', async () => {
    const { runs, storage, store, stop } = begin();
    await runs.simulate({ ...request, seed: 8 });
    await settled();
    const newest = await runs.simulate(request);
    await settled();
    stop();
    const titleOf = () => 'A run';
    const again = createRunStore({
      editor: { store },
      storage,
      simulate: walkHere,
      survival,
      titleOf,
    });
    again.follow();
    await settled();
    expect(again.store.getState().current?.result).toEqual(newest?.result);
    expect(again.store.getState().isShown).toBe(true);
  });

  test('what another build wrote is not taken for a result', async () => {
    const { runs, storage, state } = begin();
    const done = await runs.simulate(request);
    await settled();
    const { id } = done!.summary;
    storage.kept.set(id, { ...storage.kept.get(id)!, result: { format: 'other' } });
    runs.show(false);
    await runs.compareWith(id);
    expect(state()).toMatchObject({ failure: 'unreadable', comparison: null });
  });
});

describe('a run nobody asked for', () => {
  test('is done again when the map has rested after an edit, and kept by nobody', async () => {
    const { storage, store, state } = begin(quick);
    await expect.poll(() => state().current, { timeout: 5_000 }).not.toBeNull();
    const first = state().current!;
    expect(state().isPreview).toBe(true);
    store.setState({ map: { ...map, title: 'Another' } });
    await expect
      .poll(() => state().current?.summary.id, { timeout: 5_000 })
      .not.toBe(first.summary.id);
    expect(state().current?.summary.mapRevision).toBe(state().revision);
    expect(storage.kept.size).toBe(0);
  });

  test('comes to a map without a run as soon as it can be walked, and goes when it cannot any more', async () => {
    const touchpoints = Object.fromEntries(
      Object.entries(map.touchpoints).filter(([, { kind }]) => kind !== 'outcome'),
    );
    const { store, state } = begin(quick);
    await settled();
    store.setState({ map: { ...map, touchpoints } });
    await expect.poll(() => state().current, { timeout: 5_000 }).toBeNull();
    store.setState({ map });
    await expect.poll(() => state().isPreview, { timeout: 5_000 }).toBe(true);
    expect(state()).toMatchObject({ isShown: true });
    expect(state().current?.summary.mapRevision).toBe(state().revision);
    store.setState({ map: { ...map, touchpoints } });
    await expect.poll(() => state().current, { timeout: 5_000 }).toBeNull();
  });

  test('leaves alone the run that was asked for', async () => {
    const { runs, store, state } = begin(quick);
    const asked = await runs.simulate(request);
    store.setState({ map: { ...map, title: 'Another' } });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(state()).toMatchObject({ current: asked, isPreview: false });
  });

  test('can be asked for at once, with the same customers and luck', async () => {
    const { runs, store, state } = begin(quick);
    await runs.simulate(request);
    store.setState({ map: { ...map, title: 'Another' } });
    await runs.preview();
    expect(state().isPreview).toBe(true);
    expect(state().current?.summary).toMatchObject(request);
  });
});
