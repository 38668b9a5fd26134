import { expect, test } from 'vitest';
import { createEditor, type Editor } from '../../../src/editing';
import { setMapField } from '../../../src/map/edits';
import { deep } from '../../support/runs';
import { emptyMap, profile, tab, values } from '../../storage/support';

/** What docs/storage.md promises of a page that stays open, and of one that was reloaded. */
const STEPS_OPEN = 1_000;
const STEPS_AFTER_RELOAD = 500;

const titleIn = (editor: Editor) => editor.store.getState().map.title;
const numberIn = (editor: Editor) => Number(titleIn(editor).slice(1));

/** Takes back everything that can be, and makes everything again; returns how many steps each were. */
function thereAndBack(editor: Editor) {
  const can = () => editor.store.getState();
  let undone = 0;
  for (; can().canUndo; undone += 1) editor.undo();
  const begin = numberIn(editor);
  let redone = 0;
  for (; can().canRedo; redone += 1) editor.redo();
  return { undone, begin, redone, end: numberIn(editor) };
}

/** A tab with a map that is retitled `t1`, `t2` …, and may be reloaded. */
async function aTab() {
  const home = profile();
  const session = values();
  const map = emptyMap('t0');
  await (await tab(home, { session })).create(map);
  async function open() {
    const storage = await tab(home, { session });
    const opened = await storage.openMap(map.id);
    return { storage, editor: createEditor(opened!, storage) };
  }
  let now = await open();
  /** Does something many times, with a quiet moment now and then, in which the journal is compacted. */
  async function often(count: number, task: (editor: Editor, at: number) => void) {
    for (let at = 1; at <= count; at += 1) {
      task(now.editor, at);
      if (at % 50 === 0) await now.editor.flush();
      if (at % 100 === 0) await now.storage.settle();
    }
    await now.editor.flush();
    await now.storage.settle();
  }
  return {
    often,
    editor: () => now.editor,
    reload: async () => {
      now.editor.close();
      await now.storage.close();
      now = await open();
    },
  };
}

const retitle = (editor: Editor, at: number) =>
  editor.edit('app.edit.title', setMapField(['title'], `t${at}`));

test('an open page takes back its last 1,000 steps and makes them all again', async () => {
  const { often, editor } = await aTab();
  await often(1_010, retitle);
  expect(thereAndBack(editor())).toEqual({
    undone: STEPS_OPEN,
    begin: 10,
    redone: STEPS_OPEN,
    end: 1_010,
  });
}, 60_000);

test.each(deep ? [0, 300, 1_000] : [300])(
  'after 1,000 edits, %i of them taken back, and a reload undo and redo still span 500 steps',
  async (undos) => {
    const { often, editor, reload } = await aTab();
    await often(1_000, retitle);
    await often(undos, (one) => one.undo());
    await reload();
    const here = 1_000 - undos;
    const { undone, begin, redone, end } = thereAndBack(editor());
    expect(undone).toBeGreaterThanOrEqual(Math.max(0, STEPS_AFTER_RELOAD - undos));
    expect(begin).toBe(here - undone);
    const redo = redone - undone;
    expect(redo).toBeGreaterThanOrEqual(Math.min(undos, STEPS_AFTER_RELOAD));
    expect(end).toBe(here + redo);
  },
  60_000,
);

test('no gesture is cut in two by what the journal drops', async () => {
  const { often, editor, reload } = await aTab();
  // Seven entries are one step, and no snapshot falls on the end of one.
  await often(1_001, (one, at) =>
    one.edit('app.edit.title', setMapField(['title'], `t${at}`), {
      gesture: `gesture ${Math.ceil(at / 7)}`,
    }),
  );
  await reload();
  const { begin } = thereAndBack(editor());
  expect(begin % 7).toBe(0);
}, 60_000);
