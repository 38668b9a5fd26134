import { beforeEach, describe, expect, test } from 'vitest';
import { connect } from '../../../src/map/edits';
import { newMap } from '../../../src/map/records';
import { ID, shopMap, someone } from './support';

let me: ReturnType<typeof someone>;
beforeEach(() => {
  me = someone();
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

  test('shows what it goes to, gives it the keyboard and says its name', async () => {
    me.select(ID.ad);
    await me.do('select.next');
    const form = { collection: 'touchpoints', id: ID.form };
    expect(me.canvas.reveal).toHaveBeenCalledWith(form);
    expect(me.canvas.focus).toHaveBeenCalledWith(form);
    expect(me.said()).toMatchObject({ id: 'command.said.selected', values: { name: 'Form' } });
  });

  test('goes back by Shift+Tab and ends at the first', async () => {
    me.select(ID.paid);
    await me.do('select.previous');
    expect(me.selected()).toEqual([ID.form]);
    await me.do('select.previous');
    expect(me.selected()).toEqual([ID.ad]);
    expect(me.can('select.previous')).toBe(false);
  });

  test('goes on from the last of several touchpoints', async () => {
    me.select(ID.ad, ID.form, ID.see);
    await me.do('select.next');
    expect(me.selected()).toEqual([ID.paid]);
  });

  test('from something else goes to the first of the journey, or back to the last', async () => {
    me.select(ID.buy);
    await me.do('select.next');
    expect(me.selected()).toEqual([ID.ad]);
    me.select(ID.buy);
    await me.do('select.previous');
    expect(me.selected()).toEqual([ID.paid]);
  });

  test('leaves Tab to the page while nothing is selected', () => {
    expect([me.can('select.next'), me.can('select.previous')]).toEqual([false, false]);
  });
});

describe('following transitions', () => {
  test('goes from a transition to its end or its start', async () => {
    me.select(ID.click);
    await me.do('select.forward');
    expect(me.selected()).toEqual([ID.form]);
    me.select(ID.click);
    await me.do('select.back');
    expect(me.selected()).toEqual([ID.ad]);
  });

  test('is not possible where nothing leads on, nor from several or from a stage', () => {
    for (const ids of [[], [ID.paid], [ID.ad, ID.form], [ID.see]]) {
      me.select(...ids);
      expect(me.can('select.forward')).toBe(false);
    }
    me.select(ID.ad);
    expect(me.can('select.back')).toBe(false);
  });

  test('does not go round in what leads back to itself', async () => {
    me.editor.edit('canvas.step.connect', connect(ID.paid, ID.paid));
    me.select(ID.paid);
    expect(me.can('select.forward')).toBe(false);
    await me.do('select.back');
    expect(me.selected()).toEqual([ID.form]);
  });

  test('goes through the transitions out of a touchpoint, round and round', async () => {
    const more = 'transition-more';
    me.editor.edit('canvas.step.connect', connect(ID.form, ID.ad, {}, more));
    me.select(ID.form);
    await me.do('select.nextTransition');
    expect(me.selected()).toEqual([ID.pay]);
    await me.do('select.nextTransition');
    expect(me.selected()).toEqual([more]);
    await me.do('select.nextTransition');
    expect(me.selected()).toEqual([ID.pay]);
    await me.do('select.previousTransition');
    expect(me.selected()).toEqual([more]);
    me.select(ID.form);
    await me.do('select.previousTransition');
    expect(me.selected()).toEqual([more]);
    expect(me.said()?.values.name).toBe('Form → Ad');
  });

  test('has no transitions to go through where none leads out', () => {
    for (const ids of [[], [ID.paid], [ID.see]]) {
      me.select(...ids);
      expect([me.can('select.nextTransition'), me.can('select.previousTransition')]).toEqual([
        false,
        false,
      ]);
    }
  });
});

describe('stages by key', () => {
  test('are gone to from a touchpoint that has one', () => {
    me.select(ID.see);
    expect(me.can('select.stage')).toBe(false);
    me = someone(newMap({ touchpoints: { [ID.ad]: {} } }));
    me.select(ID.ad);
    expect(me.can('select.stage')).toBe(false);
  });

  test('are gone into, the first where none is selected, unless they are empty', async () => {
    await me.do('select.intoStage');
    expect(me.selected()).toEqual([ID.ad]);
    me.select(ID.buy);
    await me.do('select.intoStage');
    expect(me.selected()).toEqual([ID.form]);
    me = someone(newMap({ stages: { [ID.see]: {} }, touchpoints: { [ID.ad]: {} } }));
    expect(me.can('select.intoStage')).toBe(false);
  });
});

describe('selecting everything', () => {
  test('takes touchpoints and notes, and says how many', async () => {
    const map = shopMap();
    me = someone({ ...map, notes: newMap({ notes: { 'note-of-an-idea': {} } }).notes });
    await me.do('select.all');
    expect(me.selected()).toEqual([ID.ad, ID.form, ID.paid, 'note-of-an-idea']);
    expect(me.said()).toMatchObject({ id: 'canvas.said.selected', values: { count: 4 } });
  });

  test('is undone by Escape, which is left alone when nothing is selected', async () => {
    expect(me.can('select.none')).toBe(false);
    me.select(ID.ad);
    expect(me.can('select.none')).toBe(true);
    await me.do('select.none');
    expect(me.selected()).toEqual([]);
  });
});
