import { beforeEach, describe, expect, test } from 'vitest';
import { addTouchpoint } from '../../../src/editing/commands/placing';
import { makeRoom } from '../../../src/editing/commands/room';
import { inTurn } from '../../../src/map/edits';
import { newMap, outgoingOf } from '../../../src/map/records';
import { serialise } from '../../../src/map/text';
import { ID, someone } from './support';

let me: ReturnType<typeof someone>;
beforeEach(() => {
  me = someone();
});

const stepsToUndo = () => {
  let steps = 0;
  while (me.editor.store.getState().canUndo !== null) {
    me.editor.undo();
    steps += 1;
  }
  return steps;
};

describe('nudging', () => {
  test('moves by the grid, far by ten times of it', async () => {
    me.select(ID.form);
    await me.do('move.right');
    await me.do('move.far.down');
    expect(me.map().touchpoints[ID.form]?.position).toEqual({ x: 48, y: 80 });
  });

  test('in one burst is one undo step', async () => {
    me.select(ID.form);
    for (let press = 0; press < 6; press++) await me.do('move.down');
    expect(me.map().touchpoints[ID.form]?.position.y).toBe(48);
    expect(stepsToUndo()).toBe(1);
    expect(me.map().touchpoints[ID.form]?.position.y).toBe(0);
  });

  test('across the edge of a stage changes the stage, and says the new place', async () => {
    me.select(ID.form);
    for (let press = 0; press < 3; press++) await me.do('move.far.left');
    expect(me.map().touchpoints[ID.form]?.stage).toBe(ID.see);
    expect(me.said()?.values).toMatchObject({ name: 'Form', stage: 'See' });
  });
});

describe('adding', () => {
  test('puts a touchpoint at the pointer and asks for its name', async () => {
    await me.do('insert.decision');
    const [id] = me.selected();
    expect(me.map().touchpoints[id!]).toMatchObject({ kind: 'decision', stage: ID.see });
    expect(me.editor.store.getState().renaming?.id).toBe(id);
  });

  test('makes the first touchpoint of a map an entry, so that the map can run', async () => {
    const fresh = someone(newMap({ stages: { [ID.see]: { name: 'See' } } }));
    await fresh.do('insert.touchpoint');
    await fresh.do('insert.touchpoint');
    const kinds = Object.values(fresh.map().touchpoints).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['entry', 'touchpoint']);
    const [entry] = Object.values(fresh.map().touchpoints).filter(({ kind }) => kind === 'entry');
    expect(entry?.weight.base).toBe(1);
  });

  test('with one selected puts it beside that one, in its stage, with a gap', async () => {
    me.select(ID.form);
    await me.do('insert.outcome');
    const made = me.map().touchpoints[me.selected()[0]!];
    expect(made).toMatchObject({ kind: 'outcome', stage: ID.buy, position: { x: 40, y: 288 } });
  });

  test('does not put it on top of another', async () => {
    me.pointAt({ stage: ID.see, x: 40 + 112, y: 48 });
    await me.do('insert.touchpoint');
    const [id] = me.selected();
    const { position } = me.map().touchpoints[id!]!;
    expect(Math.abs(position.y - 0)).toBeGreaterThanOrEqual(96);
  });

  test('the next touchpoint connects it with the chance that is left', async () => {
    me.select(ID.form);
    await me.do('insert.connected.right');
    const [id] = me.selected();
    const join = outgoingOf(me.map(), ID.form).find(([, { to }]) => to === id);
    expect(join?.[1].chance.base).toBe(0.6);
    expect(stepsToUndo()).toBe(1);
  });

  test('on a transition goes between its ends', async () => {
    me.select(ID.click);
    await me.do('insert.onTransition');
    const [id] = me.selected();
    expect(me.map().transitions[ID.click]).toMatchObject({ from: ID.ad, to: id });
    expect(outgoingOf(me.map(), id!).map(([, { to }]) => to)).toEqual([ID.form]);
  });

  test('a stage comes behind the selected one, in a colour of its own', async () => {
    me.select(ID.see);
    await me.do('insert.stage');
    const order = Object.entries(me.map().stages)
      .sort(([, a], [, b]) => (a.order < b.order ? -1 : 1))
      .map(([id]) => id);
    expect(order).toEqual([ID.see, me.selected()[0], ID.buy]);
  });
});

describe('putting a touchpoint between two of a column', () => {
  test('pushes down what is below, and no further than needed', () => {
    const put = addTouchpoint('touchpoint-new', { stage: ID.buy, x: 40, y: 64 });
    me.editor.edit('canvas.step.insert', inTurn(put, makeRoom('touchpoint-new')));
    const y = (id: string) => me.map().touchpoints[id]?.position.y;
    expect([y(ID.form), y('touchpoint-new'), y(ID.paid)]).toEqual([0, 144, 288]);
  });

  test('beside two that lie side by side takes a place free of both', () => {
    const edits = inTurn(
      addTouchpoint('touchpoint-next', { stage: ID.buy, x: 336, y: 0 }),
      addTouchpoint('touchpoint-new', { stage: ID.buy, x: 184, y: 0 }),
      makeRoom('touchpoint-new'),
    );
    me.editor.edit('canvas.step.insert', edits);
    const own = me.map().touchpoints['touchpoint-new'];
    expect(own?.position.x).toBe(184);
    for (const id of [ID.form, ID.paid, 'touchpoint-next']) {
      const other = me.map().touchpoints[id]!.position;
      const gapX = Math.abs(other.x - own!.position.x) - 224;
      const gapY = Math.abs(other.y - own!.position.y) - 96;
      expect(Math.max(gapX, gapY)).toBeGreaterThanOrEqual(8);
    }
  });

  test('moves nothing where there is room', () => {
    const before = me.map().touchpoints[ID.form];
    const put = addTouchpoint('touchpoint-new', { stage: ID.buy, x: 400, y: 0 });
    me.editor.edit('canvas.step.insert', inTurn(put, makeRoom('touchpoint-new')));
    expect(me.map().touchpoints[ID.form]).toBe(before);
  });
});

describe('deleting', () => {
  test('a touchpoint on a path offers to heal the path', async () => {
    me.select(ID.form);
    await me.do('edit.delete');
    expect(outgoingOf(me.map(), ID.ad)).toEqual([]);
    me.offers[0]?.run();
    expect(outgoingOf(me.map(), ID.ad).map(([, { to, chance }]) => [to, chance.base])).toEqual([
      [ID.paid, 0.2],
    ]);
  });

  test('an end offers nothing', async () => {
    me.select(ID.paid);
    await me.do('edit.delete');
    expect(me.offers).toEqual([]);
    expect(me.can('edit.delete')).toBe(false);
  });

  test('a stage leaves its touchpoints unsorted', async () => {
    me.select(ID.buy);
    await me.do('edit.delete');
    expect(me.map().touchpoints[ID.form]?.stage).toBeNull();
  });
});

describe('the clipboard', () => {
  test('copies touchpoints with the transitions among them', async () => {
    me.select(ID.form, ID.paid);
    await me.do('edit.copy');
    await me.do('edit.paste');
    expect(me.selected()).toHaveLength(2);
    const [form] = me.selected();
    expect(outgoingOf(me.map(), form!).map(([, { to }]) => me.map().touchpoints[to]?.name)).toEqual(
      ['Paid'],
    );
    expect(Object.keys(me.map().transitions)).toHaveLength(3);
  });

  test('puts them where the pointer is, again and again beside each other', async () => {
    me.select(ID.paid);
    await me.do('edit.copy');
    me.pointAt({ stage: ID.see, x: 16, y: 300 });
    await me.do('edit.paste');
    await me.do('edit.paste');
    const pasted = Object.values(me.map().touchpoints).filter(
      ({ name, stage }) => name === 'Paid' && stage === ID.see,
    );
    expect(pasted.map(({ position }) => position)).toEqual([
      { x: 16, y: 300 },
      { x: 40, y: 324 },
    ]);
  });

  test('puts what comes from another map into the stage of the selection, below what is there', async () => {
    me.select(ID.form, ID.paid);
    await me.do('edit.copy');
    const text = await me.shell.readClipboard();
    const other = someone(
      newMap({
        stages: { 'stage-of-one': { order: 'a0' }, 'stage-of-two': { order: 'a1' } },
        touchpoints: { 'touchpoint-own': { stage: 'stage-of-two', position: { x: 40, y: 0 } } },
      }),
    );
    other.pointAt({ stage: 'stage-of-one', x: 0, y: 0 });
    await other.shell.writeClipboard(text ?? '');
    other.select('touchpoint-own');
    await other.do('edit.paste');
    const pasted = other.selected().map((id) => other.map().touchpoints[id]);
    expect(pasted.map((item) => item?.stage)).toEqual(['stage-of-two', 'stage-of-two']);
    expect(pasted.map((item) => item?.position)).toEqual([
      { x: 36, y: 144 },
      { x: 36, y: 304 },
    ]);
  });

  test('takes a whole map as text', async () => {
    await me.shell.writeClipboard(serialise(someone().map()));
    await me.do('edit.paste');
    expect(Object.keys(me.map().touchpoints)).toHaveLength(6);
    expect(Object.keys(me.map().stages)).toHaveLength(4);
    expect(stepsToUndo()).toBe(1);
  });

  test('leaves the map alone for any other text', async () => {
    const before = me.map();
    await me.shell.writeClipboard('{"format":"journey-fragment"');
    await me.do('edit.paste');
    expect(me.map()).toBe(before);
  });

  test('cuts in one step', async () => {
    me.select(ID.paid);
    await me.do('edit.cut');
    expect(me.map().touchpoints[ID.paid]).toBeUndefined();
    expect(stepsToUndo()).toBe(1);
  });
});

describe('duplicating', () => {
  test('again keeps the distance the copy was moved by', async () => {
    me.select(ID.ad);
    await me.do('edit.duplicate');
    const [copy] = me.selected();
    for (let press = 0; press < 2; press++) await me.do('move.far.down');
    const by = me.map().touchpoints[copy!]!.position.y;
    await me.do('edit.duplicate');
    expect(me.map().touchpoints[me.selected()[0]!]?.position.y).toBe(2 * by);
  });
});

describe('walking by key', () => {
  test('Tab goes through the journey in its order and ends', async () => {
    me.select(ID.ad);
    await me.do('select.next');
    expect(me.selected()).toEqual([ID.form]);
    await me.do('select.next');
    expect(me.selected()).toEqual([ID.paid]);
    expect(me.can('select.next')).toBe(false);
  });

  test('Alt and arrows follow transitions, forth and back', async () => {
    me.select(ID.ad);
    await me.do('select.forward');
    await me.do('select.forward');
    expect(me.selected()).toEqual([ID.paid]);
    await me.do('select.back');
    expect(me.selected()).toEqual([ID.form]);
  });

  test('goes from a touchpoint to its stage and back in', async () => {
    me.select(ID.paid);
    await me.do('select.stage');
    expect(me.selected()).toEqual([ID.buy]);
    await me.do('select.intoStage');
    expect(me.selected()).toEqual([ID.form]);
  });

  test('never clears what can be redone', async () => {
    me.select(ID.form);
    await me.do('move.right');
    await me.do('edit.undo');
    await me.do('select.all');
    await me.do('select.none');
    expect(me.can('edit.redo')).toBe(true);
  });
});

describe('arranging', () => {
  test('aligns left edges across the canvas, in one step', async () => {
    me.select(ID.form, ID.paid);
    await me.do('move.right');
    me.select(ID.form);
    await me.do('move.far.right');
    me.select(ID.form, ID.paid);
    await me.do('arrange.align.left');
    const x = (id: string) => me.map().touchpoints[id]?.position.x;
    expect(x(ID.form)).toBe(x(ID.paid));
  });

  test('moves a stage before its neighbour', async () => {
    me.select(ID.buy);
    expect(me.can('move.later')).toBe(false);
    await me.do('move.earlier');
    expect(me.map().stages[ID.buy]!.order < me.map().stages[ID.see]!.order).toBe(true);
  });
});
