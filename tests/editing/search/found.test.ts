import { expect, test } from 'vitest';
import { found } from '../../../src/editing/search/found';

const options = Array.from({ length: 500 }, (_, index) => ({
  id: `touchpoint-${String(index)}`,
  label: `Touchpoint ${String(index)}`,
}));

test('a long list is cut, and how much is left is reported', () => {
  const { shown, more } = found(options, '');
  expect(shown.length + more).toBe(500);
  expect(shown.length).toBeLessThan(50);
});

test('typing on finds what was cut', () => {
  expect(found(options, 'touchpoint 499')).toEqual({ shown: [options[499]], more: 0 });
});

test('a whole id finds its record alone', () => {
  expect(found(options, ' touchpoint-1 ')).toEqual({ shown: [options[1]], more: 0 });
});

test('nothing of a name is nothing', () => {
  expect(found(options, 'nowhere')).toEqual({ shown: [], more: 0 });
});
