import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createEditor, type Editor } from '../../src/editing/editor';
import {
  addRecord,
  removeRecords,
  removeTouchpoints,
  setField,
  setMapField,
} from '../../src/map/edits';
import { newMap } from '../../src/map/records';
import { same } from '../../src/map/shape';
import { runs } from '../support/runs';
import { sharedJournal } from './sharedJournal';
import { lastSaid } from '../support/spoken';

const STAGE = 'stagestagestage1';
const TOUCH = 'touchtouchtouch1';

function startMap() {
  return newMap({
    title: 'Start',
    stages: { [STAGE]: { name: 'Aware' } },
    touchpoints: { [TOUCH]: { stage: STAGE, name: 'Ad' } },
  });
}

/** Long enough for everything that does not wait. */
const tick = () => new Promise((resolve) => setImmediate(resolve));

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

const labels = () => {
  const { canUndo, canRedo } = editor.store.getState();
  return [canUndo, canRedo];
};
const said = () => lastSaid(editor.store.getState());

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

  test('is followed by a new edit that clears what could be redone', () => {
    rename('Poster');
    editor.undo();
    rename('Flyer');
    expect(editor.store.getState().canRedo).toBeNull();
    editor.redo();
    expect(map().touchpoints[TOUCH]?.name).toBe('Flyer');
    editor.undo();
    expect(map().touchpoints[TOUCH]?.name).toBe('Ad');
  });

  test('offers the label of the step it would take back, and redo that of the one undone', () => {
    expect(labels()).toEqual([null, null]);
    editor.edit('canvas.step.rename', setMapField(['title'], 'A'));
    editor.edit('canvas.step.move', setMapField(['title'], 'B'));
    expect(labels()).toEqual(['canvas.step.move', null]);
    editor.undo();
    expect(labels()).toEqual(['canvas.step.rename', 'canvas.step.move']);
    editor.redo();
    expect(labels()).toEqual(['canvas.step.move', null]);
  });

  test('does nothing when there is nothing to take back or to make again', () => {
    const before = editor.store.getState();
    editor.undo();
    editor.redo();
    expect(editor.store.getState()).toBe(before);
    expect(journal.entries).toEqual([]);
  });

  test('selects what it changed, and leaves the selection where it changed no record', () => {
    rename('Poster');
    editor.select([]);
    editor.undo();
    expect(editor.store.getState().selection).toEqual([{ collection: 'touchpoints', id: TOUCH }]);
    editor.edit('canvas.step.rename', setMapField(['title'], 'A'));
    editor.select([{ collection: 'stages', id: STAGE }]);
    editor.undo();
    expect(editor.store.getState().selection).toEqual([{ collection: 'stages', id: STAGE }]);
  });

  test('of an addition leaves nothing selected', () => {
    editor.edit('canvas.step.add', addRecord('stages', { name: 'New' }, 'stage-of-new1'), {
      select: [{ collection: 'stages', id: 'stage-of-new1' }],
    });
    editor.undo();
    expect(editor.store.getState().selection).toEqual([]);
  });

  test('says what it took back, and redo what it made again', () => {
    rename('Poster');
    editor.undo();
    expect(said()).toMatchObject({ id: 'editing.undone', what: 'editing.undone', urgent: false });
    editor.redo();
    expect(said()).toMatchObject({ id: 'editing.redone', what: 'editing.undone' });
  });

  test.each([
    ['position', () => setField('touchpoints', TOUCH, ['position', 'x'], 400), { x: 0 }],
    ['stage', () => setField('touchpoints', TOUCH, ['stage'], null), { stage: 'Aware' }],
    ['being there', () => removeRecords([{ collection: 'touchpoints', id: TOUCH }]), { x: 0 }],
  ] as const)('of a change of %s says where the touchpoint is now', (_what, edit, place) => {
    editor.edit('canvas.step.move', edit());
    editor.undo();
    expect(said()).toMatchObject({ id: 'editing.undoneAt', values: { name: 'Ad', ...place } });
    editor.redo();
    expect(said()?.id).toBe(map().touchpoints[TOUCH] ? 'editing.redoneAt' : 'editing.redone');
  });

  test('is kept in the journal as an undo of the same gesture, and redo as a redo', async () => {
    rename('Poster');
    editor.undo();
    editor.redo();
    await editor.flush();
    expect(journal.entries.map(({ kind }) => kind)).toEqual(['edit', 'undo', 'redo']);
    expect(new Set(journal.entries.map(({ gesture }) => gesture)).size).toBe(1);
    expect(new Set(journal.entries.map(({ id }) => id)).size).toBe(3);
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
      { numRuns: runs(25, 2_000) },
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

describe('a gesture', () => {
  test('begins anew with another key, and with an edit of none between', async () => {
    rename('P', editor, 'type name');
    rename('Po', editor, 'type title');
    rename('Pos', editor, 'type name');
    rename('Post');
    rename('Poste');
    rename('Poster', editor, 'type name');
    await editor.flush();
    expect(new Set(journal.entries.map(({ gesture }) => gesture)).size).toBe(6);
  });

  test('of one key is one gesture in the journal too', async () => {
    rename('P', editor, 'type name');
    rename('Po', editor, 'type name');
    editor.settle();
    rename('Pos', editor, 'type name');
    await editor.flush();
    const [one, two, three] = journal.entries.map(({ gesture }) => gesture);
    expect(one).toBe(two);
    expect(three).not.toBe(two);
  });

  test('goes on when a selection or an announcement comes between', () => {
    rename('P', editor, 'type name');
    editor.select([]);
    editor.announce('editing.undone');
    rename('Po', editor, 'type name');
    editor.undo();
    expect(map().touchpoints[TOUCH]?.name).toBe('Ad');
  });

  test('may be written later than other edits, and is written when it is settled', async () => {
    rename('P', editor, 'type name');
    await tick();
    expect(journal.entries).toEqual([]);
    editor.settle();
    await tick();
    expect(journal.entries).toHaveLength(1);
    rename('Poster');
    await tick();
    expect(journal.entries).toHaveLength(2);
  });
});

describe('an edit', () => {
  const stage = { collection: 'stages', id: STAGE } as const;
  const touchpoint = { collection: 'touchpoints', id: TOUCH } as const;

  test('tells whether the map changed', () => {
    expect(rename('Poster')).toBe(true);
    expect(rename('Poster')).toBe(false);
  });

  test('selects what it is asked to, else leaves the selection', () => {
    editor.select([touchpoint]);
    rename('Poster');
    expect(editor.store.getState().selection).toEqual([touchpoint]);
    editor.edit('canvas.step.rename', setMapField(['title'], 'A'), { select: [stage] });
    expect(editor.store.getState().selection).toEqual([stage]);
    editor.edit('canvas.step.rename', setMapField(['title'], 'A'), { select: [] });
    expect(editor.store.getState().selection).toEqual([]);
  });

  test('lets go of what it removed, and keeps the rest selected', () => {
    editor.select([touchpoint, stage]);
    editor.edit('command.edit.delete', removeRecords([touchpoint]));
    expect(editor.store.getState().selection).toEqual([stage]);
  });

  test('that throws for another reason than being refused is a mistake of ours', () => {
    expect(() =>
      editor.edit('editing.undone', () => {
        throw new TypeError('ours');
      }),
    ).toThrow('ours');
  });
});

describe('a name being typed', () => {
  const target = { collection: 'touchpoints', id: TOUCH } as const;

  test('is typed in the view unless it is said where, until it is ended', () => {
    const renaming = () => editor.store.getState().renaming;
    editor.rename(target);
    expect(renaming()).toEqual({ ...target, at: 'view' });
    editor.rename(target, 'outline');
    expect(renaming()).toEqual({ ...target, at: 'outline' });
    editor.rename(null);
    expect(renaming()).toBeNull();
  });
});

test('a name is no longer typed once what it names is gone', () => {
  editor.rename({
    collection: 'touchpoints',
    id: Object.keys(editor.store.getState().map.touchpoints)[0]!,
  });
  expect(editor.store.getState().renaming).not.toBeNull();
  const [id = ''] = Object.keys(editor.store.getState().map.touchpoints);
  editor.edit('command.edit.delete', removeTouchpoints([id], { heal: false }));
  expect(editor.store.getState().renaming).toBeNull();
});

describe('an announcement', () => {
  test('of an edit is polite, and none is made of an edit that changes nothing', () => {
    const told = { id: 'command.said.deleted', values: { count: 1, name: 'Ad' } } as const;
    const before = said();
    editor.edit('command.edit.delete', () => undefined, { said: told });
    expect(said()).toEqual(before);
    editor.edit('canvas.step.rename', (map) => void (map.title = 'New'), { said: told });
    expect(said()).toMatchObject({ ...told, urgent: false, ofEdit: true });
  });

  test('is told apart from the same one before it', () => {
    editor.announce('editing.undone');
    const first = said();
    editor.announce('editing.undone');
    expect(first).toEqual({
      id: 'editing.undone',
      values: {},
      what: null,
      urgent: false,
      more: [],
      offer: null,
      ofEdit: false,
      serial: 1,
    });
    expect(said()?.serial).toBe(2);
  });

  test('can be urgent, as a refusal and a skipped undo are', () => {
    editor.announce('editing.refused', { reason: 'because' }, true);
    expect(said()).toMatchObject({ values: { reason: 'because' }, urgent: true });
    editor.announce('editing.undone');
    editor.edit('editing.undone', setField('touchpoints', TOUCH, ['satisfaction'], 9));
    expect(said()).toMatchObject({ id: 'editing.refused', urgent: true });
    expect(said()?.values.reason).toContain('satisfaction');
  });
});

describe('a map that is opened', () => {
  test('is saved, or kept in memory only where storage says so', () => {
    const state = (durable: boolean) => {
      const opened = { ...journal.opened(), durable };
      return createEditor(opened, journal.tab('three')).store.getState();
    };
    expect(state(true)).toMatchObject({ saving: 'saved', gone: false, selection: [] });
    expect(state(false)).toMatchObject({ saving: 'memory', renaming: null, announcement: null });
  });

  test('takes up the undo and redo steps of its tab', () => {
    const { map: opened } = journal.opened();
    const entry = (title: string, from: string) => ({
      id: title,
      gesture: title,
      kind: 'edit' as const,
      label: 'canvas.step.rename',
      patches: [{ op: 'replace' as const, path: ['title'], value: title }],
      inverse: [{ op: 'replace' as const, path: ['title'], value: from }],
      mapId: opened.id,
      seq: 1,
      tab: 'one',
      at: '',
    });
    const step = (title: string, from: string) => ({
      gesture: title,
      label: 'canvas.step.rename',
      entries: [entry(title, from)],
    });
    const again = createEditor(
      { ...journal.opened(), undo: [step('Start', 'Before')], redo: [] },
      journal.tab('three'),
    );
    expect(again.store.getState().canUndo).toBe('canvas.step.rename');
    again.undo();
    expect(map(again).title).toBe('Before');
  });
});

describe('a map that is deleted elsewhere', () => {
  test('is said to be gone, and stays on screen', async () => {
    journal.remove();
    await tick();
    expect(editor.store.getState().gone).toBe(true);
    expect(map().touchpoints[TOUCH]?.name).toBe('Ad');
  });
});

describe('leaving', () => {
  test('hands over what waits, and closing too', () => {
    rename('P', editor, 'type name');
    editor.leave();
    expect(journal.left.map(({ entries }) => entries.length)).toEqual([1]);
    editor.close();
    expect(journal.left).toHaveLength(2);
  });

  test('once closed hears of other tabs no longer', async () => {
    const other = createEditor(journal.opened(), journal.tab('two'));
    editor.close();
    other.edit('editing.undone', setMapField(['title'], 'Theirs'));
    await other.flush();
    await tick();
    expect(map().title).toBe('Start');
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
      { numRuns: runs(25, 2_000) },
    );
  });
});
