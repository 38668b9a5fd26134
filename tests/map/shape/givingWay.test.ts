import { describe, expect, test } from 'vitest';
import { newMap, newRecord } from '../../../src/map/records';
import { type CollectionName, COLLECTIONS, type RuleInput } from '../../../src/map/schema';
import {
  giveWay,
  readReferences,
  renameReferences,
  type NewName,
  withDependents,
} from '../../../src/map/shape';

const A = 'aaaaaaaaaaaa';
const B = 'bbbbbbbbbbbb';
const C = 'cccccccccccc';
const X = 'xxxxxxxxxxxx';

const inSegment: RuleInput = { kind: 'segment', segment: A };
const group = (...rules: RuleInput[]): RuleInput => ({ kind: 'group', rules });

/** Lets the first reference of a record give way. */
function letGo(collection: CollectionName, record: object): boolean {
  return giveWay(record, readReferences(collection, record)[0]?.slots ?? []);
}

describe('what points at something that goes', () => {
  test('becomes null where it may be', () => {
    const record = newRecord('touchpoints', { stage: A, name: 'Ad' });
    expect(letGo('touchpoints', record)).toBe(true);
    expect(record).toEqual(newRecord('touchpoints', { name: 'Ad' }));
  });

  test('is taken out of a set', () => {
    const record = newRecord('pains', { touchpoints: { [A]: true, [B]: true } });
    expect(letGo('pains', record)).toBe(true);
    expect(record.touchpoints).toEqual({ [B]: true });
  });

  test('takes its clause along, the others stay', () => {
    const record = newRecord('segments', { rule: group(inSegment, { kind: 'everyone' }) });
    expect(letGo('segments', record)).toBe(true);
    expect(record.rule).toEqual({
      kind: 'group',
      not: false,
      match: 'all',
      rules: [{ kind: 'everyone', not: false }],
    });
  });

  test('takes along every group it leaves empty, up to the default rule', () => {
    const record = newRecord('segments', { rule: group(group(inSegment)) });
    expect(letGo('segments', record)).toBe(true);
    expect(record.rule).toEqual({ kind: 'everyone', not: false });
    const beside = newRecord('segments', { rule: group({ kind: 'everyone' }, group(inSegment)) });
    letGo('segments', beside);
    expect(beside.rule).toMatchObject({ rules: [{ kind: 'everyone' }] });
  });

  test('resets a value with a default to a fresh one', () => {
    const [one, other] = [1, 2].map(() => newRecord('segments', { rule: inSegment }));
    letGo('segments', one!);
    letGo('segments', other!);
    expect(one!.rule).toEqual({ kind: 'everyone', not: false });
    expect(one!.rule).not.toBe(other!.rule);
  });

  test('makes a rule null where none is needed', () => {
    const record = newRecord('campaigns', { segment: A });
    expect(letGo('campaigns', record)).toBe(true);
    expect(record.segment).toBeNull();
  });

  test('cannot give way where the record is nothing without it', () => {
    const record = newRecord('transitions', { from: A, to: B });
    expect(letGo('transitions', record)).toBe(false);
    expect(record).toMatchObject({ from: A, to: B });
  });

  test('cannot give way with a last clause that nothing stands around', () => {
    const record = { rules: [1] };
    const [slot] = readReferences('segments', { rule: group(inSegment) })[0]!.slots;
    expect(giveWay(record, [{ ...slot!, path: ['rules', 0] }])).toBe(false);
    expect(record.rules).toEqual([]);
  });
});

describe('renaming the references of a record', () => {
  const to =
    (names: Record<string, string | null>): NewName =>
    (_, id) =>
      id in names ? (names[id] ?? null) : id;

  test('writes new ids in place of old ones, keys and values alike', () => {
    const record = newRecord('touchpoints', {
      stage: A,
      images: { [A]: true, [B]: true },
      effects: { [X]: { attribute: B, value: 1 } },
    });
    expect(renameReferences('touchpoints', record, to({ [A]: C }))).toBe(true);
    expect(record).toMatchObject({ stage: C, effects: { [X]: { attribute: B } } });
    expect(record.images).toEqual({ [C]: true, [B]: true });
  });

  test('asks by collection', () => {
    const record = newRecord('touchpoints', { stage: A, images: { [A]: true } });
    renameReferences('touchpoints', record, (collection, id) => (collection === 'stages' ? B : id));
    expect(record).toMatchObject({ stage: B, images: { [A]: true } });
  });

  test('keeps the value of an entry whose key is renamed', () => {
    const record = newRecord('transitions', {
      from: A,
      to: B,
      chance: { bySegment: { [A]: { value: 0.5, order: 'a3' } } },
    });
    renameReferences('transitions', record, (collection, id) =>
      collection === 'segments' ? C : id,
    );
    expect(record.chance.bySegment).toEqual({ [C]: { value: 0.5, order: 'a3' } });
  });

  test('lets what has no new id give way', () => {
    const record = newRecord('touchpoints', { stage: A, images: { [A]: true, [B]: true } });
    expect(renameReferences('touchpoints', record, to({ [A]: null, [B]: C }))).toBe(true);
    expect(record).toMatchObject({ stage: null, images: { [C]: true } });
    expect(Object.keys(record.images)).toEqual([C]);
  });

  test('leaves what is kept as it is where it has no new id', () => {
    const record = newRecord('segments', {
      rule: group(inSegment, { kind: 'everyone' }, { kind: 'persona', persona: B }),
    });
    expect(renameReferences('segments', record, to({ [A]: null, [B]: C }))).toBe(true);
    expect(record.rule).toMatchObject({
      rules: [{ segment: A }, { kind: 'everyone' }, { kind: 'persona', persona: C }],
    });
  });

  test('reports that a record cannot stand, whichever of its references it loses', () => {
    for (const lost of [A, B]) {
      const record = newRecord('transitions', { from: A, to: B, when: inSegment });
      const rename: NewName = (collection, id) =>
        collection === 'touchpoints' && id === lost ? null : id;
      expect(renameReferences('transitions', record, rename)).toBe(false);
    }
    const free = newRecord('transitions', { from: B, to: B, when: inSegment });
    expect(renameReferences('transitions', free, to({ [A]: null }))).toBe(true);
    expect(free.when).toMatchObject(inSegment);
  });
});

describe('what goes with a record', () => {
  const comment = (id: string) => ({
    target: { collection: 'transitions', id } as const,
    createdAt: '2026-01-01T00:00:00Z',
  });
  const map = newMap({
    stages: { [A]: {} },
    touchpoints: { [A]: { stage: A }, [B]: {}, [C]: {} },
    transitions: { [A]: { from: A, to: B }, [B]: { from: B, to: C }, [C]: { from: A, to: C } },
    comments: { [A]: comment(A), [B]: comment(B), [C]: { ...comment(C), parent: A } },
  });
  const goneWith = (...targets: [CollectionName, string][]) => {
    const gone = withDependents(map, targets, readReferences);
    return COLLECTIONS.flatMap((name) => [...gone[name]].sort().map((id) => `${name}/${id}`));
  };

  test('is itself and, in turn, all that cannot stand without it', () => {
    expect(goneWith(['touchpoints', B])).toEqual([
      `touchpoints/${B}`,
      `transitions/${A}`,
      `transitions/${B}`,
      `comments/${A}`,
      `comments/${B}`,
    ]);
  });

  test('is nothing whose reference can give way', () => {
    expect(goneWith(['stages', A])).toEqual([`stages/${A}`]);
    expect(goneWith(['comments', A])).toEqual([`comments/${A}`]);
  });

  test('is gone with any of several, once', () => {
    expect(goneWith(['transitions', C], ['touchpoints', C], ['transitions', C])).toEqual([
      `touchpoints/${C}`,
      `transitions/${B}`,
      `transitions/${C}`,
      `comments/${B}`,
      `comments/${C}`,
    ]);
  });

  test('is nothing for no record, and the id alone for one that is not there', () => {
    expect(goneWith()).toEqual([]);
    expect(goneWith(['pains', X])).toEqual([`pains/${X}`]);
  });

  test('hands every record with its collection and its id', () => {
    const asked: string[] = [];
    withDependents(map, [], (collection, record, id) => {
      asked.push(`${collection}/${id}`);
      expect(record).toBe(map[collection][id]);
      return [];
    });
    expect(asked).toHaveLength(10);
    expect(asked[0]).toBe(`stages/${A}`);
  });
});
