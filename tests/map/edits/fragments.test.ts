import { describe, expect, test } from 'vitest';
import {
  applyEdit,
  duplicate,
  extract,
  type Fragment,
  insertFragment,
  noTables,
  type Placement,
  type RecordTarget,
  removeRecords,
} from '../../../src/map/edits';
import { newMap, newRecord } from '../../../src/map/records';
import { type CollectionName, COLLECTIONS, isId, type JourneyMap } from '../../../src/map/schema';

const A = 'aaaaaaaaaaaa';
const B = 'bbbbbbbbbbbb';
const C = 'cccccccccccc';
const S = 'ssssssssssss';
const T = 'tttttttttttt';
const P = 'pppppppppppp';
const W = 'wwwwwwwwwwww';

const comment = {
  target: { collection: 'touchpoints', id: A },
  text: 'Why?',
  createdAt: '2026-01-01T00:00:00Z',
} as const;

const map = newMap({
  stages: { [S]: { name: 'See' } },
  attributes: { [A]: { name: 'age' }, [B]: { name: 'unused' } },
  segments: {
    [S]: {
      name: 'young',
      rule: { kind: 'attribute', attribute: A, test: 'number', operator: 'less', value: 30 },
    },
  },
  images: { [P]: { asset: P, width: 1, height: 1 } },
  assets: { [P]: { type: 'image/png', data: '' } },
  touchpoints: {
    [A]: { name: 'A', stage: S, images: { [P]: true }, position: { x: 10, y: 20 } },
    [B]: { name: 'B', position: { x: 30, y: 40 } },
    [C]: { name: 'C' },
  },
  transitions: {
    [A]: { from: A, to: B, chance: { base: 1, bySegment: { [S]: { value: 0.5 } } }, order: 'a7' },
    [B]: { from: B, to: C },
    [C]: { from: A, to: A, order: 'a3' },
  },
  notes: { [A]: { text: 'note', stage: S, position: { x: 1, y: 2 }, order: 'a4' } },
  comments: { [A]: comment },
});

const of = (collection: CollectionName, ...ids: string[]): RecordTarget[] =>
  ids.map((id) => ({ collection, id }));
/** `collection/id` of everything in some tables. */
const held = (tables: Fragment['records']) =>
  COLLECTIONS.flatMap((name) => Object.keys(tables[name]).map((id) => `${name}/${id}`));
/** The map after an insertion, and the new records of a collection. */
function inserted(into: JourneyMap, fragment: Fragment, placement?: Placement) {
  const { edit, made } = insertFragment(into, fragment, placement);
  const next = applyEdit(into, edit).map;
  const fresh = <Name extends CollectionName>(name: Name) =>
    made
      .filter(({ collection }) => collection === name)
      .map(({ id }) => next[name][id] as JourneyMap[Name][string]);
  return { next, made, fresh };
}

test('there is an empty table for each collection', () => {
  expect(Object.keys(noTables())).toEqual(COLLECTIONS);
  expect(Object.values(noTables()).every((table) => Object.keys(table).length === 0)).toBe(true);
  expect(noTables().stages).not.toBe(noTables().pains);
});

describe('a fragment', () => {
  test('holds what was chosen, the transitions among it and what they name', () => {
    const fragment = extract(map, of('touchpoints', A, B));
    expect(fragment).toMatchObject({ format: 'journey-fragment', version: 1 });
    expect(held(fragment.records)).toEqual([
      `touchpoints/${A}`,
      `touchpoints/${B}`,
      `transitions/${A}`,
      `transitions/${C}`,
    ]);
    expect(held(fragment.companions)).toEqual([
      `attributes/${A}`,
      `segments/${S}`,
      `images/${P}`,
      `assets/${P}`,
    ]);
    expect(fragment.records.touchpoints[A]).toBe(map.touchpoints[A]);
    expect(fragment.companions.segments[S]).toBe(map.segments[S]);
  });

  test('holds no transition that has one end outside', () => {
    expect(held(extract(map, of('touchpoints', B)).records)).toEqual([`touchpoints/${B}`]);
    expect(held(extract(map, of('touchpoints', C)).records)).toEqual([`touchpoints/${C}`]);
  });

  test('holds nothing twice, and nothing that is not there', () => {
    const fragment = extract(map, [...of('segments', S, T), ...of('transitions', A)]);
    expect(held(fragment.records)).toEqual([`transitions/${A}`, `segments/${S}`]);
    expect(held(fragment.companions)).toEqual([`attributes/${A}`]);
    expect(held(extract(map, []).records)).toEqual([]);
    expect(held(extract(map, of('touchpoints', 'toString')).records)).toEqual([]);
  });

  test('brings personas, not the stages and participants that are named', () => {
    const people = newMap({
      personas: { [P]: {} },
      participants: { [P]: {} },
      stages: { [S]: {} },
      pains: { [A]: { personas: { [P]: true }, votes: { [P]: 1 } } },
      touchpoints: { [A]: { stage: S } },
    });
    const fragment = extract(people, [...of('pains', A), ...of('touchpoints', A)]);
    expect(held(fragment.companions)).toEqual([`personas/${P}`]);
  });
});

describe('a fragment put into a map', () => {
  const fragment = extract(map, of('touchpoints', A, B));
  const empty = newMap({});

  test('gets new ids, which references within it follow', () => {
    const { next, made, fresh } = inserted(empty, fragment);
    const [a, b] = made.map(({ id }) => id);
    expect(made.map(({ collection }) => collection)).toEqual([
      'touchpoints',
      'touchpoints',
      'transitions',
      'transitions',
    ]);
    expect(made.every(({ id }) => isId(id) && id !== A && id !== B)).toBe(true);
    expect(new Set(made.map(({ id }) => id)).size).toBe(4);
    expect(fresh('touchpoints').map(({ name }) => name)).toEqual(['A', 'B']);
    // Transitions are put in by their order.
    expect(fresh('transitions').map(({ from, to, order }) => [from, to, order])).toEqual([
      [a, a, 'a3'],
      [a, b, 'a7'],
    ]);
    expect(Object.keys(next.touchpoints)).toEqual([a, b]);
  });

  test('brings its companions under their own ids where they are missing', () => {
    const { next } = inserted(empty, fragment);
    expect(next.segments).toEqual({ [S]: map.segments[S] });
    expect(next.attributes).toEqual({ [A]: map.attributes[A] });
    expect(Object.keys(next.images)).toEqual([P]);
    expect(next.assets).toEqual(map.assets);
    const known = newMap({ segments: { [S]: { name: 'mine', order: 'a6' } } });
    const again = inserted(known, fragment).next;
    expect(again.segments).toEqual(known.segments);
  });

  test('lets go of what neither it nor the map holds', () => {
    const [touchpoint] = inserted(empty, fragment).fresh('touchpoints');
    expect(touchpoint).toEqual({ ...map.touchpoints[A], stage: null });
    const staged = newMap({ stages: { [S]: {} } });
    expect(inserted(staged, fragment).fresh('touchpoints')[0]?.stage).toBe(S);
  });

  test('leaves out what cannot stand in the map', () => {
    const alone = extract(map, [...of('transitions', B), ...of('comments', A), ...of('stages', S)]);
    const { next, made } = inserted(empty, alone);
    expect(made.map(({ collection }) => collection)).toEqual(['stages']);
    expect(next.transitions).toEqual({});
    expect(next.comments).toEqual({});
    const { next: kept, fresh } = inserted(map, alone);
    expect(fresh('transitions')).toEqual([map.transitions[B]]);
    expect(Object.keys(kept.comments)).toHaveLength(2);
  });

  test('leaves out a companion that cannot stand, and what needs it lets go', () => {
    const broken: Fragment = {
      ...fragment,
      companions: { ...fragment.companions, assets: {} },
    };
    const { next, fresh } = inserted(empty, broken);
    expect(next.images).toEqual({});
    expect(fresh('touchpoints')[0]?.images).toEqual({});
  });

  test('is as it was, the fragment too', () => {
    const before = structuredClone(fragment);
    inserted(empty, fragment, { offset: { x: 5, y: 5 }, stage: null });
    expect(fragment).toEqual(before);
  });

  test('comes behind what is there, in its own order', () => {
    const stages = newMap({
      stages: { [A]: { name: 'second', order: 'a5' }, [B]: { name: 'first', order: 'a1' } },
    });
    const into = newMap({ stages: { [C]: { order: 'a8' } } });
    const { fresh } = inserted(into, extract(stages, of('stages', A, B)));
    expect(fresh('stages').map(({ name, order }) => [name, order])).toEqual([
      ['first', 'a9'],
      ['second', 'aA'],
    ]);
  });

  test('gives no order to records that have none', () => {
    const talk = extract(map, [...of('touchpoints', A), ...of('comments', A)]);
    const { fresh, made } = inserted(empty, talk);
    expect(fresh('comments')).toEqual([
      newRecord('comments', { ...comment, target: { ...comment.target, id: made[0]!.id } }),
    ]);
  });
});

describe('the place of a fragment', () => {
  const chosen = extract(map, [...of('touchpoints', A, B), ...of('notes', A)]);
  const into = newMap({ stages: { [S]: {}, [T]: {} } });
  const places = (placement?: Placement) => {
    const { fresh } = inserted(into, chosen, placement);
    return [...fresh('touchpoints'), ...fresh('notes')].map(({ position, stage }) => [
      position.x,
      position.y,
      stage,
    ]);
  };

  test('is its own unless told', () => {
    expect(places()).toEqual([
      [10, 20, S],
      [30, 40, null],
      [1, 2, S],
    ]);
  });

  test('may be shifted', () => {
    expect(places({ offset: { x: 5, y: -7 } })).toEqual([
      [15, 13, S],
      [35, 33, null],
      [6, -5, S],
    ]);
  });

  test('may be one stage for all, or none', () => {
    expect(places({ stage: T }).map(([, , stage]) => stage)).toEqual([T, T, T]);
    expect(places({ stage: null }).map(([, , stage]) => stage)).toEqual([null, null, null]);
  });

  test('is no matter of other records', () => {
    const segment = extract(map, of('segments', S));
    const { fresh } = inserted(into, segment, { offset: { x: 5, y: 5 }, stage: T });
    expect(fresh('segments')).toEqual([map.segments[S]]);
  });
});

test('a duplicate stands a little beside what it was made of', () => {
  const { edit, made } = duplicate(map, of('touchpoints', B));
  const next = applyEdit(map, edit).map;
  expect(made).toHaveLength(1);
  expect(next.touchpoints[made[0]!.id]).toEqual({
    ...map.touchpoints[B],
    position: { x: 54, y: 64 },
  });
  expect(next.touchpoints[B]).toBe(map.touchpoints[B]);
  const far = duplicate(map, of('touchpoints', B), { x: 1, y: 100 });
  expect(applyEdit(map, far.edit).map.touchpoints[far.made[0]!.id]?.position).toEqual({
    x: 31,
    y: 140,
  });
});

describe('what records name, in another map', () => {
  const age = { kind: 'attribute', test: 'number', operator: 'less', value: 30 } as const;
  const from = newMap({
    attributes: { [A]: { name: 'Âge', type: 'number', unit: 'years' } },
    segments: {
      [S]: { name: 'young', rule: { ...age, attribute: A } },
      [T]: { name: 'young ones', rule: { kind: 'segment', segment: S } },
    },
    personas: { [P]: { name: 'Bea', attributes: { [B]: { family: 'fixed', value: 1 } } } },
  });
  const source = newMap({
    ...from,
    attributes: { ...from.attributes, [B]: { name: 'only of Bea', type: 'number' } },
    touchpoints: { [A]: {}, [B]: { experience: { byPersona: { [P]: { doing: 'waits' } } } } },
    transitions: { [W]: { from: A, to: B, when: { kind: 'segment', segment: T } } },
  });
  const X = 'xxxxxxxxxxxx';
  const Y = 'yyyyyyyyyyyy';
  const Z = 'zzzzzzzzzzzz';
  const copied = () => extract(source, of('touchpoints', A, B));
  const ownAge = { [X]: { name: 'age ', type: 'number', unit: 'Years' } } as const;

  test('is the attribute, the segments and the persona of the same name there', () => {
    const own = newMap({
      attributes: ownAge,
      segments: {
        [Y]: { name: 'Young', rule: { ...age, attribute: X } },
        [Z]: { name: 'YOUNG ONES', rule: { kind: 'segment', segment: Y } },
      },
      personas: { [X]: { name: 'bea' } },
    });
    const { next, fresh } = inserted(own, copied());
    expect(next.attributes).toEqual(own.attributes);
    expect(next.segments).toEqual(own.segments);
    expect(next.personas).toEqual(own.personas);
    expect(fresh('transitions')[0]?.when).toMatchObject({ segment: Z });
    expect(
      fresh('touchpoints').flatMap(({ experience }) => Object.keys(experience.byPersona)),
    ).toEqual([X]);
  });

  test.each<[string, Partial<JourneyMap['attributes'][string]>]>([
    ['a type', { type: 'text' }],
    ['a unit', { unit: 'months' }],
    ['choices', { choices: ['30'] }],
    ['a name', { name: 'Age group' }],
  ])('is not the attribute that differs by %s, nor the segment about it', (_, other) => {
    const own = newMap({
      attributes: { [X]: { ...ownAge[X], ...other } },
      segments: { [Y]: { name: 'young', rule: { ...age, attribute: X } } },
    });
    const { next } = inserted(own, copied());
    expect(Object.keys(next.attributes).sort()).toEqual([A, B, X]);
    expect(Object.keys(next.segments).sort()).toEqual([S, T, Y]);
    expect(next.segments[S]?.rule).toMatchObject({ attribute: A });
  });

  test('comes along as far as it is missing, and reads what is there', () => {
    const own = newMap({ attributes: ownAge, segments: { [Y]: { name: 'young' } } });
    const { next } = inserted(own, copied());
    expect(Object.keys(next.segments).sort()).toEqual([S, T, Y]);
    expect(next.segments[S]?.rule).toMatchObject({ attribute: X });
    expect(next.segments[T]?.rule).toMatchObject({ segment: S });
    expect(Object.keys(next.personas)).toEqual([P]);
  });

  test('stays in a rule where it is neither there nor comes along', () => {
    const ruled = newMap({
      touchpoints: { [A]: {}, [B]: {}, [C]: {} },
      transitions: {
        [W]: {
          from: A,
          to: B,
          when: { kind: 'visits', touchpoint: C, operator: 'at-most', value: 3 },
        },
      },
    });
    const { fresh } = inserted(newMap({}), extract(ruled, of('touchpoints', A, B)));
    expect(fresh('transitions')[0]?.when).toMatchObject({ touchpoint: C });
  });
});

describe('records that come back to their own map', () => {
  const fragment = extract(map, of('touchpoints', B, C));
  const without = applyEdit(map, removeRecords(of('touchpoints', B, C))).map;

  test('keep their ids, as long as none of them is there', () => {
    const { next } = inserted(without, fragment);
    expect(Object.keys(next.touchpoints).sort()).toEqual([A, B, C]);
    expect(next.transitions[B]).toMatchObject({ from: B, to: C });
    const one = applyEdit(map, removeRecords(of('touchpoints', B))).map;
    expect(inserted(one, fragment).next.touchpoints[B]).toBeUndefined();
  });

  test('get new ids in any other map, and where nobody can tell which map it was', () => {
    for (const [into, put] of [
      [{ ...without, id: 'anothermap12' }, fragment],
      [without, { ...fragment, from: null }],
    ] as const) {
      const { next } = inserted(into, put);
      expect(Object.keys(next.touchpoints)).toHaveLength(3);
      expect(next.touchpoints[B] ?? next.touchpoints[C]).toBeUndefined();
    }
  });
});
