import { beforeEach, describe, expect, test } from 'vitest';
import { besides } from '../../../src/editing/commands/paste';
import { newMap, outgoingOf } from '../../../src/map/records';
import { serialise } from '../../../src/map/text';
import { ID, shopMap, someone } from './support';

let me: ReturnType<typeof someone>;
beforeEach(() => {
  me = someone();
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
      { x: 24, y: 300 },
      { x: 24, y: 428 },
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
    expect(me.stepsToUndo()).toBe(1);
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
    expect(me.stepsToUndo()).toBe(1);
  });

  test('says what was copied, cut and pasted', async () => {
    me.select(ID.form, ID.paid);
    await me.do('edit.copy');
    expect(me.said()).toMatchObject({ id: 'command.said.copied', values: { count: 2 } });
    await me.do('edit.cut');
    expect(me.said()).toMatchObject({ id: 'command.said.cut', values: { count: 2 } });
    expect(me.selected()).toEqual([]);
    await me.do('edit.paste');
    expect(me.said()).toMatchObject({ id: 'command.said.pasted', values: { count: 2 } });
    const pasted = me.selected().map((id) => ({ collection: 'touchpoints', id }));
    expect(pasted).toHaveLength(2);
    expect(me.canvas.reveal).toHaveBeenCalledWith(...pasted);
  });

  test('copies nothing when nothing is selected', async () => {
    expect([me.can('edit.copy'), me.can('edit.cut')]).toEqual([false, false]);
    await me.do('edit.copy');
    expect(await me.shell.readClipboard()).toBe('');
    expect(me.said()).toBeNull();
  });

  test('that cannot be read is said at once', async () => {
    me.refuseClipboard();
    await me.do('edit.paste');
    expect(me.said()).toMatchObject({ id: 'command.said.noClipboard', urgent: true });
  });

  test('takes a stage with everything in it, and what is in no other', async () => {
    const map = shopMap();
    const { notes } = newMap({ notes: { 'note-of-an-idea': { stage: ID.buy, text: 'Idea' } } });
    me = someone({ ...map, notes });
    me.select(ID.buy);
    await me.do('edit.copy');
    await me.do('edit.paste');
    const made = me.map();
    expect(Object.values(made.touchpoints).map(({ name }) => name)).toEqual([
      'Ad',
      'Form',
      'Paid',
      'Form',
      'Paid',
    ]);
    expect(Object.keys(made.notes)).toHaveLength(2);
    expect(Object.keys(made.stages)).toHaveLength(3);
    const stage = me.selected().find((id) => made.stages[id]);
    expect(Object.values(made.touchpoints).filter((each) => each.stage === stage)).toHaveLength(2);
  });

  test('keeps the distances of what is copied, from its upper left corner', async () => {
    me.select(ID.ad, ID.paid);
    await me.do('edit.copy');
    me.pointAt({ stage: ID.see, x: 100, y: 400 });
    await me.do('edit.paste');
    const pasted = me.selected().map((id) => me.map().touchpoints[id]);
    expect(pasted.map((each) => [each?.stage, each?.position.y])).toEqual([
      [ID.see, 400],
      [ID.buy, 560],
    ]);
  });

  test('without a canvas puts copies below where they came from', async () => {
    me = someone(shopMap(), { withoutCanvas: true });
    me.select(ID.paid);
    await me.do('edit.copy');
    await me.do('edit.paste');
    expect(me.map().touchpoints[me.selected()[0]!]).toMatchObject({
      stage: ID.buy,
      position: { x: 40, y: 288 },
    });
  });

  test('from the outline puts them at the end of the selected stage', async () => {
    me = someone(shopMap(), { from: 'outline' });
    me.select(ID.paid);
    await me.do('edit.copy');
    me.select(ID.see);
    await me.do('edit.paste');
    expect(me.map().touchpoints[me.selected()[0]!]).toMatchObject({
      stage: ID.see,
      position: { x: 40, y: 144 },
    });
  });

  test('copies and pastes notes', async () => {
    me = someone(
      newMap({ notes: { 'note-of-an-idea': { text: 'Idea', position: { x: 8, y: 8 } } } }),
    );
    me.select('note-of-an-idea');
    await me.do('edit.copy');
    me.pointAt({ stage: null, x: 300, y: 80 });
    await me.do('edit.paste');
    expect(me.map().notes[me.selected()[0]!]).toMatchObject({
      text: 'Idea',
      position: { x: 300, y: 80 },
    });
  });

  test('from a map with other stages keeps side by side what was side by side', async () => {
    me.select(ID.ad, ID.form);
    await me.do('edit.copy');
    const text = (await me.shell.readClipboard()) ?? '';
    const other = someone(newMap({ stages: { 'stage-of-one': { order: 'a0' } } }));
    other.pointAt({ stage: 'stage-of-one', x: 0, y: 0 });
    await other.shell.writeClipboard(text);
    await other.do('edit.paste');
    const pasted = other.selected().map((id) => other.map().touchpoints[id]);
    expect(pasted.map((each) => [each?.name, each?.position])).toEqual([
      ['Ad', { x: 36, y: 0 }],
      ['Form', { x: 332, y: 0 }],
    ]);
  });
});

describe('a place to paste at', () => {
  test('is the nearest that no card and no note is at', () => {
    const at = (x: number, y: number) => besides(me.map(), { stage: ID.buy, x, y });
    expect(at(40, 304)).toEqual({ stage: ID.buy, x: 40, y: 304 });
    expect(at(40, 150)).toEqual({ stage: ID.buy, x: 40, y: 288 });
  });
});
