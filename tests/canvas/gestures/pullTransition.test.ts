import { beforeEach, describe, expect, test } from 'vitest';
import { outgoingOf } from '../../../src/map/records';
import { fakeFrames } from '../frames';
import { handOn, ID, openCanvas, type OpenCanvas } from '../hand';

fakeFrames();
let canvas: OpenCanvas;
let hand: ReturnType<typeof handOn>;
beforeEach(() => {
  canvas = openCanvas();
  hand = handOn(canvas);
});

const line = () => canvas.store.getState().line;
const renaming = () => canvas.editor.store.getState().renaming;
const goals = (id: string) => outgoingOf(canvas.map(), id).map(([, { to }]) => to);

describe('dragging the arrow beside a card', () => {
  test('draws a line from the card to the pointer', () => {
    hand.pressArrow(ID.ad);
    hand.moveTo({ x: 320, y: 300 });
    expect(line()).toEqual({
      fixed: { x: 264, y: 48 },
      loose: { x: 320, y: 300 },
      isEnd: true,
      over: null,
      transition: null,
    });
  });

  test('onto another card connects the two and selects the transition', () => {
    hand.pressArrow(ID.ad);
    hand.moveOnto(ID.paid);
    expect(line()?.over).toBe(ID.paid);
    hand.release();
    expect(goals(ID.ad)).toEqual([ID.form, ID.paid]);
    const [made] = canvas.selected();
    expect(canvas.map().transitions[made!]).toMatchObject({ from: ID.ad, to: ID.paid });
    expect(canvas.said()).toMatchObject({
      id: 'canvas.said.shared',
      values: { from: 'Ad', to: 'Paid', count: 2 },
    });
    expect(line()).toBeNull();
    expect(canvas.stepsToUndo()).toBe(1);
  });

  test('into the open makes a touchpoint there, connected, with its name to be typed', () => {
    hand.pressArrow(ID.form);
    hand.moveTo({ x: 700, y: 250 });
    hand.release();
    const [made] = canvas.selected();
    expect(goals(ID.form)).toEqual([ID.paid, made]);
    expect(canvas.map().touchpoints[made!]).toMatchObject({
      stage: ID.use,
      position: { x: 88, y: 200 },
    });
    expect(renaming()).toMatchObject({ id: made, at: 'view' });
    expect(canvas.stepsToUndo()).toBe(1);
  });

  test('is taken back by Escape', () => {
    const before = canvas.map();
    hand.pressArrow(ID.form);
    hand.moveTo({ x: 700, y: 250 });
    hand.type('Escape');
    hand.release();
    expect(canvas.map()).toBe(before);
    expect(line()).toBeNull();
  });
});

describe('a click on the arrow beside a card', () => {
  test('makes the next touchpoint to the right of it', () => {
    hand.pressArrow(ID.form);
    hand.click();
    const [made] = canvas.selected();
    expect(goals(ID.form)).toEqual([ID.paid, made]);
    expect(canvas.map().touchpoints[made!]).toMatchObject({ stage: ID.use });
    expect(renaming()?.id).toBe(made);
  });
});
