import { beforeEach, describe, expect, test } from 'vitest';
import { middle } from '../../../src/map/layout';
import { fakeFrames } from '../frames';
import { handOn, ID, openCanvas, type OpenCanvas } from '../hand';

fakeFrames();
let canvas: OpenCanvas;
let hand: ReturnType<typeof handOn>;
beforeEach(() => {
  canvas = openCanvas();
  hand = handOn(canvas);
});

const isDragging = () => canvas.store.getState().dragged !== null;
const paid = { kind: 'item', target: { collection: 'touchpoints', id: ID.paid } } as const;

test('the canvas is held from a press to its release, or to what ends it', () => {
  const held = () => canvas.store.getState().held;
  hand.pressOn(ID.paid);
  expect(held()).toBe(true);
  hand.moveBy(0, 40);
  hand.release();
  expect(held()).toBe(false);
  hand.pressOn(ID.paid);
  canvas.runner.keyDown('Escape');
  expect(held()).toBe(false);
  hand.press({ x: 400, y: 200 }, null);
  expect(held()).toBe(false);
});

describe('a press begins no gesture', () => {
  const begins = () => {
    hand.moveBy(0, 100);
    return isDragging() || canvas.selected().length > 0;
  };

  test('with another button than the main one', () => {
    hand.press({ x: 400, y: 200 }, paid, 2);
    expect(begins()).toBe(false);
  });

  test('on what is no part of the map', () => {
    hand.press({ x: 400, y: 200 }, null);
    expect(begins()).toBe(false);
  });

  test('while the hand tool is on, which pans', () => {
    canvas.store.setState({ hand: true });
    hand.pressOn(ID.paid);
    expect(begins()).toBe(false);
  });

  test('while Space is held, which pans too, and does again afterwards', () => {
    canvas.runner.keyDown(' ');
    hand.pressOn(ID.paid);
    expect(begins()).toBe(false);
    hand.release();
    canvas.runner.keyUp(' ');
    hand.pressOn(ID.paid);
    expect(begins()).toBe(true);
  });

  test('while Space is held, which the canvas knows, until a Mac hides that it is released', () => {
    canvas.runner.keyDown(' ');
    expect(canvas.store.getState().space).toBe(true);
    canvas.runner.keyUp('Meta');
    expect(canvas.store.getState().space).toBe(false);
  });

  test('while Space is held, but not when the window lost the focus meanwhile', () => {
    canvas.runner.keyDown(' ');
    canvas.runner.loseFocus();
    hand.pressOn(ID.paid);
    expect(begins()).toBe(true);
  });
});

describe('a gesture', () => {
  test('hears of moves only between the press and the release', () => {
    hand.moveTo(middle(canvas.scene().cards.get(ID.paid)!));
    hand.pressOn(ID.paid);
    hand.moveBy(0, 100);
    hand.release();
    const after = canvas.map();
    hand.moveBy(0, 100);
    hand.release();
    expect(canvas.map()).toBe(after);
  });

  test('is taken back when the system takes the pointer', () => {
    const before = canvas.map();
    hand.pressOn(ID.paid);
    hand.moveBy(0, 100);
    hand.lose();
    expect(isDragging()).toBe(false);
    hand.release();
    expect(canvas.map()).toBe(before);
  });

  test('is taken back when the button was released where the page did not hear of it', () => {
    const before = canvas.map();
    hand.pressOn(ID.paid);
    hand.moveBy(0, 100);
    hand.releaseUnheard();
    hand.moveBy(50, 0);
    expect(isDragging()).toBe(false);
    expect(canvas.map()).toBe(before);
  });

  test('leaves all other keys to the commands, and Escape too when nothing is going on', () => {
    expect(hand.type('Escape')).toBe(false);
    hand.pressOn(ID.paid);
    hand.moveBy(0, 100);
    expect(hand.type('Delete')).toBe(false);
    expect(isDragging()).toBe(true);
    expect(hand.type('Escape')).toBe(true);
    expect(hand.type('Escape')).toBe(false);
  });
});
