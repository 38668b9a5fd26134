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

describe('dragging across the empty canvas', () => {
  test('selects every card and note the rectangle touches, wherever it began', () => {
    hand.pressPane({ x: 300, y: 350 });
    hand.moveTo({ x: 250, y: 80 });
    expect(canvas.store.getState().marquee).toEqual({ x: 250, y: 80, width: 50, height: 270 });
    expect(canvas.selected()).toEqual([ID.ad]);
    hand.moveTo({ x: 200, y: 80 });
    expect(canvas.selected()).toEqual([ID.ad, ID.idea]);
    hand.release();
    expect(canvas.store.getState().marquee).toBeNull();
    expect(canvas.said()).toMatchObject({ id: 'canvas.said.selected', values: { count: 2 } });
  });

  test('leaves out what only shares an edge with the rectangle', () => {
    hand.pressPane({ x: 264, y: 300 });
    hand.moveTo({ x: 348, y: -20 });
    expect(canvas.selected()).toEqual([]);
  });

  test('replaces the selection', () => {
    canvas.select(ID.paid);
    hand.pressPane({ x: 20, y: 300 });
    hand.moveTo({ x: 60, y: 210 });
    expect(canvas.selected()).toEqual([ID.idea]);
  });

  test('with Shift adds to the selection, and lets nothing in it go', () => {
    canvas.select(ID.paid);
    hand.hold('Shift');
    hand.pressPane({ x: 300, y: 300 });
    hand.moveTo({ x: 400, y: 80 });
    expect(canvas.selected()).toEqual([ID.paid, ID.form]);
    hand.moveTo({ x: 310, y: 290 });
    expect(canvas.selected()).toEqual([ID.paid]);
  });

  test('selects by where things are on the canvas, also zoomed out', () => {
    canvas.look({ x: 100, zoom: 0.5 });
    hand.pressPane({ x: 20, y: -20 });
    hand.moveTo({ x: 400, y: 50 });
    expect(canvas.selected()).toEqual([ID.ad, ID.form]);
  });

  test('is taken back by Escape, which nobody else hears', () => {
    canvas.select(ID.paid);
    hand.pressPane({ x: 20, y: 300 });
    hand.moveTo({ x: 60, y: 210 });
    expect(hand.type('Escape')).toBe(true);
    expect(canvas.selected()).toEqual([ID.paid]);
    expect(canvas.store.getState().marquee).toBeNull();
    hand.moveTo({ x: 400, y: 300 });
    hand.release();
    expect(canvas.selected()).toEqual([ID.paid]);
  });

  test('never changes the map', () => {
    const before = canvas.map();
    hand.pressPane({ x: 20, y: 300 });
    hand.moveTo({ x: 600, y: -50 });
    hand.release();
    expect(canvas.map()).toBe(before);
  });
});

describe('a click on the empty canvas', () => {
  test('selects nothing', () => {
    canvas.select(ID.ad);
    hand.pressPane({ x: 300, y: 300 });
    hand.moveBy(2, 2);
    hand.release();
    expect(canvas.selected()).toEqual([]);
  });

  test('with Shift leaves the selection', () => {
    canvas.select(ID.ad);
    hand.hold('Shift');
    hand.pressPane({ x: 300, y: 300 });
    hand.release();
    expect(canvas.selected()).toEqual([ID.ad]);
  });
});
