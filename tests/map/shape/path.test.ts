import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromPointer, toPointer, valueAt, writeAt } from '../../../src/map/shape';

describe('a JSON Pointer', () => {
  test('escapes slashes and tildes in its keys', () => {
    expect(toPointer([])).toBe('');
    expect(toPointer(['a', 0, 'b'])).toBe('/a/0/b');
    expect(toPointer(['a/b/c', '~1~', ''])).toBe('/a~1b~1c/~01~0/');
  });

  test('is read back into its keys', () => {
    expect(fromPointer('')).toEqual([]);
    expect(fromPointer('/')).toEqual(['']);
    expect(fromPointer('/a/0/b')).toEqual(['a', '0', 'b']);
    expect(fromPointer('/a~1b~1c/~01~0/')).toEqual(['a/b/c', '~1~', '']);
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', '/', '~', '0', '1') })),
        (keys) => {
          expect(fromPointer(toPointer(keys))).toEqual(keys);
        },
      ),
    );
  });
});

describe('the value at a path', () => {
  const root = { a: [{ b: 1 }, 2], c: null, d: 'text' };

  test('is found through objects and lists', () => {
    expect(valueAt(root, [])).toBe(root);
    expect(valueAt(root, ['a', 0, 'b'])).toBe(1);
    expect(valueAt(root, ['a', '1'])).toBe(2);
    expect(valueAt(root, ['c'])).toBeNull();
  });

  test('is undefined where nothing is', () => {
    const nowhere = [['x'], ['a', 5], ['a', 0, 'x'], ['c', 'x'], ['d', 'length'], ['a', 'x', 'b']];
    for (const path of nowhere) expect(valueAt(root, path)).toBeUndefined();
  });

  test('is nothing that objects inherit', () => {
    expect(valueAt(root, ['toString'])).toBeUndefined();
    expect(valueAt(root, ['constructor', 'name'])).toBeUndefined();
    expect(valueAt(root, ['a', 'length'])).toBeUndefined();
  });
});

describe('writing at a path', () => {
  const written = (path: (string | number)[], value: unknown) => {
    const root = { a: [1, 2, 3], b: { c: 1, d: 2 }, e: 'text' };
    writeAt(root, path, value);
    return root;
  };

  test('replaces or adds a value', () => {
    expect(written(['b', 'c'], 5).b).toEqual({ c: 5, d: 2 });
    expect(written(['b', 'x'], null).b).toEqual({ c: 1, d: 2, x: null });
    expect(written(['a', 1], 5).a).toEqual([1, 5, 3]);
    expect(written(['a', '3'], 4).a).toEqual([1, 2, 3, 4]);
  });

  test('takes an entry or an element out where the value is undefined', () => {
    const { b } = written(['b', 'c'], undefined);
    expect(b).toEqual({ d: 2 });
    expect(b).not.toHaveProperty('c');
    expect(written(['a', 1], undefined).a).toEqual([1, 3]);
  });

  test('changes nothing at the root and where there is no place', () => {
    const before = written(['b', 'c'], 1);
    expect(written([], 5)).toEqual(before);
    expect(written(['x', 'y'], 5)).toEqual(before);
    expect(written(['e', 'y'], 5)).toEqual(before);
  });
});
