import { describe, expect, test } from 'vitest';
import { type Clash, mergeValues } from '../../../src/map/merge/mergeValues';
import { recordShape, type Shape } from '../../../src/map/shape';

const touchpoint = recordShape('touchpoints');

function merged(shape: Shape | null, base: unknown, mine: unknown, theirs: unknown) {
  const clashes: Clash[] = [];
  const value = mergeValues(shape, base, mine, theirs, ['at'], (clash) => clashes.push(clash));
  return { value, clashes };
}

describe('one value', () => {
  test('is the one of the side that changed it', () => {
    expect(merged(null, 1, 2, 1)).toEqual({ value: 2, clashes: [] });
    expect(merged(null, 1, 1, 3)).toEqual({ value: 3, clashes: [] });
    expect(merged(null, 1, 2, 2)).toEqual({ value: 2, clashes: [] });
    expect(merged(null, 1, 1, undefined)).toEqual({ value: undefined, clashes: [] });
    expect(merged(null, 1, undefined, 1)).toEqual({ value: undefined, clashes: [] });
  });

  test('is mine and a clash where both changed it differently', () => {
    expect(merged(null, 1, 2, 3)).toEqual({
      value: 2,
      clashes: [{ path: ['at'], mine: 2, theirs: 3 }],
    });
  });

  test('is the changed one and a clash where the other side removed it', () => {
    expect(merged(null, 1, undefined, 3)).toEqual({
      value: 3,
      clashes: [{ path: ['at'], mine: undefined, theirs: 3 }],
    });
    expect(merged(null, 1, 2, undefined)).toEqual({
      value: 2,
      clashes: [{ path: ['at'], mine: 2, theirs: undefined }],
    });
    expect(merged(null, 1, null, 3).value).toBeNull();
  });
});

describe('an object or a table', () => {
  test('is merged part by part, with the path of each clash', () => {
    const base = { name: 'a', channel: 'x', owner: 'o' };
    const mine = { name: 'b', channel: 'x', owner: 'p' };
    const theirs = { name: 'a', channel: 'y', owner: 'q' };
    expect(merged(touchpoint, base, mine, theirs)).toEqual({
      value: { name: 'b', channel: 'y', owner: 'p' },
      clashes: [{ path: ['at', 'owner'], mine: 'p', theirs: 'q' }],
    });
  });

  test('goes on into parts of parts', () => {
    const at = (x: number, y: number) => ({ position: { x, y } });
    expect(merged(touchpoint, at(0, 0), at(1, 0), at(0, 2))).toEqual({
      value: at(1, 2),
      clashes: [],
    });
    expect(merged(touchpoint, at(0, 0), at(1, 0), at(2, 0)).clashes).toEqual([
      { path: ['at', 'position', 'x'], mine: 1, theirs: 2 },
    ]);
  });

  test('loses the parts one side took out and has those either side put in', () => {
    const set = (...ids: string[]) => ({ images: Object.fromEntries(ids.map((id) => [id, true])) });
    expect(merged(touchpoint, set('a', 'b'), set('a', 'c'), set('a', 'b', 'd'))).toEqual({
      value: set('a', 'c', 'd'),
      clashes: [],
    });
    expect(merged(touchpoint, set('a', 'b'), set('b', 'c'), set('a')).value).toEqual(set('c'));
  });

  test('is merged even where both sides made it anew', () => {
    const asking = (question: string) => ({ feedback: { kind: 'nps', question } });
    expect(merged(touchpoint, { feedback: null }, asking('a'), asking('b'))).toEqual({
      value: asking('a'),
      clashes: [{ path: ['at', 'feedback', 'question'], mine: 'a', theirs: 'b' }],
    });
  });

  test('is a whole where one side has none, and where nothing is known of it', () => {
    const feedback = { kind: 'nps', question: 'a' };
    const other = { kind: 'nps', question: 'b' };
    expect(merged(touchpoint, { feedback }, { feedback: null }, { feedback: other })).toEqual({
      value: { feedback: null },
      clashes: [{ path: ['at', 'feedback'], mine: null, theirs: other }],
    });
    expect(
      merged(touchpoint, { later: { a: 1 } }, { later: { a: 2 } }, { later: { a: 1, b: 1 } }),
    ).toEqual({
      value: { later: { a: 2 } },
      clashes: [{ path: ['at', 'later'], mine: { a: 2 }, theirs: { a: 1, b: 1 } }],
    });
  });
});

test('a rule and a list are merged as wholes', () => {
  const group = (match: string, not: boolean) => ({
    rule: { kind: 'group', match, not, rules: [] },
  });
  const { value, clashes } = merged(
    recordShape('segments'),
    group('all', false),
    group('any', false),
    group('all', true),
  );
  expect(value).toEqual(group('any', false));
  expect(clashes.map(({ path }) => path)).toEqual([['at', 'rule']]);
  const list = merged(
    recordShape('attributes'),
    { choices: ['a'] },
    { choices: ['a', 'b'] },
    { choices: ['c', 'a'] },
  );
  expect(list.value).toEqual({ choices: ['a', 'b'] });
  expect(list.clashes.map(({ path }) => path)).toEqual([['at', 'choices']]);
});
