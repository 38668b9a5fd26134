import { scaleLinear } from 'd3-scale';
import { expect, test } from 'vitest';
import { frameOf, placeMarks, stepScale, valueMarks } from '../../../src/controls/charts/frame';

test('a frame leaves room for the values at the left and the places below', () => {
  const frame = frameOf(240, { left: 50, right: 12 });
  expect(frame).toEqual({ height: 240, left: 50, right: 988, top: 12, bottom: 212 });
});

test('values are round, stand where the scale has them, and 0 is strong', () => {
  const marks = valueMarks(scaleLinear([-100, 100], [200, 0]), 4, (value) => `${value} €`);
  expect(marks).toContainEqual({ at: 100, text: '0 €', isStrong: true });
  expect(marks).toContainEqual({ at: 50, text: '50 €', isStrong: false });
});

test('where places are many, only every second or third has a label', () => {
  const months = Array.from({ length: 24 }, (_, index) => `m${index}`);
  const marks = placeMarks(
    months,
    (index) => index * 10,
    (month) => month,
  );
  expect(marks).toHaveLength(12);
  expect(marks.slice(0, 2)).toEqual([
    { at: 0, text: 'm0' },
    { at: 20, text: 'm2' },
  ]);
  expect(
    placeMarks(
      months,
      (index) => index,
      (month) => month,
      24,
    ),
  ).toHaveLength(24);
});

test('steps share the grid evenly, and the middle of one is at a half', () => {
  const at = stepScale(4, frameOf(240, { left: 100, right: 100 }));
  expect([0, 0.5, 1, 4].map(at)).toEqual([100, 200, 300, 900]);
  expect(stepScale(0, frameOf(240))(0)).toBe(64);
});
