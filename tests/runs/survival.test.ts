import { describe, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { EditorState } from '../../src/editing/editorState';
import type { Problem } from '../../src/checks';
import type { Simulate } from '../../src/insight/simulate';
import { checkHeld, checking, watchProblems } from '../../src/runs';
import { createRunStore } from '../../src/runs/store/runStore';
import { createSurvival, type MarkBox, type Survival } from '../../src/runs/survival';
import type { CheckClient } from '../../src/runs/workers/checkClient';
import { simulate as walkHere } from '../../src/simulation';
import { WorkerFailed } from '../../src/simulation/worker';
import { coachingLive } from './coachinglive';
import { shelf } from './shelf';

/** A browser whose marks outlive its pages. */
function browser() {
  const marks = new Map<string, string>();
  const alive = new Set<string>();
  const box: MarkBox = {
    getItem: (key) => marks.get(key) ?? null,
    setItem: (key, value) => void marks.set(key, value),
    removeItem: (key) => void marks.delete(key),
  };
  return {
    marks,
    open: (page: string) =>
      createSurvival(
        box,
        { stay: (one) => void alive.add(one), isThere: (one) => Promise.resolve(alive.has(one)) },
        page,
      ),
    crash: (page: string) => alive.delete(page),
  };
}

describe('work that nobody asked for', () => {
  test('that ended is not held against the map, whether it went well or not', async () => {
    const { open, marks } = browser();
    open('first').begin('run', 'map')();
    expect(await open('second').broke('run', 'map')).toBe(false);
    expect(marks.size).toBe(0);
  });

  test('that took the page down is known to the next page, for this map and this work alone', async () => {
    const { open, crash } = browser();
    open('first').begin('run', 'map');
    crash('first');
    const next = open('second');
    expect(await next.broke('run', 'map')).toBe(true);
    expect(await next.broke('check', 'map')).toBe(false);
    expect(await next.broke('run', 'other')).toBe(false);
    next.forgive('run', 'map');
    expect(await next.broke('run', 'map')).toBe(false);
  });

  test('that goes on in another tab, or was left in peace, is not a crash', async () => {
    const { open, crash } = browser();
    const first = open('first');
    first.begin('check', 'map');
    expect(await open('second').broke('check', 'map')).toBe(false);
    first.leave();
    crash('first');
    expect(await open('second').broke('check', 'map')).toBe(false);
  });

  test('that several watchers share is over when the last of them says so', () => {
    const { open, marks } = browser();
    const page = open('first');
    const [one, two] = [page.begin('check', 'map'), page.begin('check', 'map')];
    one();
    one();
    expect(marks.size).toBe(1);
    two();
    expect(marks.size).toBe(0);
  });

  test('is not forgiven while it goes on: a crash after that counts', async () => {
    const { open, crash } = browser();
    const page = open('first');
    page.begin('run', 'map');
    page.forgive('run', 'map');
    crash('first');
    expect(await open('second').broke('run', 'map')).toBe(true);
  });

  test('is begun all the same where the browser forbids to remember anything', async () => {
    const forbidden = () => {
      throw new DOMException('no', 'SecurityError');
    };
    const page = createSurvival(
      { getItem: forbidden, setItem: forbidden, removeItem: forbidden },
      { stay: () => undefined, isThere: () => Promise.resolve(false) },
      'page',
    );
    page.begin('run', 'map')();
    expect(await page.broke('run', 'map')).toBe(false);
  });
});

const map = coachingLive();
const editorOf = () => ({ store: createStore(() => ({ map }) as EditorState) });
const settled = () => new Promise((resolve) => setTimeout(resolve, 60));

describe('a map that the page did not survive', () => {
  function runsOf(survival: Survival, simulate: Simulate) {
    const runs = createRunStore({
      editor: editorOf(),
      storage: shelf(),
      simulate,
      survival,
      titleOf: () => 'A run',
    });
    const stop = runs.follow();
    return { runs, stop };
  }
  const few: Simulate = (given, scenario, options) =>
    walkHere(given, scenario, { ...options, customers: 5 });

  test('is not run by itself, until a run that was asked for has come to its end', async () => {
    const { open, crash } = browser();
    open('first').begin('run', map.id);
    crash('first');
    let walked = 0;
    const counted: Simulate = (...asked) => {
      walked += 1;
      return few(...asked);
    };
    const { runs, stop } = runsOf(open('second'), counted);
    await settled();
    expect([walked, runs.store.getState().isHeld]).toEqual([0, true]);
    await runs.simulate({ scenario: null, customers: 5, seed: 1 });
    expect(runs.store.getState().isHeld).toBe(false);
    expect(await open('third').broke('run', map.id)).toBe(false);
    stop();
  });

  test('is not run by itself again where its worker broke', async () => {
    const { open } = browser();
    const { runs, stop } = runsOf(open('first'), () => Promise.reject(new WorkerFailed('stuck')));
    await vi.waitFor(() => expect(runs.store.getState().isHeld).toBe(true));
    stop();
  });

  test('is not checked by itself, until somebody asks for it', async () => {
    const { open, crash } = browser();
    open('first').begin('check', map.id);
    crash('first');
    const reported: (readonly Problem[])[] = [];
    let asked = 0;
    const client: CheckClient = {
      check: () => {
        asked += 1;
        return Promise.resolve([]);
      },
      revision: () => Promise.resolve(''),
      end: () => undefined,
    };
    const second = open('second');
    const stop = watchProblems(client, editorOf(), (found) => reported.push(found), second);
    await settled();
    expect([asked, checking.getState().heldFor]).toEqual([0, map.id]);
    checkHeld(second);
    await settled();
    expect([asked, reported, checking.getState().heldFor]).toEqual([1, [[]], null]);
    stop();
  });

  test('keeps its last findings where its checker breaks, and is not checked again', async () => {
    let asked = 0;
    const client: CheckClient = {
      check: () => {
        asked += 1;
        return Promise.reject(new WorkerFailed('stuck'));
      },
      revision: () => Promise.resolve(''),
      end: () => undefined,
    };
    const editor = editorOf();
    const page = browser().open('first');
    const stop = watchProblems(client, editor, () => undefined, page);
    await settled();
    editor.store.setState({ map: { ...map, title: 'Edited' } });
    await settled();
    expect([asked, checking.getState().heldFor]).toEqual([1, map.id]);
    stop();
    checkHeld(page);
  });
});
