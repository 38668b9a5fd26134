import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { touchpointsInJourneyOrder } from '../../../src/map/layout';
import { newMap, inOrder } from '../../../src/map/records';
import { ID, shopMap, someone } from './support';

let me: ReturnType<typeof someone>;
beforeEach(() => {
  me = someone();
});

const NOTE = 'note-of-an-idea';
const stages = () => inOrder(me.map().stages).map(([id]) => id);
const journey = () => touchpointsInJourneyOrder(me.map()).map(([id]) => id);

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
    expect(me.stepsToUndo()).toBe(1);
    expect(me.map().touchpoints[ID.form]?.position.y).toBe(0);
  });

  test('across the edge of a stage changes the stage, and says the new place', async () => {
    me.select(ID.form);
    for (let press = 0; press < 3; press++) await me.do('move.far.left');
    expect(me.map().touchpoints[ID.form]?.stage).toBe(ID.see);
    expect(me.said()?.values).toMatchObject({ name: 'Form', stage: 'See' });
  });

  test.each([
    ['left', { x: 32, y: 0 }],
    ['right', { x: 48, y: 0 }],
    ['up', { x: 40, y: -8 }],
    ['down', { x: 40, y: 8 }],
    ['far.left', { x: -40, y: 0 }],
    ['far.right', { x: 120, y: 0 }],
    ['far.up', { x: 40, y: -80 }],
    ['far.down', { x: 40, y: 80 }],
  ])('%s moves there', async (way, position) => {
    me.select(ID.ad);
    await me.do(`move.${way}`);
    expect(me.map().touchpoints[ID.ad]?.position).toEqual(position);
  });

  test('moves all touchpoints and notes that are selected, and nothing else', async () => {
    const map = shopMap();
    me = someone({ ...map, notes: newMap({ notes: { [NOTE]: { stage: ID.see } } }).notes });
    me.select(ID.form, NOTE, ID.see);
    await me.do('move.down');
    expect(me.map().touchpoints[ID.form]?.position.y).toBe(8);
    expect(me.map().notes[NOTE]?.position.y).toBe(8);
    expect(me.map().touchpoints[ID.ad]).toBe(map.touchpoints[ID.ad]);
    expect(me.said()).toMatchObject({
      id: 'canvas.said.moved',
      values: { count: 2, name: 'Form', stage: 'Buy' },
    });
    expect(me.selected()).toEqual([ID.form, NOTE, ID.see]);
  });

  test('is for what can be moved only', () => {
    expect(me.can('move.left')).toBe(false);
    me.select(ID.see, ID.click);
    expect(me.can('move.far.left')).toBe(false);
    me.select(ID.see, ID.ad);
    expect(me.can('move.left')).toBe(true);
  });

  test('across both ends of the journey stays in the last stage on that side', async () => {
    me.select(ID.ad);
    for (let press = 0; press < 3; press++) await me.do('move.far.left');
    expect(me.map().touchpoints[ID.ad]).toMatchObject({ stage: ID.see, position: { x: -200 } });
  });

  describe('after a pause', () => {
    beforeEach(() => {
      vi.spyOn(performance, 'now').mockImplementation(() => now);
    });
    afterEach(() => {
      vi.restoreAllMocks();
    });
    let now = 1_000;

    test.each([
      [399, 1],
      [400, 2],
    ])('of %d ms makes %d undo steps of two presses', async (pause, steps) => {
      me.select(ID.form);
      await me.do('move.down');
      now += pause;
      await me.do('move.down');
      expect(me.stepsToUndo()).toBe(steps);
    });

    test('counts from the last press, so that a held key is one step however long', async () => {
      me.select(ID.form);
      for (let press = 0; press < 5; press++) {
        await me.do('move.down');
        now += 300;
      }
      expect(me.stepsToUndo()).toBe(1);
    });

    test('in one map says nothing of another map', async () => {
      const other = someone();
      for (const each of [me, other]) each.select(ID.form);
      await me.do('move.down');
      now += 500;
      await other.do('move.down');
      await me.do('move.down');
      expect(me.stepsToUndo()).toBe(2);
    });
  });
});

describe('putting a stage earlier or later', () => {
  test('puts it before its neighbour, and not beyond the first', async () => {
    me.select(ID.buy);
    expect(me.can('move.later')).toBe(false);
    await me.do('move.earlier');
    expect(stages()).toEqual([ID.buy, ID.see]);
    expect(me.can('move.earlier')).toBe(false);
    expect(me.said()).toMatchObject({
      id: 'canvas.said.stageMoved',
      values: { name: 'Buy', place: 1 },
    });
    expect(me.stepsToUndo()).toBe(1);
  });

  test('puts it behind its neighbour, among three', async () => {
    const use = 'stage-of-use1';
    const map = shopMap();
    const { stages: more } = newMap({ stages: { [use]: { name: 'Use', order: 'a2' } } });
    me = someone({ ...map, stages: { ...map.stages, ...more } });
    me.select(ID.see);
    await me.do('move.later');
    expect(stages()).toEqual([ID.buy, ID.see, use]);
    expect(me.said()?.values).toEqual({ name: 'See', place: 2 });
    await me.do('move.later');
    expect(stages()).toEqual([ID.buy, use, ID.see]);
    me.select(use);
    await me.do('move.earlier');
    expect(stages()).toEqual([use, ID.buy, ID.see]);
  });
});

describe('putting a touchpoint earlier or later', () => {
  test('lets it and its neighbour in the stage change places', async () => {
    me.select(ID.form);
    expect(me.can('move.earlier')).toBe(false);
    await me.do('move.later');
    expect(me.map().touchpoints[ID.form]?.position).toEqual({ x: 40, y: 160 });
    expect(me.map().touchpoints[ID.paid]?.position).toEqual({ x: 40, y: 0 });
    expect(journey()).toEqual([ID.ad, ID.paid, ID.form]);
    expect(me.can('move.later')).toBe(false);
    expect(me.said()).toMatchObject({
      id: 'canvas.said.inTurn',
      values: { name: 'Form', stage: 'Buy', place: 2, count: 2 },
    });
    await me.do('move.earlier');
    expect(journey()).toEqual([ID.ad, ID.form, ID.paid]);
    expect(me.said()?.values).toMatchObject({ place: 1 });
  });

  test('tells two on one spot apart by a step of the grid', async () => {
    const map = shopMap();
    const paid = { ...map.touchpoints[ID.paid]!, position: { x: 40, y: 0 } };
    me = someone({ ...map, touchpoints: { ...map.touchpoints, [ID.paid]: paid } });
    me.select(ID.form);
    await me.do('move.later');
    expect(me.map().touchpoints[ID.form]?.position).toEqual({ x: 40, y: 8 });
    expect(journey()).toEqual([ID.ad, ID.paid, ID.form]);
    me = someone({ ...map, touchpoints: { ...map.touchpoints, [ID.paid]: paid } });
    me.select(ID.paid);
    await me.do('move.earlier');
    expect(me.map().touchpoints[ID.paid]?.position).toEqual({ x: 40, y: -8 });
    expect(journey()).toEqual([ID.ad, ID.paid, ID.form]);
  });

  test('is for one stage or touchpoint alone', () => {
    expect(me.can('move.later')).toBe(false);
    me.select(ID.form, ID.paid);
    expect(me.can('move.later')).toBe(false);
    me.select(ID.click);
    expect(me.can('move.later')).toBe(false);
  });
});

describe('moving to a stage', () => {
  test('asks which, where something can be moved and there is a stage', async () => {
    expect(me.can('move.toStage')).toBe(false);
    me.select(ID.ad);
    expect(me.can('move.toStage')).toBe(true);
    await me.do('move.toStage');
    expect(me.shell.open).toHaveBeenCalledWith('moveTo');
    me = someone(newMap({ touchpoints: { [ID.ad]: {} } }));
    me.select(ID.ad);
    expect(me.can('move.toStage')).toBe(false);
  });
});
