import { expect, test } from 'vitest';
import { hasNone } from '../../../src/map/records';

/** A table that counts how often its keys are listed. */
function watched(table: Record<string, unknown>) {
  const seen = { listed: 0 };
  const proxy = new Proxy(table, {
    ownKeys(target) {
      seen.listed += 1;
      return Reflect.ownKeys(target);
    },
  });
  return { table: proxy, seen };
}

test('only a table without records is empty, in whatever turn tables are asked', () => {
  expect(hasNone({})).toBe(true);
  expect(hasNone({ a: 1 })).toBe(false);
  expect(hasNone({ a: 1, b: 2 })).toBe(false);
  expect(hasNone({ b: 2 })).toBe(false);
  expect(hasNone({})).toBe(true);
  expect(hasNone({ a: undefined })).toBe(false);
});

test('the keys of a table are listed once while its first record is there', () => {
  const { table, seen } = watched({ first: 1, second: 2 });
  expect([hasNone(table), hasNone(table), hasNone({}), hasNone(table)]).toEqual([
    false,
    false,
    true,
    false,
  ]);
  expect(seen.listed).toBe(1);
  Reflect.deleteProperty(table, 'first');
  expect(hasNone(table)).toBe(false);
  expect(seen.listed).toBe(2);
});
