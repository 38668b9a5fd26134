import { beforeEach, describe, expect, test } from 'vitest';
import { insertOnTransition } from '../../../src/editing/commands/onTransition';
import { bandsOf, cardsOf, notesOf, overlaps } from '../../../src/map/layout';
import { incomingOf, inOrder, newMap, outgoingOf } from '../../../src/map/records';
import { ID, shopMap, someone } from './support';

let me: ReturnType<typeof someone>;
beforeEach(() => {
  me = someone();
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
    expect(me.stepsToUndo()).toBe(1);
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

  test.each(['entry', 'decision', 'outcome'] as const)('puts an %s centred', async (kind) => {
    me.pointAt({ stage: ID.see, x: 144, y: 400 });
    await me.do(`insert.${kind}`);
    const [id] = me.selected();
    expect(me.map().touchpoints[id!]).toMatchObject({
      kind,
      stage: ID.see,
      position: { x: 32, y: 352 },
    });
    expect(me.said()).toMatchObject({ id: 'canvas.said.added', values: { stage: 'See' } });
    expect(me.canvas.reveal).toHaveBeenCalledWith({ collection: 'touchpoints', id });
    expect(me.renaming()).toMatchObject({ id, at: 'view' });
  });

  test('keeps clear of the left edge of the stage', async () => {
    me.pointAt({ stage: ID.see, x: 10, y: 400 });
    await me.do('insert.touchpoint');
    expect(me.map().touchpoints[me.selected()[0]!]?.position.x).toBe(24);
  });

  test('goes to the nearest place free of others, within what the stage is wide', async () => {
    me.pointAt({ stage: ID.see, x: 152 + 232, y: 48 });
    await me.do('insert.touchpoint');
    expect(me.map().touchpoints[me.selected()[0]!]?.position).toEqual({ x: 40, y: 128 });
  });

  test('a hundred times in one place cover nothing and push no later stage', async () => {
    const before = bandsOf(me.map()).map(({ x }) => x);
    for (let times = 0; times < 50; times++) {
      for (const kind of ['touchpoint', 'note']) {
        me.editor.select([]);
        me.pointAt({ stage: ID.see, x: 250, y: 100 });
        await me.do(`insert.${kind}`);
      }
    }
    const rects = [...cardsOf(me.map()).values(), ...notesOf(me.map()).values()];
    const covering = rects.filter((a) => rects.some((b) => a !== b && overlaps(a, b)));
    expect(rects.length).toBeGreaterThan(100);
    expect(covering).toEqual([]);
    expect(bandsOf(me.map()).map(({ x }) => x)).toEqual(before);
  });

  test('without a canvas puts it first in the unsorted column', async () => {
    me = someone(shopMap(), { withoutCanvas: true });
    await me.do('insert.touchpoint');
    expect(me.map().touchpoints[me.selected()[0]!]).toMatchObject({
      stage: null,
      position: { x: 24, y: -48 },
    });
  });

  test('from the outline puts it at the end of the selected stage, its name typed there', async () => {
    me = someone(shopMap(), { from: 'outline' });
    me.select(ID.buy);
    await me.do('insert.touchpoint');
    const [id] = me.selected();
    expect(me.map().touchpoints[id!]).toMatchObject({
      stage: ID.buy,
      position: { x: 40, y: 304 },
    });
    expect(me.renaming()).toMatchObject({ id, at: 'outline' });
  });

  test('on the canvas a selected stage does not say where: the pointer does', async () => {
    me.select(ID.buy);
    await me.do('insert.touchpoint');
    expect(me.map().touchpoints[me.selected()[0]!]?.stage).toBe(ID.see);
  });

  test('a note is put where it is free, and written where it lies even from the outline', async () => {
    me = someone(shopMap(), { from: 'outline' });
    me.select(ID.form);
    await me.do('insert.note');
    const [id] = me.selected();
    expect(me.map().notes[id!]).toMatchObject({ stage: ID.buy, position: { x: 40, y: 288 } });
    expect(me.renaming()).toMatchObject({ id, at: 'view' });
  });

  test('a stage comes at the end where none is selected', async () => {
    await me.do('insert.stage');
    expect(inOrder(me.map().stages).map(([id]) => id)).toEqual([ID.see, ID.buy, me.selected()[0]]);
    expect(me.renaming()?.collection).toBe('stages');
  });
});

describe('adding a connected touchpoint', () => {
  test.each([
    ['right', { stage: ID.buy, position: { x: 336, y: 0 } }],
    ['down', { stage: ID.buy, position: { x: 40, y: 288 } }],
    ['up', { stage: ID.buy, position: { x: 40, y: -144 } }],
  ])('to the %s comes after the selected one', async (way, place) => {
    me.select(ID.form);
    await me.do(`insert.connected.${way}`);
    const [id] = me.selected();
    expect(me.map().touchpoints[id!]).toMatchObject(place);
    expect(outgoingOf(me.map(), ID.form).map(([, { to }]) => to)).toEqual([ID.paid, id]);
    expect(me.renaming()?.id).toBe(id);
  });

  test('to the left comes before it, in the stage it lands in', async () => {
    me.select(ID.form);
    await me.do('insert.connected.left');
    const [id] = me.selected();
    const before = incomingOf(me.map(), ID.form).map(([, { from }]) => from);
    expect(before.toSorted()).toEqual([ID.ad, id].toSorted());
    expect(me.map().touchpoints[id!]?.stage).toBe(ID.see);
  });

  test('is for one touchpoint alone', () => {
    expect(me.can('insert.connected.right')).toBe(false);
    me.select(ID.form, ID.paid);
    expect(me.can('insert.connected.up')).toBe(false);
    me.select(ID.see);
    expect(me.can('insert.connected.left')).toBe(false);
    me.select(ID.form);
    expect(me.can('insert.connected.down')).toBe(true);
  });
});

describe('connecting', () => {
  test('asks with what, for any number of touchpoints', async () => {
    expect(me.can('insert.connect')).toBe(false);
    me.select(ID.see);
    expect(me.can('insert.connect')).toBe(false);
    me.select(ID.ad, ID.form);
    expect(me.can('insert.connect')).toBe(true);
    await me.do('insert.connect');
    expect(me.shell.open).toHaveBeenCalledWith('connect');
  });
});

describe('putting a touchpoint on a transition', () => {
  test('brings it into view, its name typed where it was asked for', async () => {
    me = someone(shopMap(), { from: 'outline' });
    me.select(ID.click);
    await me.do('insert.onTransition');
    const [id] = me.selected();
    expect(me.canvas.reveal).toHaveBeenCalledWith({ collection: 'touchpoints', id });
    expect(me.renaming()).toMatchObject({ id, at: 'outline' });
    expect(me.stepsToUndo()).toBe(1);
  });

  test('puts it in the middle of the line where that is free', async () => {
    const map = shopMap();
    const far = { ...map.touchpoints[ID.paid]!, position: { x: 40, y: 600 } };
    me = someone({ ...map, touchpoints: { ...map.touchpoints, [ID.paid]: far } });
    me.select(ID.pay);
    await me.do('insert.onTransition');
    expect(me.map().touchpoints[me.selected()[0]!]?.position).toEqual({ x: 40, y: 304 });
  });

  test('is for one transition alone', () => {
    expect(me.can('insert.onTransition')).toBe(false);
    me.select(ID.click, ID.pay);
    expect(me.can('insert.onTransition')).toBe(false);
    me.select(ID.ad);
    expect(me.can('insert.onTransition')).toBe(false);
  });

  test('that is gone does nothing', () => {
    const before = me.map();
    expect(insertOnTransition(me.editor, 'transition-none')).toBeNull();
    expect(me.map()).toBe(before);
  });
});

describe('reversing a transition', () => {
  test('leads it back', async () => {
    me.select(ID.click);
    expect(me.can('edit.reverse')).toBe(true);
    await me.do('edit.reverse');
    expect(me.map().transitions[ID.click]).toMatchObject({ from: ID.form, to: ID.ad });
    me.select(ID.ad);
    expect(me.can('edit.reverse')).toBe(false);
  });
});
