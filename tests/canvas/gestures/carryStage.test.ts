import { beforeEach, describe, expect, test } from 'vitest';
import { inOrder } from '../../../src/map/records';
import { fakeFrames } from '../frames';
import { handOn, ID, openCanvas, type OpenCanvas } from '../hand';

fakeFrames();
let canvas: OpenCanvas;
let hand: ReturnType<typeof handOn>;
beforeEach(() => {
  canvas = openCanvas();
  hand = handOn(canvas);
});

const order = () => inOrder(canvas.map().stages).map(([id]) => id);
const carried = () => canvas.store.getState().carried;

describe('dragging a stage by its head', () => {
  test('shows between which stages it would be put', () => {
    hand.pressHead(ID.see);
    hand.moveTo({ x: 500, y: -70 });
    expect(carried()).toEqual({ stage: ID.see, x: 612 });
    hand.moveTo({ x: 5, y: -70 });
    expect(carried()).toEqual({ stage: ID.see, x: -4 });
  });

  test('past the middle of its neighbour puts it behind the neighbour', () => {
    hand.pressHead(ID.see);
    hand.moveTo({ x: 459, y: -70 });
    hand.release();
    expect(order()).toEqual([ID.buy, ID.see, ID.use]);
    expect(canvas.said()).toMatchObject({
      id: 'canvas.said.stageMoved',
      values: { name: 'See', place: 2 },
    });
    expect(carried()).toBeNull();
    expect(canvas.stepsToUndo()).toBe(1);
  });

  test('not as far as the middle of its neighbour leaves it where it is', () => {
    const before = canvas.map();
    hand.pressHead(ID.see);
    hand.moveTo({ x: 458, y: -70 });
    hand.release();
    expect(canvas.map()).toBe(before);
    expect(canvas.said()).toBeNull();
  });

  test('to either side of its own place leaves it where it is', () => {
    const before = canvas.map();
    for (const x of [200, 700]) {
      hand.pressHead(ID.buy);
      hand.moveTo({ x, y: -70 });
      hand.release();
    }
    expect(canvas.map()).toBe(before);
  });

  test('to the right end makes it the last', () => {
    hand.pressHead(ID.see);
    hand.moveTo({ x: 2_000, y: -70 });
    hand.release();
    expect(order()).toEqual([ID.buy, ID.use, ID.see]);
    expect(canvas.said()?.values).toMatchObject({ place: 3 });
  });

  test('to the left end makes it the first', () => {
    hand.pressHead(ID.use);
    hand.moveTo({ x: 10, y: -70 });
    hand.release();
    expect(order()).toEqual([ID.use, ID.see, ID.buy]);
    expect(canvas.said()?.values).toMatchObject({ name: 'Use', place: 1 });
  });

  test('to the left, behind another, counts its place from the first', () => {
    hand.pressHead(ID.use);
    hand.moveTo({ x: 200, y: -70 });
    hand.release();
    expect(order()).toEqual([ID.see, ID.use, ID.buy]);
    expect(canvas.said()?.values).toMatchObject({ place: 2 });
  });

  test('never comes before the column of what has no stage', () => {
    const map = canvas.map();
    const paid = { ...map.touchpoints[ID.paid]!, stage: null };
    canvas = openCanvas({ ...map, touchpoints: { ...map.touchpoints, [ID.paid]: paid } });
    hand = handOn(canvas);
    const [unsorted, see] = canvas.scene().bands;
    expect(unsorted?.stage).toBeNull();
    hand.pressHead(ID.use);
    hand.moveTo({ x: -50, y: -70 });
    expect(carried()?.x).toBe(see!.x - 4);
    hand.release();
    expect(order()).toEqual([ID.use, ID.see, ID.buy]);
  });

  test('is taken back by Escape', () => {
    const before = canvas.map();
    hand.pressHead(ID.see);
    hand.moveTo({ x: 2_000, y: -70 });
    hand.type('Escape');
    hand.release();
    expect(canvas.map()).toBe(before);
    expect(carried()).toBeNull();
  });
});
