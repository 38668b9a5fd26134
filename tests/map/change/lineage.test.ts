import { expect, test } from 'vitest';
import { commonAncestor, withAncestor } from '../../../src/map/change';
import { newMap } from '../../../src/map/records';
import { LINEAGE_LIMIT } from '../../../src/map/schema';

const at = '2026-01-01T00:00:00.000Z';
const past = (...revisions: string[]) => ({
  ...newMap({}),
  lineage: revisions.map((revision) => ({ revision, at, by: '' })),
});
const revisions = (map: ReturnType<typeof past>) => map.lineage.map(({ revision }) => revision);

test('a map gets one more revision behind its past', () => {
  const before = past('one');
  const after = withAncestor(before, 'two', '2026-02-02T00:00:00.000Z', 'Ana');
  expect(after).toEqual({
    ...before,
    lineage: [
      { revision: 'one', at, by: '' },
      { revision: 'two', at: '2026-02-02T00:00:00.000Z', by: 'Ana' },
    ],
  });
  expect(revisions(before)).toEqual(['one']);
});

test('a map whose youngest revision it is stays the same, an older one comes again', () => {
  const map = past('one', 'two');
  expect(withAncestor(map, 'two', at, '')).toBe(map);
  expect(revisions(withAncestor(map, 'one', at, ''))).toEqual(['one', 'two', 'one']);
});

test('past the limit the oldest revision is forgotten', () => {
  const many = Array.from({ length: LINEAGE_LIMIT }, (_, index) => String(index));
  expect(revisions(withAncestor(past(...many.slice(1)), 'new', at, ''))).toHaveLength(
    LINEAGE_LIMIT,
  );
  expect(revisions(withAncestor(past(...many), 'new', at, ''))).toEqual([...many.slice(1), 'new']);
});

test('two maps have the youngest revision of the second that the first has too', () => {
  expect(commonAncestor(past('a', 'b', 'c'), past('a', 'b', 'x'))).toBe('b');
  expect(commonAncestor(past('b', 'a'), past('a', 'b'))).toBe('b');
  expect(commonAncestor(past('a'), past('b'))).toBeNull();
  expect(commonAncestor(past(), past('b'))).toBeNull();
  expect(commonAncestor(past('a'), past())).toBeNull();
});
