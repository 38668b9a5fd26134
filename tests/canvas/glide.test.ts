import { beforeEach, describe, expect, test } from 'vitest';
import { glide } from '../../src/canvas/glide';
import { createCanvasStore } from '../../src/canvas/state';
import type { Rect } from '../../src/map/layout';
import { fakeFrames } from './frames';

const frames = fakeFrames();
let store: ReturnType<typeof createCanvasStore>;
let rects: Map<string, Rect>;
beforeEach(() => {
  store = createCanvasStore(false);
  rects = new Map([
    ['a', { x: 0, y: 0, width: 10, height: 10 }],
    ['b', { x: 0, y: 50, width: 10, height: 10 }],
  ]);
});

const places = () => new Map(rects);
const put = (id: string, x: number, y: number) => () => {
  rects.set(id, { x, y, width: 10, height: 10 });
  return true;
};
const shown = (id: string) => store.getState().dragged?.get(id);

describe('gliding', () => {
  test('shows what moved on its way from the old place to the new one, fast at first', () => {
    expect(glide({ store, places }, put('a', 80, 160))).toBe(true);
    expect(shown('a')).toEqual({ x: 0, y: 0 });
    frames.tick(140);
    expect(shown('a')).toEqual({ x: 70, y: 140 });
    frames.tick(139);
    expect(shown('a')?.x).toBeCloseTo(80, 3);
    frames.tick(1);
    expect(store.getState().dragged).toBeNull();
    expect(store.getState().carrying).toBeNull();
    expect(frames.waiting()).toBe(0);
  });

  test('moves only what is elsewhere now, be it across or down', () => {
    glide({ store, places }, () => put('a', 80, 0)() && put('b', 0, 60)());
    expect([...(store.getState().carrying ?? [])]).toEqual(['a', 'b']);
    store.setState({ dragged: null });
    glide({ store, places }, put('b', 0, 70));
    expect([...(store.getState().carrying ?? [])]).toEqual(['b']);
  });

  test('does not show what is new', () => {
    glide({ store, places }, put('c', 5, 5));
    expect(store.getState().dragged).toBeNull();
    expect(frames.waiting()).toBe(0);
  });

  test('does nothing for an edit that was refused', () => {
    expect(glide({ store, places }, () => false)).toBe(false);
    expect(store.getState().dragged).toBeNull();
  });

  test('gives way to a drag that begins meanwhile', () => {
    glide({ store, places }, put('a', 80, 160));
    const drag = new Map([['b', { x: 1, y: 2 }]]);
    store.setState({ dragged: drag });
    frames.tick(300);
    expect(store.getState().dragged).toBe(drag);
    expect(frames.waiting()).toBe(0);
  });

  test('is left out where more than 400 things move', () => {
    const row = (y: number, count: number) => {
      for (let n = 0; n < count; n += 1) rects.set(`n${n}`, { x: n, y, width: 1, height: 1 });
      return true;
    };
    row(0, 401);
    expect(glide({ store, places }, () => row(10, 401))).toBe(true);
    expect(store.getState().dragged).toBeNull();
    glide({ store, places }, () => row(20, 400));
    expect(store.getState().dragged?.size).toBe(400);
  });
});
