import { beforeEach, describe, expect, test } from 'vitest';
import { fold, displayOf, NO_FILTER } from '../../../src/editing/display';
import { newMap } from '../../../src/map/records';
import { ID, shopMap, someone } from './support';

let me: ReturnType<typeof someone>;
beforeEach(() => {
  me = someone();
});

const display = () => displayOf(me.editor).getState();

describe('commands of the canvas', () => {
  const ids = [
    'view.zoomIn',
    'view.zoomOut',
    'view.actualSize',
    'view.fit',
    'view.select',
    'view.hand',
    'view.filter',
    'view.emotions',
  ];

  test.each(ids)('%s is there only while the canvas is', async (id) => {
    expect(me.can(id)).toBe(true);
    me = someone(shopMap(), { withoutCanvas: true });
    expect(me.can(id)).toBe(false);
    await me.do(id);
  });

  test('zoom, fit and take the hand', async () => {
    for (const id of ids.slice(0, 6)) await me.do(id);
    expect(me.canvas.zoomIn).toHaveBeenCalledOnce();
    expect(me.canvas.zoomOut).toHaveBeenCalledOnce();
    expect(me.canvas.zoomTo).toHaveBeenCalledExactlyOnceWith(1);
    expect(me.canvas.fit).toHaveBeenCalledExactlyOnceWith();
    expect(me.canvas.setHand.mock.calls).toEqual([[false], [true]]);
  });

  test('show which of arrow and hand is on', () => {
    expect([me.isOn('view.select'), me.isOn('view.hand')]).toEqual([true, false]);
    me.canvas.hand.mockReturnValue(true);
    expect([me.isOn('view.select'), me.isOn('view.hand')]).toEqual([false, true]);
    me = someone(shopMap(), { withoutCanvas: true });
    expect([me.isOn('view.select'), me.isOn('view.hand')]).toEqual([false, false]);
  });

  test('fit the selection, where there is one', async () => {
    expect(me.can('view.fitSelection')).toBe(false);
    me.select(ID.ad, ID.buy);
    expect(me.can('view.fitSelection')).toBe(true);
    await me.do('view.fitSelection');
    expect(me.canvas.fit).toHaveBeenCalledExactlyOnceWith([
      { collection: 'touchpoints', id: ID.ad },
      { collection: 'stages', id: ID.buy },
    ]);
    me = someone(shopMap(), { withoutCanvas: true });
    me.select(ID.ad);
    expect(me.can('view.fitSelection')).toBe(false);
  });
});

describe('commands around the views', () => {
  test.each(['map', 'table', 'insights', 'machine'])('show the %s', async (view) => {
    await me.do(`view.show.${view}`);
    expect(me.shell.show).toHaveBeenCalledExactlyOnceWith(view);
  });

  test.each(['outline', 'inspector', 'problems', 'minimap'])('toggle the %s', async (panel) => {
    expect(me.isOn(`view.panel.${panel}`)).toBe(false);
    me.shell.isShown.mockImplementation((name) => name === panel);
    expect(me.isOn(`view.panel.${panel}`)).toBe(true);
    await me.do(`view.panel.${panel}`);
    expect(me.shell.toggle).toHaveBeenCalledExactlyOnceWith(panel);
  });

  test('move between the parts of the screen', async () => {
    await me.do('view.part.next');
    await me.do('view.part.previous');
    expect(me.shell.moveToPart.mock.calls).toEqual([[1], [-1]]);
  });
});

describe('presenting', () => {
  test('begins with nothing selected or typed, and the filter closed', async () => {
    me.select(ID.ad);
    me.editor.rename({ collection: 'touchpoints', id: ID.ad });
    displayOf(me.editor).setState({ isFilterOpen: true });
    await me.do('view.present');
    expect(display()).toMatchObject({ isPresenting: true, isFilterOpen: false });
    expect([me.selected(), me.renaming()]).toEqual([[], null]);
    expect(me.shell.show).not.toHaveBeenCalled();
  });

  test('shows the map first where another view is shown', async () => {
    me = someone(shopMap(), { withoutCanvas: true });
    await me.do('view.present');
    expect(me.shell.show).toHaveBeenCalledExactlyOnceWith('map');
  });

  test('needs a touchpoint', () => {
    expect(me.can('view.present')).toBe(true);
    expect(someone(newMap({ stages: { [ID.see]: {} } })).can('view.present')).toBe(false);
  });
});

describe('the filter', () => {
  test('is opened, and taken off where it asks for something', async () => {
    await me.do('view.filter');
    expect(display().isFilterOpen).toBe(true);
    expect(me.can('view.unfilter')).toBe(false);
    displayOf(me.editor).setState({ filter: { ...NO_FILTER, channels: ['web'] } });
    expect(me.can('view.unfilter')).toBe(true);
    await me.do('view.unfilter');
    expect(display().filter).toBe(NO_FILTER);
    expect(me.said()?.id).toBe('map.filter.off');
  });
});

describe('the feelings below the map', () => {
  test('are shown or not', async () => {
    expect(me.isOn('view.emotions')).toBe(true);
    await me.do('view.emotions');
    expect(me.isOn('view.emotions')).toBe(false);
    await me.do('view.emotions');
    expect(display().emotions).toBe(true);
  });
});

describe('folding', () => {
  test('is for one stage on the canvas, forth and back', async () => {
    expect(me.can('view.fold')).toBe(false);
    me.select(ID.ad);
    expect(me.can('view.fold')).toBe(false);
    await me.do('view.fold');
    expect(display().folded.size).toBe(0);
    me.select(ID.see);
    expect([me.can('view.fold'), me.isOn('view.fold')]).toEqual([true, false]);
    await me.do('view.fold');
    expect(me.isOn('view.fold')).toBe(true);
    await me.do('view.fold');
    expect(me.isOn('view.fold')).toBe(false);
    me = someone(shopMap(), { withoutCanvas: true });
    me.select(ID.see);
    expect(me.can('view.fold')).toBe(false);
  });

  test('is taken back for all stages at once', async () => {
    expect(me.can('view.unfoldAll')).toBe(false);
    fold(me.editor, ID.see, true);
    fold(me.editor, ID.buy, true);
    expect(me.can('view.unfoldAll')).toBe(true);
    await me.do('view.unfoldAll');
    expect(display().folded.size).toBe(0);
  });
});
