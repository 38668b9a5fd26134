import { describe, expect, test } from 'vitest';
import {
  anchorOf,
  centered,
  fitted,
  isWithin,
  rectOfTarget,
  stageOf,
} from '../../src/canvas/framing';
import { sceneBuilder } from '../../src/canvas/scene';
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

describe('bringing a box into view', () => {
  const box = { x: 100, y: 200, width: 40, height: 60 };

  test('keeps the zoom where it can be read', () => {
    expect(centered(box, 0.8)).toEqual({ x: 120, y: 230, zoom: 0.8 });
  });

  test('comes nearer or goes further away where it cannot', () => {
    expect(centered(box, 0.1).zoom).toBe(0.45);
    expect(centered(box, 3).zoom).toBe(1.25);
  });
});

describe('a box is within two corners', () => {
  const box = { x: 10, y: 20, width: 30, height: 40 };

  test('when it reaches beyond neither on any side', () => {
    expect(isWithin(box, { x: 10, y: 20 }, { x: 40, y: 60 })).toBe(true);
    expect(isWithin(box, { x: 11, y: 20 }, { x: 40, y: 60 })).toBe(false);
    expect(isWithin(box, { x: 10, y: 21 }, { x: 40, y: 60 })).toBe(false);
    expect(isWithin(box, { x: 10, y: 20 }, { x: 39, y: 60 })).toBe(false);
    expect(isWithin(box, { x: 10, y: 20 }, { x: 40, y: 59 })).toBe(false);
  });
});
