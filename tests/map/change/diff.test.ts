import { describe, expect, test } from 'vitest';
import { diff } from '../../../src/map/change';
import { hasParts, keysOf, ownFields, partShape } from '../../../src/map/change/diff';
import { newMap } from '../../../src/map/records';
import { COLLECTIONS, type JourneyMapInput } from '../../../src/map/schema';
import { MAP_SHAPE, recordShape } from '../../../src/map/shape';

const A = 'aaaaaaaaaaaa';
const S = 'ssssssssssss';
const E = 'eeeeeeeeeeee';

const made = (more: Partial<JourneyMapInput> = {}) =>
  newMap({
    id: 'mapmapmapmap',
    createdAt: '2026-01-01T00:00:00.000Z',
    stages: { [S]: { name: 'See' } },
    touchpoints: { [A]: { name: 'Ad', stage: S } },
    ...more,
  });

describe('the differences between two maps', () => {
  test('are none between equal maps, and none in their pasts', () => {
    const lineage = [{ revision: '0'.repeat(64), at: '2026-01-01T00:00:00Z' }];
    expect(diff(made(), made())).toEqual([]);
    expect(diff(made(), made({ lineage }))).toEqual([]);
  });

  test('name the fields of the map itself, part by part', () => {
    const after = made({ title: 'New', market: { grossMargin: 0.5 } });
    expect(diff(made(), after)).toEqual([
      { collection: 'map', id: '', kind: 'changed', path: ['title'], before: '', after: 'New' },
      {
        collection: 'map',
        id: '',
        kind: 'changed',
        path: ['market', 'grossMargin'],
        before: 1,
        after: 0.5,
      },
    ]);
  });

  test('name what came and went as whole records, what went first', () => {
    const after = made({ stages: { [E]: { name: 'Else' } }, touchpoints: {} });
    expect(diff(made(), after)).toEqual([
      {
        collection: 'stages',
        id: S,
        kind: 'removed',
        path: [],
        before: made().stages[S],
        after: undefined,
      },
      {
        collection: 'stages',
        id: E,
        kind: 'added',
        path: [],
        before: undefined,
        after: after.stages[E],
      },
      {
        collection: 'touchpoints',
        id: A,
        kind: 'removed',
        path: [],
        before: made().touchpoints[A],
        after: undefined,
      },
    ]);
  });

  test('tell a move from a change', () => {
    const after = made({
      stages: { [S]: { name: 'See', order: 'a1' } },
      touchpoints: { [A]: { name: 'Ad!', stage: null, position: { x: 4, y: 0 } } },
    });
    expect(diff(made(), after).map(({ kind, path }) => [kind, path.join('/')])).toEqual([
      ['moved', 'order'],
      ['moved', 'stage'],
      ['changed', 'name'],
      ['moved', 'position/x'],
    ]);
  });

  test('see a new order within a record as a change of it', () => {
    const costs = (order: string) =>
      made({ touchpoints: { [A]: { economics: { costItems: { [E]: { order } } } } } });
    expect(diff(costs('a0'), costs('a1')).map(({ kind, path }) => [kind, path])).toEqual([
      ['changed', ['economics', 'costItems', E, 'order']],
    ]);
  });

  test('take rules, delays and lists as wholes, entries of tables one by one', () => {
    const everyone = { kind: 'everyone', not: false } as const;
    const before = made({
      segments: { [A]: { rule: everyone } },
      attributes: { [A]: { choices: ['a'] } },
    });
    const after = made({
      segments: { [A]: { rule: { ...everyone, not: true } } },
      attributes: { [A]: { choices: ['a', 'b'] } },
      touchpoints: { [A]: { name: 'Ad', stage: S, images: { [E]: true } } },
    });
    expect(
      diff(before, after).map(({ path, before: was, after: is }) => [path.join('/'), was, is]),
    ).toEqual([
      [`images/${E}`, undefined, true],
      ['choices', ['a'], ['a', 'b']],
      ['rule', everyone, { ...everyone, not: true }],
    ]);
  });

  test('take fields this version does not know as wholes', () => {
    const later = (value: object) => ({ ...made(), later: value });
    expect(diff(later({ a: 1, b: 2 }), later({ a: 1, b: 3 }))).toEqual([
      {
        collection: 'map',
        id: '',
        kind: 'changed',
        path: ['later'],
        before: { a: 1, b: 2 },
        after: { a: 1, b: 3 },
      },
    ]);
  });

  test('take a value that became an object, or stopped being one, as a whole', () => {
    const asking = { kind: 'nps', question: 'Why?' } as const;
    const quiet = made();
    const after = made({ touchpoints: { [A]: { name: 'Ad', stage: S, feedback: asking } } });
    expect(diff(quiet, after)).toMatchObject([{ path: ['feedback'], before: null, after: asking }]);
    expect(diff(after, quiet)).toMatchObject([{ path: ['feedback'], before: asking, after: null }]);
  });
});

test('the fields of the map itself are all but its collections and its lineage', () => {
  const own = Object.keys(ownFields(made()));
  expect(own).toEqual([
    'format',
    'version',
    'id',
    'title',
    'description',
    'language',
    'state',
    'currency',
    'owner',
    'createdAt',
    'market',
  ]);
  expect(own.filter((field) => (COLLECTIONS as readonly string[]).includes(field))).toEqual([]);
});

test('the keys of several objects are each named once, the first object’s in front', () => {
  expect([...keysOf({ b: 1, a: 1 }, { c: 1, a: 1 }, {})]).toEqual(['b', 'a', 'c']);
  expect([...keysOf()]).toEqual([]);
});

test('objects and tables have parts, unions, lists and single values have none', () => {
  const touchpoint = recordShape('touchpoints');
  const part = (key: string) => partShape(touchpoint, key);
  expect(hasParts(touchpoint)).toBe(true);
  expect(hasParts(part('images'))).toBe(true);
  expect(hasParts(part('name'))).toBe(false);
  expect(hasParts(partShape(recordShape('segments'), 'rule'))).toBe(false);
  expect(hasParts(partShape(recordShape('attributes'), 'choices'))).toBe(false);
  expect(hasParts(null)).toBe(false);
});

test('the part of a table is its entry, of an object its field, of anything else nothing', () => {
  const stages = partShape(MAP_SHAPE, 'stages')!;
  expect(partShape(stages, 'any-key-at-all')).toBe(recordShape('stages'));
  expect(partShape(MAP_SHAPE, 'unknown')).toBeNull();
  expect(partShape(partShape(MAP_SHAPE, 'title')!, 'length')).toBeNull();
});
