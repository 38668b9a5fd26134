import { describe, expect, test } from 'vitest';
import { FIT_MOST, openingView, wholeMap } from '../../src/canvas/opening';
import { curveBox } from '../../src/canvas/emotionBox';
import { sceneBuilder } from '../../src/canvas/scene';
import { newMap } from '../../src/map/records';
import { ID, journey } from './hand';

const scene = sceneBuilder()(journey(), new Set());
/** From the first head to below the lowest card: bands reach to their padding below it. */
const map = { x: 0, y: -124, width: 616 + 288, height: 124 + 328 };

describe('the view of the whole map', () => {
  test('shows everything, as large as fits, with its top at the top', () => {
    const size = { width: 476, height: 4_000 };
    const view = wholeMap(scene, size)!;
    expect(view.zoom).toBeCloseTo(0.5, 10);
    expect((map.x - 24) * view.zoom + view.x).toBeCloseTo(0, 10);
    expect((map.x + map.width + 24) * view.zoom + view.x).toBeCloseTo(476, 10);
    expect((map.y - 24) * view.zoom + view.y).toBeCloseTo(0, 10);
  });

  test('is bound by the height where that is less', () => {
    const view = wholeMap(scene, { width: 4_000, height: 250 })!;
    expect(view.zoom).toBeCloseTo(250 / (map.height + 48), 10);
    const left = (map.x - 24) * view.zoom + view.x;
    const rest = 4_000 - (map.x + map.width + 24) * view.zoom - view.x;
    expect(left).toBeCloseTo(rest, 10);
  });

  test('never magnifies beyond what reads well', () => {
    expect(wholeMap(scene, { width: 9_000, height: 9_000 })?.zoom).toBe(FIT_MOST);
  });

  test('counts the curve of feelings and the names below it', () => {
    const felt = { default: { emotion: { now: 1 } } };
    const own = journey();
    const touchpoints = Object.fromEntries(
      Object.entries(own.touchpoints).map(([id, one]) => [id, { ...one, experience: felt }]),
    );
    const feeling = newMap({ ...own, touchpoints });
    const curve = curveBox(feeling.touchpoints, scene)!;
    // Below the note, which is the lowest thing on the map.
    expect(curve.y).toBeGreaterThan(328);
    const view = wholeMap(scene, { width: 4_000, height: 500 }, curve)!;
    expect((curve.y + curve.height) * view.zoom + view.y).toBeLessThanOrEqual(500);
    expect(curveBox(own.touchpoints, scene)).toBeNull();
  });

  test('is none for an empty map, nor before the canvas has a size', () => {
    expect(wholeMap(sceneBuilder()(newMap({}), new Set()), { width: 800, height: 600 })).toBeNull();
    expect(wholeMap(scene, { width: 0, height: 0 })).toBeNull();
  });
});

describe('how a map is first seen', () => {
  test('is whole where that can be read', () => {
    const size = { width: 1_200, height: 800 };
    expect(openingView(scene, size)).toEqual(wholeMap(scene, size));
  });

  test('is its beginning on a narrow screen where the whole would be too small', () => {
    expect(openingView(scene, { width: 360, height: 700 })).toEqual({ x: 12, y: 74, zoom: 0.5 });
  });

  test('is whole on a narrow screen too where it is small enough', () => {
    const small = newMap({ stages: { [ID.see]: { name: 'See' } } });
    const one = sceneBuilder()(small, new Set());
    const size = { width: 360, height: 700 };
    expect(openingView(one, size)).toEqual(wholeMap(one, size));
  });

  test('is whole on a wide screen however small it gets', () => {
    const size = { width: 640, height: 100 };
    expect(openingView(scene, size)).toEqual(wholeMap(scene, size));
  });
});
