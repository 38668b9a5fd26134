import { expect, test } from 'vitest';
import { cutOf } from '../../src/canvas/layers/cutOf';

const stage = { x: 100, width: 1_000 };

test('the head of a stage in sight is cut nowhere', () => {
  expect(cutOf(stage, 0, 2_000)).toEqual({ start: 0, end: 0 });
});

test('what is out of sight at either end is cut off', () => {
  expect(cutOf(stage, 300, 900)).toEqual({ start: 200, end: 200 });
});

test('a little is kept for the text, however much is out of sight', () => {
  expect(cutOf(stage, 1_090, 2_000)).toEqual({ start: 760, end: 0 });
  expect(cutOf(stage, -900, 110)).toEqual({ start: 0, end: 760 });
  expect(cutOf({ x: 0, width: 200 }, 50, 100)).toEqual({ start: 0, end: 0 });
});
