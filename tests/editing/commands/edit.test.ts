import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { takenIn } from '../../../src/editing/commands/freePlace';
import { rectsOf } from '../../../src/editing/commands/freeShift';
import { connect, removeRecords } from '../../../src/map/edits';
import { overlaps } from '../../../src/map/layout';
import { newMap, outgoingOf } from '../../../src/map/records';
import { runs } from '../../support/runs';
import { ID, shopMap, someone } from './support';

let me: ReturnType<typeof someone>;
beforeEach(() => {
  me = someone();
});

describe('deleting', () => {
  test('a touchpoint on a path offers to heal the path', async () => {
    me.select(ID.form);
    await me.do('edit.delete');
    expect(outgoingOf(me.map(), ID.ad)).toEqual([]);
    me.offer()?.run();
    expect(outgoingOf(me.map(), ID.ad).map(([, { to, chance }]) => [to, chance.base])).toEqual([
      [ID.paid, 0.2],
    ]);
  });

  test('an end offers nothing', async () => {
    me.select(ID.paid);
    await me.do('edit.delete');
    expect(me.offer()).toBeNull();
    expect(me.can('edit.delete')).toBe(false);
  });

  test('a stage leaves its touchpoints unsorted', async () => {
    me.select(ID.buy);
    await me.do('edit.delete');
    expect(me.map().touchpoints[ID.form]?.stage).toBeNull();
  });

  test('says how many went, and what the first was called', async () => {
    me.select(ID.form, ID.click);
    await me.do('edit.delete');
    expect(me.said()).toMatchObject({
      id: 'command.said.deleted',
      values: { count: 2, name: 'Form' },
    });
    expect(me.selected()).toEqual([]);
    expect(me.map().transitions).toEqual({});
  });

  test('offers in the same words, and healing is said and one step', async () => {
    me.select(ID.form);
    await me.do('edit.delete');
    expect(me.said()).toMatchObject({
      id: 'command.said.deleted',
      values: { count: 1, name: 'Form' },
      offer: { action: 'command.edit.heal' },
    });
    me.offer()?.run();
    expect(me.said()?.id).toBe('command.said.healed');
    expect(me.selected()).toEqual([]);
    expect(me.stepsToUndo()).toBe(1);
    expect(me.map().touchpoints[ID.form]?.name).toBe('Form');
  });

  test('a beginning offers nothing, nor does what only leads back to itself', async () => {
    me.select(ID.ad);
    await me.do('edit.delete');
    expect(me.offer()).toBeNull();
    me.editor.edit('canvas.step.connect', connect(ID.form, ID.form));
    me.editor.edit(
      'canvas.step.connect',
      removeRecords([{ collection: 'touchpoints', id: ID.paid }]),
    );
    me.select(ID.form);
    await me.do('edit.delete');
    expect(me.offer()).toBeNull();
  });

  test('and healing at once joins the path and offers nothing', async () => {
    me.select(ID.form);
    await me.do('edit.deleteHeal');
    expect(outgoingOf(me.map(), ID.ad).map(([, { to }]) => to)).toEqual([ID.paid]);
    expect(me.offer()).toBeNull();
  });

  test('and healing is offered only where a path leads through', () => {
    expect(me.can('edit.deleteHeal')).toBe(false);
    me.select(ID.ad, ID.paid);
    expect(me.can('edit.deleteHeal')).toBe(false);
    me.select(ID.ad, ID.form);
    expect(me.can('edit.deleteHeal')).toBe(true);
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

  test('puts the copies below, where they cover nothing, selects them and says how many', async () => {
    me.select(ID.form, ID.paid);
    await me.do('edit.duplicate');
    const copies = me.selected().map((id) => me.map().touchpoints[id]);
    expect(copies.map((copy) => copy?.position)).toEqual([
      { x: 40, y: 288 },
      { x: 40, y: 448 },
    ]);
    expect(me.said()).toMatchObject({ id: 'command.said.duplicated', values: { count: 2 } });
    expect(Object.keys(me.map().transitions)).toHaveLength(3);
  });

  test('something else than the last copies puts it below again', async () => {
    me.select(ID.ad);
    await me.do('edit.duplicate');
    for (let press = 0; press < 2; press++) await me.do('move.far.down');
    me.select(ID.form);
    await me.do('edit.duplicate');
    expect(me.map().touchpoints[me.selected()[0]!]?.position).toEqual({ x: 40, y: 288 });
  });

  test('a copy that was moved to another stage is copied below itself', async () => {
    me.select(ID.form);
    await me.do('edit.duplicate');
    for (let press = 0; press < 4; press++) await me.do('move.far.left');
    const [copy] = me.selected();
    const { position, stage } = me.map().touchpoints[copy!]!;
    expect(stage).toBe(ID.see);
    await me.do('edit.duplicate');
    expect(me.map().touchpoints[me.selected()[0]!]?.position).toEqual({
      x: position.x,
      y: position.y + 128,
    });
  });

  test('covers nothing, whatever is selected and whatever lies around it', async () => {
    const place = fc.record({
      x: fc.integer({ min: 0, max: 900 }),
      y: fc.integer({ min: 0, max: 900 }),
    });
    const cards = fc.array(fc.tuple(place, fc.boolean(), fc.boolean()), {
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(cards, async (all) => {
        const named = (isNote: boolean) =>
          Object.fromEntries(
            all.flatMap(([position, note], index) =>
              note === isNote ? [[`item-number-${String(index)}`, { position }]] : [],
            ),
          );
        me = someone(newMap({ touchpoints: named(false), notes: named(true) }));
        const before = takenIn(me.map());
        me.select(
          ...all.flatMap(([, , chosen], index) => (chosen ? [`item-number-${String(index)}`] : [])),
        );
        if (!me.can('edit.duplicate')) return;
        await me.do('edit.duplicate');
        const { selection } = me.editor.store.getState();
        const copies = rectsOf(me.map(), selection);
        expect(copies.length).toBe(all.filter(([, , chosen]) => chosen).length);
        expect(copies.filter((copy) => before.some((other) => overlaps(copy, other)))).toEqual([]);
      }),
      { numRuns: runs(60, 2_000) },
    );
  });

  test('is for touchpoints and notes', () => {
    expect(me.can('edit.duplicate')).toBe(false);
    me.select(ID.see);
    expect(me.can('edit.duplicate')).toBe(false);
    me.select(ID.ad);
    expect(me.can('edit.duplicate')).toBe(true);
    me = someone(newMap({ notes: { 'note-of-an-idea': {} } }));
    me.select('note-of-an-idea');
    expect(me.can('edit.duplicate')).toBe(true);
  });
});

describe('undoing and redoing', () => {
  test('are offered when there is something to undo or redo', async () => {
    expect([me.can('edit.undo'), me.can('edit.redo')]).toEqual([false, false]);
    me.select(ID.form);
    await me.do('move.right');
    expect([me.can('edit.undo'), me.can('edit.redo')]).toEqual([true, false]);
    await me.do('edit.undo');
    expect([me.can('edit.undo'), me.can('edit.redo')]).toEqual([false, true]);
    await me.do('edit.redo');
    expect(me.map().touchpoints[ID.form]?.position.x).toBe(48);
  });
});

describe('renaming', () => {
  test('is typed where the one selected record is shown', async () => {
    expect(me.can('edit.rename')).toBe(false);
    me.select(ID.form, ID.paid);
    expect(me.can('edit.rename')).toBe(false);
    me.select(ID.form);
    expect(me.can('edit.rename')).toBe(true);
    await me.do('edit.rename');
    expect(me.renaming()).toEqual({ collection: 'touchpoints', id: ID.form, at: 'view' });
  });

  test('is typed in the outline where it was asked for there', async () => {
    me = someone(shopMap(), { from: 'outline' });
    me.select(ID.form);
    await me.do('edit.rename');
    expect(me.renaming()?.at).toBe('outline');
  });

  test('is typed in the inspector for what is not drawn', async () => {
    me = someone(newMap({ personas: { 'persona-of-ben': { name: 'Ben' } } }));
    me.select('persona-of-ben');
    await me.do('edit.rename');
    expect(me.renaming()?.at).toBe('inspector');
    expect(me.shell.toggle).toHaveBeenCalledWith('inspector');
  });

  test('in the inspector does not close it where it is open', async () => {
    me = someone(newMap({ personas: { 'persona-of-ben': { name: 'Ben' } } }));
    me.shell.isShown.mockReturnValue(true);
    me.select('persona-of-ben');
    await me.do('edit.rename');
    expect(me.shell.toggle).not.toHaveBeenCalled();
  });

  test('is typed in the view for every kind that is drawn', async () => {
    me = someone(
      newMap({
        stages: { 'stage-of-see': {} },
        touchpoints: { 'touchpoint-ad': {} },
        transitions: { 'transition-on': { from: 'touchpoint-ad', to: 'touchpoint-ad' } },
        notes: { 'note-of-an-idea': {} },
        lanes: { 'lane-of-doing': { name: 'Doing' } },
      }),
    );
    const ids = [
      'stage-of-see',
      'touchpoint-ad',
      'transition-on',
      'note-of-an-idea',
      'lane-of-doing',
    ];
    for (const id of ids) {
      me.select(id);
      await me.do('edit.rename');
      expect(me.renaming()).toMatchObject({ id, at: 'view' });
    }
  });
});

describe('colouring', () => {
  test('is for what has a colour', async () => {
    expect(me.can('edit.color')).toBe(false);
    me.select(ID.ad);
    expect(me.can('edit.color')).toBe(false);
    me.select(ID.ad, ID.see);
    expect(me.can('edit.color')).toBe(true);
    await me.do('edit.color');
    expect(me.shell.open).toHaveBeenCalledWith('color');
  });
});
