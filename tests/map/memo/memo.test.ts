import { create } from 'mutative';
import { expect, test, vi } from 'vitest';
import { lastCall, once, perObject } from '../../../src/map/memo';

test('a value computed once is not computed again, not even undefined', () => {
  const compute = vi.fn(() => undefined);
  const value = once(compute);
  expect(compute).not.toHaveBeenCalled();
  value();
  value();
  expect(compute).toHaveBeenCalledTimes(1);
});

test('a result is cached per object, not per content', () => {
  const compute = vi.fn(({ size }: { size: number }) => size * 2);
  const double = perObject(compute);
  const [first, second] = [{ size: 1 }, { size: 1 }];
  expect([double(first), double(first), double(second)]).toEqual([2, 2, 2]);
  expect(compute).toHaveBeenCalledTimes(2);
});

test('the result for a draft follows its changes', () => {
  const sizeOf = perObject(({ size }: { size: number }) => size);
  create({ size: 1 }, (draft) => {
    expect(sizeOf(draft)).toBe(1);
    draft.size = 2;
    expect(sizeOf(draft)).toBe(2);
  });
});

test('a call with other arguments replaces the cached result', () => {
  const compute = vi.fn((a: number, b: number) => ({ sum: a + b }));
  const add = lastCall(compute);
  const first = add(1, 2);
  expect(add(1, 2)).toBe(first);
  expect(add(2, 1)).toEqual({ sum: 3 });
  expect(add(1, 2)).not.toBe(first);
  expect(compute).toHaveBeenCalledTimes(3);
});

test('a call is only the same when every argument is', () => {
  const compute = vi.fn((a: number, b: number) => a - b);
  const difference = lastCall(compute);
  expect([difference(1, 2), difference(1, 3), difference(2, 3), difference(2, 3)]).toEqual([
    -1, -2, -1, -1,
  ]);
  expect(compute).toHaveBeenCalledTimes(3);
});

test('a call without arguments is cached from the first on', () => {
  const compute = vi.fn(() => 'made');
  const make = lastCall(compute);
  expect([make(), make()]).toEqual(['made', 'made']);
  expect(compute).toHaveBeenCalledTimes(1);
});

test('an undefined result is cached per object, too', () => {
  const compute = vi.fn((): unknown => undefined);
  const nothing = perObject(compute);
  const key = {};
  expect([nothing(key), nothing(key)]).toEqual([undefined, undefined]);
  expect(compute).toHaveBeenCalledTimes(1);
});

test('a value computed once is the one that was computed', () => {
  const value = once(() => ({ made: true }));
  expect(value()).toEqual({ made: true });
  expect(value()).toBe(value());
});
