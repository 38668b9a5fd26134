import { describe, expect, test } from 'vitest';
import { newMap, newRecord } from '../../../src/map/records';
import { type CollectionName, type RecordInputOf } from '../../../src/map/schema';
import {
  forgetReferences,
  readReferences,
  recordShape,
  referencesOf,
  selfDescribed,
  toPointer,
  visitReferences,
} from '../../../src/map/shape';

const A = 'aaaaaaaaaaaa';
const B = 'bbbbbbbbbbbb';
const C = 'cccccccccccc';
const X = 'xxxxxxxxxxxx';

/** `form collection/id at path ← the slots around it`, the innermost first. */
function sitesOf<Collection extends CollectionName>(
  collection: Collection,
  input: RecordInputOf<Collection>,
) {
  return readReferences(collection, newRecord(collection, input)).map(
    ({ to, id, path, form, slots }) =>
      `${form} ${to}/${id} at ${toPointer(path)}` +
      slots.map(({ how, path: at }) => ` ← ${how} ${toPointer(at)}`).join(''),
  );
}

describe('the references of a record', () => {
  test('without a slot are those it cannot stand without', () => {
    expect(sitesOf('transitions', { from: A, to: B })).toEqual([
      `value touchpoints/${A} at /from`,
      `value touchpoints/${B} at /to`,
    ]);
  });

  test('may be null', () => {
    expect(sitesOf('touchpoints', { stage: A })).toEqual([
      `value stages/${A} at /stage ← null /stage`,
    ]);
    expect(sitesOf('touchpoints', {})).toEqual([]);
  });

  test('may be the key of an entry', () => {
    expect(sitesOf('touchpoints', { images: { [A]: true, [B]: true } })).toEqual([
      `key images/${A} at /images/${A} ← entry /images/${A} ← default /images`,
      `key images/${B} at /images/${B} ← entry /images/${B} ← default /images`,
    ]);
  });

  test('may stand inside an entry of a table', () => {
    expect(
      sitesOf('touchpoints', {
        effects: { [X]: { attribute: A, value: 1 } },
        messages: { [X]: { segment: B } },
      }),
    ).toEqual([
      `value attributes/${A} at /effects/${X}/attribute ← entry /effects/${X} ← default /effects`,
      `value segments/${B} at /messages/${X}/segment ← null /messages/${X}/segment` +
        ` ← entry /messages/${X} ← default /messages`,
    ]);
  });

  test('may stand in a rule, however deep', () => {
    const rule = (...rules: RecordInputOf<'segments'>['rule'][]) =>
      ({ kind: 'group', rules }) as RecordInputOf<'segments'>['rule'];
    const segment = { kind: 'segment', segment: A } as const;
    expect(sitesOf('segments', { rule: rule({ kind: 'everyone' }, rule(segment)) })).toEqual([
      `value segments/${A} at /rule/rules/1/rules/0/segment ← item /rule/rules/1/rules/0` +
        ' ← item /rule/rules/1 ← default /rule',
    ]);
    expect(sitesOf('transitions', { from: A, to: B, when: segment }).slice(2)).toEqual([
      `value segments/${A} at /when/segment ← null /when`,
    ]);
    expect(sitesOf('segments', { rule: { kind: 'days', operator: 'less', value: 1 } })).toEqual([]);
  });

  test('may say themselves where they point', () => {
    const target = { collection: 'pains', id: A } as const;
    expect(sitesOf('comments', { target, createdAt: '2026-01-01T00:00:00Z' })).toEqual([
      `value pains/${A} at /target/id`,
    ]);
    expect(
      sitesOf('scenarios', {
        overrides: { [X]: { collection: 'transitions', id: A, path: '/chance/base', value: 1 } },
      }),
    ).toEqual([
      `value transitions/${A} at /overrides/${X}/id ← entry /overrides/${X} ← default /overrides`,
    ]);
    expect(sitesOf('kpis', { scope: { kind: 'stage', id: A } })).toEqual([
      `value stages/${A} at /scope/id ← null /scope/id ← default /scope`,
    ]);
    expect(sitesOf('kpis', { scope: { kind: 'persona', id: A } })[0]).toContain('personas/');
    expect(sitesOf('kpis', { scope: { kind: 'stage', id: null } })).toEqual([]);
    expect(sitesOf('kpis', { scope: { kind: 'map', id: A } })).toEqual([]);
  });

  test('are looked for in values of any kind, without harm', () => {
    const odd = { stage: 5, images: 'none', effects: [], messages: { [X]: null, [A]: 7 } };
    expect(readReferences('touchpoints', odd)).toEqual([]);
    expect(readReferences('touchpoints', null)).toEqual([]);
    expect(readReferences('touchpoints', 'text')).toEqual([]);
    expect(readReferences('segments', { rule: { kind: 'group', rules: 'none' } })).toEqual([]);
    expect(readReferences('segments', { rule: { kind: 'unknown', segment: A } })).toEqual([]);
    expect(readReferences('comments', { target: { collection: 'nothing', id: A } })).toEqual([]);
    expect(readReferences('comments', { target: { collection: 'pains', id: 5 } })).toEqual([]);
  });

  test('stand in schema order, the entries of votes by whoever voted', () => {
    expect(sitesOf('notes', { votes: { [C]: 2 }, author: B, stage: A })).toEqual([
      `value stages/${A} at /stage ← null /stage`,
      `value participants/${B} at /author ← null /author`,
      `key participants/${C} at /votes/${C} ← entry /votes/${C} ← default /votes`,
    ]);
  });
});

test('an object that says where its id belongs is told from any other', () => {
  const scope = recordShape('kpis').fields.get('scope')!;
  if (scope.type !== 'object') throw new Error('no object');
  expect(selfDescribed(scope, { kind: 'touchpoint' })).toEqual({ to: 'touchpoints', kept: true });
  expect(selfDescribed(scope, { kind: 'map' })).toBeNull();
  expect(selfDescribed(scope, { kind: 'nothing' })).toBeNull();
  expect(selfDescribed(recordShape('stages'), { collection: 'stages' })).toBeNull();
});

test('the references of a record are found once, until they are forgotten', () => {
  const record = newRecord('touchpoints', { stage: A });
  const found = referencesOf('touchpoints', record);
  expect(found.map(({ id }) => id)).toEqual([A]);
  expect(referencesOf('touchpoints', record)).toBe(found);
  record.stage = B;
  expect(referencesOf('touchpoints', record)).toBe(found);
  forgetReferences(record);
  expect(referencesOf('touchpoints', record).map(({ id }) => id)).toEqual([B]);
});

test('every reference of a map is visited with the record it stands in', () => {
  const map = newMap({
    stages: { [A]: {} },
    touchpoints: { [A]: { stage: A }, [B]: {} },
    transitions: { [C]: { from: A, to: B } },
  });
  const visited: string[] = [];
  visitReferences(map, ({ collection, record, to, id, path, form }) => {
    visited.push(`${collection}/${record}${toPointer(path)} ${form} ${to}/${id}`);
  });
  expect(visited).toEqual([
    `touchpoints/${A}/stage value stages/${A}`,
    `transitions/${C}/from value touchpoints/${A}`,
    `transitions/${C}/to value touchpoints/${B}`,
  ]);
});
