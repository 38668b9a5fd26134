import { expect, test } from 'vitest';
import { pinched } from '../../../src/canvas/gestures/pinchByFingers';

const view = { x: 10, y: 20, zoom: 1 };
const corner = { x: 0, y: 100 };

test('what is between the fingers stays between them, and is as much larger as they are further apart', () => {
  const next = pinched(view, { x: 300, y: 400, apart: 50 }, { x: 320, y: 380, apart: 100 }, corner);
  expect(next.zoom).toBe(2);
  const before = { x: 300 - 10, y: 400 - 100 - 20 };
  expect(next.x + before.x * 2).toBeCloseTo(320);
  expect(next.y + before.y * 2).toBeCloseTo(380 - 100);
});

test('the map becomes no smaller and no larger than elsewhere', () => {
  const at = { x: 300, y: 400 };
  expect(pinched(view, { ...at, apart: 1 }, { ...at, apart: 900 }, corner).zoom).toBe(3);
  expect(pinched(view, { ...at, apart: 900 }, { ...at, apart: 1 }, corner).zoom).toBe(0.05);
});
