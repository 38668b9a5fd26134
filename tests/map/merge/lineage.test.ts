import { expect, test } from 'vitest';
import { mergeLineage } from '../../../src/map/merge/lineage';
import { LINEAGE_LIMIT } from '../../../src/map/schema';

const at = (day: number) => new Date(Date.UTC(2026, 0, day)).toISOString();
const ancestor = (revision: string, day: number, by = '') => ({ revision, at: at(day), by });

test('the side that holds the other’s past stands as it is', () => {
  const long = [ancestor('b', 2), ancestor('a', 1)];
  const short = [ancestor('a', 9)];
  expect(mergeLineage(long, short)).toBe(long);
  expect(mergeLineage(short, long)).toBe(long);
  expect(mergeLineage(long, [])).toBe(long);
  expect(mergeLineage([], long)).toBe(long);
  const again = [...long];
  expect(mergeLineage(long, again)).toBe(long);
});

test('two pasts become one, by time and then by revision', () => {
  const mine = [ancestor('a', 1), ancestor('c', 3), ancestor('e', 4)];
  const theirs = [ancestor('a', 1), ancestor('d', 4), ancestor('b', 2)];
  expect(mergeLineage(mine, theirs).map(({ revision }) => revision)).toEqual([
    'a',
    'b',
    'c',
    'd',
    'e',
  ]);
});

test('a revision both sides have is told as mine tells it', () => {
  const merged = mergeLineage(
    [ancestor('a', 1, 'me'), ancestor('b', 2)],
    [ancestor('a', 1, 'them'), ancestor('c', 3)],
  );
  expect(merged).toEqual([ancestor('a', 1, 'me'), ancestor('b', 2), ancestor('c', 3)]);
});

test('past the limit the oldest of both are forgotten', () => {
  const mine = Array.from({ length: LINEAGE_LIMIT }, (_, index) =>
    ancestor(`mine${String(index)}`, 2 + index),
  );
  const theirs = [ancestor('oldest', 1), ancestor('youngest', 1_000)];
  const merged = mergeLineage(mine, theirs);
  expect(merged).toHaveLength(LINEAGE_LIMIT);
  expect(merged[0]?.revision).toBe('mine1');
  expect(merged.at(-1)?.revision).toBe('youngest');
});
