import { beforeEach, describe, expect, test } from 'vitest';
import { fakeFrames } from '../frames';
import { handOn, ID, openCanvas, type OpenCanvas } from '../hand';

fakeFrames();
let canvas: OpenCanvas;
let hand: ReturnType<typeof handOn>;
beforeEach(() => {
  canvas = openCanvas();
  hand = handOn(canvas);
});

describe('pressing an item', () => {
  test('selects it at once, alone', () => {
    canvas.select(ID.paid);
    hand.pressOn(ID.ad);
    expect(canvas.selected()).toEqual([ID.ad]);
  });

  test('that is selected with others keeps the others for a drag, and lets them go on a click', () => {
    canvas.select(ID.ad, ID.form);
    hand.pressOn(ID.ad);
    expect(canvas.selected()).toEqual([ID.ad, ID.form]);
    hand.click();
    expect(canvas.selected()).toEqual([ID.ad]);
  });

  test('with Shift adds it', () => {
    canvas.select(ID.paid);
    hand.hold('Shift');
    hand.pressOn(ID.ad);
    hand.click();
    expect(canvas.selected()).toEqual([ID.paid, ID.ad]);
  });

  test('with Shift takes it out when it was in', () => {
    canvas.select(ID.paid, ID.ad);
    hand.hold('Shift');
    hand.pressOn(ID.ad);
    hand.click();
    expect(canvas.selected()).toEqual([ID.paid]);
  });

  test('with Shift keeps it when it was in and is dragged', () => {
    canvas.select(ID.paid, ID.ad);
    hand.hold('Shift');
    hand.pressOn(ID.ad);
    hand.moveBy(0, 40);
    expect(canvas.selected()).toEqual([ID.paid, ID.ad]);
    expect([...(canvas.store.getState().dragged?.keys() ?? [])]).toEqual([ID.paid, ID.ad]);
  });

  test('does not change the map, however often', () => {
    const before = canvas.map();
    for (const id of [ID.ad, ID.idea, ID.form]) {
      hand.pressOn(id);
      hand.click();
    }
    hand.pressHead(ID.buy);
    hand.click();
    expect(canvas.selected()).toEqual([ID.buy]);
    expect(canvas.map()).toBe(before);
  });
});

describe('pressing the line of a transition', () => {
  test('selects it, and a drag moves nothing', () => {
    const before = canvas.map();
    hand.pressLine(ID.click);
    hand.moveBy(50, 50);
    hand.release();
    expect(canvas.selected()).toEqual([ID.click]);
    expect(canvas.map()).toBe(before);
    expect(canvas.store.getState().dragged).toBeNull();
  });
});

describe('a press', () => {
  test('is a drag when the pointer moves more than four pixels, and not before', () => {
    hand.pressOn(ID.ad);
    hand.moveBy(4, 0);
    expect(canvas.store.getState().dragged).toBeNull();
    hand.moveBy(0.5, 0);
    expect(canvas.store.getState().dragged).not.toBeNull();
  });

  test('that became a drag stays one near where it began', () => {
    hand.pressOn(ID.ad);
    hand.moveBy(0, 40);
    hand.moveBy(0, -39);
    expect(canvas.store.getState().dragged?.get(ID.ad)?.y).toBe(0);
  });
});
