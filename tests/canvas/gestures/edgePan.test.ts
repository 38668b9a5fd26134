import { beforeEach, describe, expect, test, vi } from 'vitest';
import { edgePan } from '../../../src/canvas/gestures/edgePan';
import { fakeFrames } from '../frames';
import { handOn, ID, openCanvas, type OpenCanvas } from '../hand';

const frames = fakeFrames();
let canvas: OpenCanvas;
let hand: ReturnType<typeof handOn>;
beforeEach(() => {
  canvas = openCanvas();
  hand = handOn(canvas);
});

/** A point of the page, as one of the canvas. */
const page = (x: number, y: number) => ({ x: x - canvas.view().x, y: y - canvas.view().y });

/** Presses a card and drags it to the middle of the page, away from all edges. */
function dragToMiddle() {
  hand.hold('Ctrl');
  hand.pressOn(ID.paid);
  hand.moveTo(page(600, 400));
}

describe('a drag that rests near an edge', () => {
  test('pans towards that edge, and the card goes along under the pointer', () => {
    dragToMiddle();
    hand.moveTo(page(1_200, 400));
    const before = canvas.store.getState().dragged!.get(ID.paid)!.x;
    frames.tick(20);
    expect(canvas.view()).toEqual({ x: -22, y: 200, zoom: 1 });
    expect(canvas.store.getState().dragged!.get(ID.paid)!.x).toBe(before + 22);
    frames.tick(20);
    expect(canvas.view().x).toBe(-44);
  });

  test.each([
    ['left', 0, 400, 22, 0],
    ['right', 1_200, 400, -22, 0],
    ['top', 600, 0, 0, 22],
    ['bottom', 600, 800, 0, -22],
  ])('shows more of what is to the %s', (_edge, x, y, byX, byY) => {
    dragToMiddle();
    hand.moveTo(page(x, y));
    frames.tick(20);
    expect([canvas.view().x, canvas.view().y - 200]).toEqual([byX, byY]);
  });

  test('pans slower further from the edge, and not at all 36 pixels from it', () => {
    dragToMiddle();
    hand.moveTo(page(1_182, 400));
    frames.tick(20);
    expect(canvas.view().x).toBe(-11);
    hand.moveTo(page(1_164, 400));
    frames.tick(20);
    expect(canvas.view().x).toBe(-11);
    expect(frames.waiting()).toBe(0);
  });

  test('is no faster outside of the canvas', () => {
    dragToMiddle();
    hand.moveTo(page(1_900, 400));
    frames.tick(20);
    expect(canvas.view().x).toBe(-22);
  });

  test('does not jump after a frame that took long', () => {
    dragToMiddle();
    hand.moveTo(page(1_200, 400));
    frames.tick(5_000);
    expect(canvas.view().x).toBe(-55);
  });

  test('ends with the release', () => {
    dragToMiddle();
    hand.moveTo(page(1_200, 400));
    hand.release();
    frames.tick(20);
    expect(canvas.view().x).toBe(0);
    expect(frames.waiting()).toBe(0);
  });

  test('ends with Escape', () => {
    dragToMiddle();
    hand.moveTo(page(1_200, 400));
    hand.type('Escape');
    expect(frames.waiting()).toBe(0);
  });

  test('ends when the canvas is closed', () => {
    dragToMiddle();
    hand.moveTo(page(1_200, 400));
    canvas.runner.stop();
    expect(frames.waiting()).toBe(0);
  });

  test('that began there pans only after it has left the edge', () => {
    canvas.look({ y: 100 });
    // The head of a stage lies at the upper edge.
    hand.press({ x: 100, y: -90 }, { kind: 'item', target: { collection: 'stages', id: ID.see } });
    hand.moveBy(200, 0);
    frames.tick(20);
    expect(canvas.view().y).toBe(100);
    hand.moveBy(0, 60);
    hand.moveBy(0, -60);
    frames.tick(20);
    expect(canvas.view().y).toBeGreaterThan(100);
  });

  test('forgets which edges it has left when the next drag begins', () => {
    dragToMiddle();
    hand.release();
    canvas.look({ y: 100 });
    hand.press({ x: 100, y: -90 }, { kind: 'item', target: { collection: 'stages', id: ID.see } });
    hand.moveBy(200, 0);
    expect(frames.waiting()).toBe(0);
  });
});

describe('a press that has not become a drag', () => {
  test('does not pan at an edge', () => {
    canvas.look({ x: 1_010 });
    hand.pressOn(ID.ad);
    hand.moveBy(1, 0);
    hand.moveBy(2, 0);
    expect(frames.waiting()).toBe(0);
  });
});

describe('panning on a small canvas', () => {
  test('leaves a middle in which nothing pans', () => {
    const pan = vi.fn();
    const box = { left: 0, right: 80, top: 0, bottom: 80 };
    const edge = edgePan({ bounds: () => box, pan, moved: () => undefined });
    const at = (clientX: number) => ({
      clientX,
      clientY: 40,
      shiftKey: false,
      altKey: false,
      ctrlKey: false,
      metaKey: false,
    });
    edge.follow(at(40));
    edge.follow(at(21));
    expect(frames.waiting()).toBe(0);
    edge.follow(at(19));
    expect(frames.waiting()).toBe(1);
  });

  test('waits while there is no canvas', () => {
    const edge = edgePan({ bounds: () => null, pan: vi.fn(), moved: () => undefined });
    edge.follow({
      clientX: 0,
      clientY: 0,
      shiftKey: false,
      altKey: false,
      ctrlKey: false,
      metaKey: false,
    });
    expect(frames.waiting()).toBe(0);
  });
});
