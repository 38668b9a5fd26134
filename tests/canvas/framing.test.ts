import { describe, expect, test } from 'vitest';
import { anchorOf, fitted, rectOfTarget, stageOf, shiftTo } from '../../src/canvas/framing';
import { sceneBuilder } from '../../src/canvas/scene';
import type { Rect } from '../../src/map/layout';
import { ID, journey } from './hand';

const map = journey();
const scene = sceneBuilder()(map, new Set());
const target = (collection: 'touchpoints' | 'notes' | 'transitions' | 'stages', id: string) => ({
  collection,
  id,
});

describe('where a record is drawn', () => {
  test('is its card, its note, or the box around its line', () => {
    expect(rectOfTarget(scene, map, target('touchpoints', ID.paid))).toBe(scene.cards.get(ID.paid));
    expect(rectOfTarget(scene, map, target('notes', ID.idea))).toBe(scene.notes.get(ID.idea));
    expect(rectOfTarget(scene, map, target('transitions', ID.pay))).toBe(
      scene.routes.get(ID.pay)?.bounds,
    );
  });

  test('is the head of a stage and everything in the stage', () => {
    const see = { x: 0, y: -124, width: 300, height: 452 };
    expect(rectOfTarget(scene, map, target('stages', ID.see))).toEqual(see);
    const use = { x: 616, y: -124, width: 288, height: 96 };
    expect(rectOfTarget(scene, map, target('stages', ID.use))).toEqual(use);
  });

  test('is nowhere for what is not on the canvas', () => {
    expect(rectOfTarget(scene, map, target('stages', 'stage-of-none'))).toBeUndefined();
    expect(
      rectOfTarget(scene, map, { collection: 'personas', id: 'persona-of-ben' }),
    ).toBeUndefined();
  });

  test('comes into view by the head of a stage alone', () => {
    const head = { x: 0, y: -124, width: 300, height: 96 };
    expect(anchorOf(scene, map, target('stages', ID.see))).toEqual(head);
    expect(anchorOf(scene, map, target('touchpoints', ID.ad))).toBe(scene.cards.get(ID.ad));
  });

  test('is in a stage for touchpoints and notes only', () => {
    expect([ID.form, ID.idea, ID.see].map((id) => stageOf(map, id))).toEqual([
      ID.buy,
      ID.see,
      undefined,
    ]);
  });
});

describe('fitting a box', () => {
  const box = { x: 100, y: 200, width: 240, height: 140 };

  test('centres it and leaves 80 pixels of the canvas around it', () => {
    expect(fitted(box, { width: 200, height: 900 }, { most: 2, below: 0 })).toEqual({
      x: 220,
      y: 270,
      zoom: 0.5,
    });
  });

  test('is bound by the height where that is less', () => {
    const { zoom } = fitted(box, { width: 900, height: 150 }, { most: 2, below: 0 });
    expect(zoom).toBe(0.5);
  });

  test('magnifies no further than asked for', () => {
    expect(fitted(box, { width: 9_000, height: 9_000 }, { most: 1.25, below: 0 }).zoom).toBe(1.25);
  });

  test('keeps it clear of what covers the foot of the canvas', () => {
    const view = fitted(box, { width: 200, height: 900 }, { most: 2, below: 300 });
    expect(view).toEqual({ x: 220, y: 270 + 300, zoom: 0.5 });
    const low = fitted(box, { width: 900, height: 450 }, { most: 2, below: 300 });
    expect(low.zoom).toBe(0.5);
  });
});

describe('bringing a record into sight', () => {
  const sight = (view: Rect, bars: readonly Rect[] = [], zoom = 1) => ({ view, bars, zoom });
  const seen = { x: -100, y: -400, width: 1_200, height: 800 };
  const way = (to: ReturnType<typeof target>, of: ReturnType<typeof sight>) =>
    shiftTo(scene, map, [to], of);
  const ad = target('touchpoints', ID.ad);

  test('moves nothing while the whole card is in sight, however near the edge', () => {
    expect(way(ad, sight(seen))).toEqual({ x: 0, y: 0 });
    expect(way(ad, sight({ ...seen, x: 40 }))).toEqual({ x: 0, y: 0 });
    expect(way(ad, sight({ ...seen, width: 140 + 224 }))).toEqual({ x: 0, y: 0 });
  });

  test('moves only along the side where it sticks out, and 24 pixels of the page further', () => {
    expect(way(ad, sight({ ...seen, x: 41 }))).toEqual({ x: -25, y: 0 });
    expect(way(ad, sight({ ...seen, width: 139 + 224 }))).toEqual({ x: 25, y: 0 });
    expect(way(ad, sight({ ...seen, height: 400 + 95 }))).toEqual({ x: 0, y: 25 });
    expect(way(ad, sight({ ...seen, x: 41 }, [], 2)).x).toBe(-13);
  });

  test('keeps it clear of the heads that stay at the upper edge', () => {
    expect(way(ad, sight({ ...seen, y: -52 }))).toEqual({ x: 0, y: 0 });
    expect(way(ad, sight({ ...seen, y: -51 }))).toEqual({ x: 0, y: -25 });
    // From afar a head shows all it has.
    expect(way(ad, sight({ ...seen, y: -96 }, [], 0.4)).y).toBe(0);
    expect(way(ad, sight({ ...seen, y: -95 }, [], 0.4)).y).toBeLessThan(0);
  });

  test('keeps it clear of the bars over the foot, but moves nothing for a bar elsewhere', () => {
    const bar = { x: 20, y: 90, width: 100, height: 60 };
    expect(way(ad, sight(seen, [bar]))).toEqual({ x: 0, y: 96 - 90 + 24 });
    expect(way(ad, sight(seen, [{ ...bar, x: 300 }]))).toEqual({ x: 0, y: 0 });
  });

  test('leaves a line where any part of it is in sight', () => {
    const pay = target('transitions', ID.pay);
    const { bounds } = scene.routes.get(ID.pay)!;
    const upper = { ...bounds, x: bounds.x - 50, y: bounds.y - 152, width: 200, height: 160 };
    expect(way(pay, sight(upper))).toEqual({ x: 0, y: 0 });
    expect(way(pay, sight({ ...upper, y: upper.y - 100 })).y).toBeGreaterThan(0);
  });

  test('moves sideways only for a stage, whose head is always at the upper edge', () => {
    const stage = target('stages', ID.buy);
    expect(way(stage, sight({ ...seen, y: 900 }))).toEqual({ x: 0, y: 0 });
    const { x, y } = way(stage, sight({ ...seen, x: 400, y: 900 }));
    expect(x).toBeLessThan(0);
    expect(y).toBe(0);
  });

  test('of several shows all where they have room, moving no more than that takes, and else the first', () => {
    const paid = target('touchpoints', ID.paid);
    const both = (of: ReturnType<typeof sight>) => shiftTo(scene, map, [paid, ad], of);
    expect(both(sight(seen))).toEqual({ x: 0, y: 0 });
    expect(both(sight({ ...seen, x: 41 }))).toEqual({ x: -25, y: 0 });
    // The ad at 40, the order at 348, each 224 wide.
    const narrow = { ...seen, x: 300, width: 400 };
    expect(both(sight(narrow))).toEqual(way(paid, sight(narrow)));
    expect(both(sight(narrow)).x).toBe(0);
  });

  test('stays for what is not on the canvas', () => {
    const ben = { collection: 'personas', id: 'persona-of-ben' } as const;
    expect(shiftTo(scene, map, [ben], sight(seen))).toEqual({ x: 0, y: 0 });
  });
});
