import { beforeEach, describe, expect, test } from 'vitest';
import { fakeFrames } from '../frames';
import { handOn, ID, openCanvas, type OpenCanvas } from '../hand';

fakeFrames();
let canvas: OpenCanvas;
let hand: ReturnType<typeof handOn>;
beforeEach(() => {
  canvas = openCanvas();
  hand = handOn(canvas);
  canvas.select(ID.click);
});

const line = () => canvas.store.getState().line;
const click = () => canvas.map().transitions[ID.click];

describe('dragging the end of a transition', () => {
  test('with the arrow keeps its start fixed', () => {
    const route = canvas.scene().routes.get(ID.click)!;
    hand.pressEnd(ID.click, 'to');
    hand.moveOnto(ID.paid);
    expect(line()).toMatchObject({
      fixed: route.start,
      isEnd: true,
      over: ID.paid,
      transition: ID.click,
    });
  });

  test('without the arrow keeps its end fixed', () => {
    const route = canvas.scene().routes.get(ID.click)!;
    hand.pressEnd(ID.click, 'from');
    hand.moveOnto(ID.paid);
    expect(line()).toMatchObject({ fixed: route.end, isEnd: false });
  });

  test('onto another card leads it there, with its chance', () => {
    hand.pressEnd(ID.click, 'to');
    hand.moveOnto(ID.paid);
    hand.release();
    expect(click()).toMatchObject({ from: ID.ad, to: ID.paid, chance: { base: 0.5 } });
    expect(canvas.said()).toMatchObject({
      id: 'canvas.said.connected',
      values: { from: 'Ad', to: 'Paid' },
    });
    expect(line()).toBeNull();
    expect(canvas.stepsToUndo()).toBe(1);
  });

  test('can make it start elsewhere', () => {
    canvas.select(ID.pay);
    hand.pressEnd(ID.pay, 'from');
    hand.moveOnto(ID.ad);
    hand.release();
    expect(canvas.map().transitions[ID.pay]).toMatchObject({ from: ID.ad, to: ID.paid });
    expect(canvas.said()?.values).toEqual({ from: 'Ad', to: 'Paid' });
  });

  test('into the open, or back to where it was, changes nothing', () => {
    const before = canvas.map();
    hand.pressEnd(ID.click, 'to');
    hand.moveTo({ x: 700, y: 300 });
    hand.release();
    hand.pressEnd(ID.click, 'to');
    hand.moveTo({ x: 700, y: 300 });
    hand.moveOnto(ID.form);
    hand.release();
    expect(canvas.map()).toBe(before);
    expect(canvas.said()).toBeNull();
    expect(line()).toBeNull();
  });

  test('does nothing when the transition is gone before the release', () => {
    hand.pressEnd(ID.click, 'to');
    hand.moveOnto(ID.paid);
    canvas.editor.edit('command.edit.delete', (map) => {
      Reflect.deleteProperty(map.transitions, ID.click);
    });
    const before = canvas.map();
    hand.release();
    expect(canvas.map()).toBe(before);
    expect(canvas.said()).toBeNull();
  });

  test('is taken back by Escape', () => {
    const before = canvas.map();
    hand.pressEnd(ID.click, 'to');
    hand.moveOnto(ID.paid);
    hand.type('Escape');
    hand.release();
    expect(canvas.map()).toBe(before);
    expect(line()).toBeNull();
  });

  test('a click on it does nothing', () => {
    const before = canvas.map();
    hand.pressEnd(ID.click, 'to');
    hand.click();
    expect(canvas.map()).toBe(before);
    expect(canvas.selected()).toEqual([ID.click]);
  });
});
