import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createEditor, type Editor } from '../../src/editing/editor';
import { addRecord, removeRecords, setField, setMapField } from '../../src/map/edits';
import { newMap } from '../../src/map/records';
import { same } from '../../src/map/shape';
import { sharedJournal } from './sharedJournal';

const STAGE = 'stagestagestage1';
const TOUCH = 'touchtouchtouch1';

function startMap() {
  return newMap({
    title: 'Start',
    stages: { [STAGE]: { name: 'Aware' } },
    touchpoints: { [TOUCH]: { stage: STAGE, name: 'Ad' } },
  });
}

let journal: ReturnType<typeof sharedJournal>;
let editor: Editor;

beforeEach(() => {
  journal = sharedJournal(startMap());
  editor = createEditor(journal.opened(), journal.tab('one'));
});

const map = (of = editor) => of.store.getState().map;
const rename = (name: string, of = editor, gesture?: string) =>
  of.edit('editing.undone', setField('touchpoints', TOUCH, ['name'], name), {
    ...(gesture === undefined ? {} : { gesture }),
  });

describe('undo', () => {
  test('takes back one edit and redo makes it again', () => {
    rename('Poster');
    editor.undo();
    expect(map().touchpoints[TOUCH]?.name).toBe('Ad');
    editor.redo();
    expect(map().touchpoints[TOUCH]?.name).toBe('Poster');
  });

  test('takes back a whole gesture in one step', () => {
    for (const name of ['P', 'Po', 'Pos']) rename(name, editor, 'type name');
    editor.undo();
    expect(map().touchpoints[TOUCH]?.name).toBe('Ad');
  });

  test('keeps two gestures apart when something settled between them', () => {
    rename('P', editor, 'type name');
    editor.settle();
    rename('Po', editor, 'type name');
    editor.undo();
    expect(map().touchpoints[TOUCH]?.name).toBe('P');
  });

  test('is not offered for an edit that changed nothing', () => {
    rename('Ad');
    expect(editor.store.getState().canUndo).toBeNull();
  });

  test('selecting does not destroy what can be redone', () => {
    rename('Poster');
    editor.undo();
    editor.select([{ collection: 'touchpoints', id: TOUCH }]);
    expect(editor.store.getState().canRedo).not.toBeNull();
  });

  test('brings back a removed record with everything that pointed at it', () => {
    const before = map();
    editor.edit('editing.undone', removeRecords([{ collection: 'stages', id: STAGE }]));
    expect(map().touchpoints[TOUCH]?.stage).toBeNull();
    editor.undo();
    expect(same(map(), before)).toBe(true);
  });

  test('do, undo all, redo all ends where it began and where it was', () => {
    const step = fc.oneof(
      fc.string({ maxLength: 5 }).map((name) => () => rename(name)),
      fc
        .string({ maxLength: 5 })
        .map((title) => () => editor.edit('editing.undone', setMapField(['title'], title))),
      fc.constant(() => editor.edit('editing.undone', addRecord('stages', { name: 'New' }))),
      fc.nat(3).map((index) => () => {
        const id = Object.keys(map().stages)[index];
        if (id) editor.edit('editing.undone', removeRecords([{ collection: 'stages', id }]));
      }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        editor = createEditor(sharedJournal(startMap()).opened(), journal.tab('other'));
        const first = map();
        for (const take of steps) take();
        const last = map();
        while (editor.store.getState().canUndo) editor.undo();
        expect(same(map(), first)).toBe(true);
        while (editor.store.getState().canRedo) editor.redo();
        expect(same(map(), last)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('an edit the schema forbids', () => {
  test('changes nothing and says so', () => {
    const before = map();
    const changed = editor.edit(
      'editing.undone',
      setField('touchpoints', TOUCH, ['satisfaction'], 9),
    );
    expect(changed).toBe(false);
    expect(map()).toBe(before);
    expect(editor.store.getState().announcement?.id).toBe('editing.refused');
  });
});

describe('saving', () => {
  test('is "saved" only after the journal has the edit', async () => {
    rename('Poster');
    expect(editor.store.getState().saving).toBe('saving');
    await editor.flush();
    expect(editor.store.getState().saving).toBe('saved');
    expect(journal.opened().map.touchpoints[TOUCH]?.name).toBe('Poster');
  });

  test('failing keeps the edit on screen and tries again', async () => {
    journal.fail(true);
    rename('Poster');
    await expect(editor.flush()).rejects.toThrow('no room');
    await vi.waitFor(() => {
      expect(editor.store.getState().saving).toBe('failed');
    });
    journal.fail(false);
    await editor.flush();
    expect(journal.opened().map.touchpoints[TOUCH]?.name).toBe('Poster');
  });
});

describe('two tabs on one map', () => {
  let other: Editor;

  beforeEach(() => {
    other = createEditor(journal.opened(), journal.tab('two'));
  });

  const settled = async () => {
    await editor.flush();
    await other.flush();
    await editor.flush();
  };

  test('both see both edits', async () => {
    rename('Poster');
    other.edit('editing.undone', setMapField(['title'], 'Shared'));
    await settled();
    expect(map().title).toBe('Shared');
    expect(map(other).touchpoints[TOUCH]?.name).toBe('Poster');
    expect(same(map(), map(other))).toBe(true);
  });

  test('undo leaves alone what the other tab has changed since', async () => {
    rename('Poster');
    await settled();
    rename('Billboard', other);
    await settled();
    editor.undo();
    expect(map().touchpoints[TOUCH]?.name).toBe('Billboard');
    expect(editor.store.getState().announcement?.id).toBe('editing.skipped');
  });

  test('a transition to a touchpoint that the other tab removed at once does not dangle', async () => {
    editor.edit('editing.undone', removeRecords([{ collection: 'touchpoints', id: TOUCH }]));
    other.edit('editing.undone', addRecord('transitions', { from: TOUCH, to: TOUCH }));
    await settled();
    expect(map(other).transitions).toEqual({});
    expect(same(map(), map(other))).toBe(true);
    expect(same(journal.opened().map, map())).toBe(true);
  });

  test('whatever both do at once, they end on the same map', async () => {
    const act = fc.record({
      first: fc.boolean(),
      kind: fc.nat(3),
      text: fc.string({ maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 20 }), async (acts) => {
        journal = sharedJournal(startMap());
        editor = createEditor(journal.opened(), journal.tab('one'));
        other = createEditor(journal.opened(), journal.tab('two'));
        for (const { first, kind, text } of acts) {
          const who = first ? editor : other;
          const stage = Object.keys(map(who).stages)[0];
          if (kind === 0) who.edit('editing.undone', addRecord('stages', { name: text }));
          if (kind === 1) who.edit('editing.undone', setMapField(['title'], text));
          if (kind === 2 && stage) {
            who.edit('editing.undone', removeRecords([{ collection: 'stages', id: stage }]));
          }
          if (kind === 3) who.undo();
          if (text.length > 1) await Promise.resolve();
        }
        await settled();
        expect(same(map(), map(other))).toBe(true);
        expect(same(journal.opened().map, map())).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
