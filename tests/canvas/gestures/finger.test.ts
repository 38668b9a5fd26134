import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeFrames } from '../frames';
import { handOn, ID, openCanvas, type OpenCanvas } from '../hand';

fakeFrames();
let canvas: OpenCanvas;
let finger: ReturnType<typeof handOn>;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  canvas = openCanvas();
  finger = handOn(canvas, true);
});
afterEach(() => {
  vi.useRealTimers();
});

const rest = (milliseconds: number) => vi.advanceTimersByTime(milliseconds);
const isDragging = () => canvas.store.getState().dragged !== null;

describe('a finger', () => {
  test('that rests and then moves carries the card', () => {
    finger.pressOn(ID.paid);
    rest(380);
    finger.moveBy(0, 100);
    finger.release();
    expect(canvas.map().touchpoints[ID.paid]?.position.y).toBe(264);
  });

  test('that moves before it has rested pans, and moves nothing for the rest of the touch', () => {
    const before = canvas.map();
    finger.pressOn(ID.paid);
    rest(379);
    finger.moveBy(0, 10);
    expect(canvas.runner.holdsTouch()).toBe(false);
    rest(500);
    finger.moveBy(0, 100);
    expect(isDragging()).toBe(false);
    finger.release();
    expect(canvas.map()).toBe(before);
  });

  test('may tremble by nine pixels while it rests', () => {
    finger.pressOn(ID.paid);
    finger.moveBy(9, 0);
    expect(isDragging()).toBe(false);
    rest(380);
    finger.moveBy(0, 50);
    expect(isDragging()).toBe(true);
  });

  test('that taps selects', () => {
    canvas.select(ID.ad, ID.form);
    finger.pressOn(ID.ad);
    finger.release();
    expect(canvas.selected()).toEqual([ID.ad]);
  });

  test('keeps the canvas from panning only from when it carries to when it is lifted', () => {
    expect(canvas.runner.holdsTouch()).toBe(false);
    finger.pressOn(ID.paid);
    expect(canvas.runner.holdsTouch()).toBe(false);
    rest(380);
    expect(canvas.runner.holdsTouch()).toBe(true);
    finger.release();
    expect(canvas.runner.holdsTouch()).toBe(false);
  });

  test('that is lifted before it has rested does not rest for the next one', () => {
    finger.pressOn(ID.paid);
    rest(300);
    finger.release();
    finger.pressOn(ID.paid);
    rest(100);
    expect(canvas.runner.holdsTouch()).toBe(false);
  });

  test('tells the canvas that it is touched, until a mouse is used', () => {
    finger.pressOn(ID.paid);
    expect(canvas.store.getState().touch).toBe(true);
    finger.release();
    handOn(canvas).pressOn(ID.paid);
    expect(canvas.store.getState().touch).toBe(false);
  });
});

describe('a second finger', () => {
  test('does not move what the first carries', () => {
    finger.pressOn(ID.paid);
    rest(380);
    finger.moveBy(0, 100);
    finger.secondFinger.press({ x: 700, y: 300 });
    finger.secondFinger.moveTo({ x: 800, y: 400 });
    expect(canvas.store.getState().dragged?.get(ID.paid)).toEqual({ x: 348, y: 264 });
  });

  test('does not drop what the first carries', () => {
    finger.pressOn(ID.paid);
    rest(380);
    finger.moveBy(0, 100);
    finger.secondFinger.press({ x: 700, y: 300 });
    finger.secondFinger.release();
    expect(isDragging()).toBe(true);
    finger.release();
    expect(canvas.map().touchpoints[ID.paid]?.position.y).toBe(264);
  });

  test('that the system takes leaves the first alone', () => {
    finger.pressOn(ID.paid);
    rest(380);
    finger.moveBy(0, 100);
    finger.secondFinger.lose();
    expect(isDragging()).toBe(true);
    finger.lose();
    expect(isDragging()).toBe(false);
  });

  test('beside one that still rests is a pinch: nothing is carried or selected by it', () => {
    canvas.select(ID.ad, ID.form);
    finger.pressOn(ID.ad);
    rest(100);
    finger.secondFinger.press({ x: 700, y: 300 });
    rest(500);
    expect(canvas.runner.holdsTouch()).toBe(false);
    finger.moveBy(0, 100);
    finger.secondFinger.release();
    finger.release();
    expect(isDragging()).toBe(false);
    expect(canvas.selected()).toEqual([ID.ad, ID.form]);
  });
});
