import { describe, expect, test } from 'vitest';
import { noTables } from '../../../src/map/edits';
import { newMap, newRecord } from '../../../src/map/records';
import { COLLECTIONS, type Rule } from '../../../src/map/schema';
import { parseFragment, parseMap, serialise } from '../../../src/map/text';
import { jsonFrom, readTables } from '../../../src/map/text/parseMap';
import { Refusal, Repairs } from '../../../src/map/text/finding';

const A = 'aaaaaaaaaaaa';
const B = 'bbbbbbbbbbbb';
const C = 'cccccccccccc';
const head = { format: 'journey-map', version: 1, id: 'mapmapmapmap' };
const read = (value: object) => parseMap(JSON.stringify({ ...head, ...value }));
const told = (value: object) =>
  read(value).repairs.map(({ code, pointer }) => `${code} ${pointer}`);
const refused = (value: object) =>
  read(value).problems.map(({ code, pointer }) => `${code} ${pointer}`);

describe('the JSON of a file', () => {
  test('is its value, without −0', () => {
    expect(jsonFrom('{"a":[-0,1]}')).toStrictEqual({ a: [0, 1] });
    expect(jsonFrom(new TextEncoder().encode('[]'))).toEqual([]);
  });

  test('is refused where the text is none', () => {
    expect(() => jsonFrom('')).toThrow(Refusal);
    expect(() => jsonFrom('{"a":1,"a":1}')).toThrow(Refusal);
  });
});

describe('the tables of a file', () => {
  test('are all there, empty where the file has none', () => {
    const tables = readTables({}, new Repairs());
    expect(Object.keys(tables)).toEqual(COLLECTIONS);
    expect(tables).toEqual(noTables());
  });

  test('hold whole records, unknown fields too', () => {
    const repairs = new Repairs();
    const { stages } = readTables(
      { stages: { [A]: { name: 'See', later: 1 } }, other: 5 },
      repairs,
    );
    expect(stages).toEqual({ [A]: { ...newRecord('stages', { name: 'See' }), later: 1 } });
    expect(repairs.total).toBe(0);
  });

  test.each([
    [{ stages: null }, 'not-a-table /stages'],
    [{ stages: [] }, 'not-a-table /stages'],
    [{ pains: 'x' }, 'not-a-table /pains'],
    [{ stages: { 'a/b': null } }, 'not-a-record /stages/a~1b'],
    [{ stages: { [A]: [] } }, `not-a-record /stages/${A}`],
  ])('are refused where they are none: %j', (value, expected) => {
    expect(refused(value)).toEqual([expected]);
  });
});

describe('a map read', () => {
  test('is opened as it was, with the fields nobody knows', () => {
    const result = read({ title: 'T', later: { a: 1 } });
    expect(result).toEqual({
      outcome: 'opened',
      map: {
        ...newMap({ id: head.id, title: 'T' }),
        createdAt: '2026-01-01T00:00:00.000Z',
        later: { a: 1 },
      },
      repairs: [],
      repairCount: 0,
      problems: [],
    });
  });

  test('is repaired where a field of its own is wrong', () => {
    const result = read({ title: 'x'.repeat(201), market: { grossMargin: -1 }, state: 'x' });
    expect(result).toMatchObject({ outcome: 'repaired', repairCount: 3, problems: [] });
    expect(result.repairs).toEqual([
      { code: 'text-cut', pointer: '/title', params: { length: 201, most: 200 } },
      { code: 'value-reset', pointer: '/state', params: { value: '"x"' } },
      { code: 'number-limited', pointer: '/market/grossMargin', params: { from: -1, to: 0 } },
    ]);
    expect(result.map).toMatchObject({ state: 'as-is', market: { grossMargin: 0 } });
    expect(result.map?.title).toHaveLength(200);
  });

  test('loses an ancestor that is none, and the oldest past the limit', () => {
    const ancestor = { revision: '0'.repeat(64), at: '2026-01-01T00:00:00Z', by: '' };
    expect(told({ lineage: [ancestor, { revision: 'x' }] })).toEqual(['entry-removed /lineage/1']);
    const long = Array.from({ length: 201 }, (_, at) => ({ ...ancestor, by: String(at) }));
    expect(read({ lineage: long }).map?.lineage[0]?.by).toBe('1');
  });

  test('is refused without an id, with a wrong one, and without a version', () => {
    expect(refused({ id: undefined })).toEqual(['missing /id']);
    expect(refused({ id: 5 })).toEqual(['wrong-value /id']);
    expect(read({ id: 5 }).problems[0]?.params.reason).toMatch(/string/);
    expect(refused({ version: 1.5 })).toEqual(['version-missing /version']);
    expect(read({ version: 7 })).toEqual({
      outcome: 'refused',
      repairs: [],
      repairCount: 0,
      problems: [{ code: 'version-newer', pointer: '/version', params: { version: 7, known: 1 } }],
    });
  });

  test('loses a record that cannot be mended, a transition alone is refused', () => {
    const ends = { [A]: {}, [B]: {} };
    expect(told({ images: { [A]: { asset: B } } })).toEqual([`record-removed /images/${A}/width`]);
    const { problems } = read({ touchpoints: ends, transitions: { [C]: { from: A, to: 5 } } });
    expect(problems).toMatchObject([{ code: 'wrong-value', pointer: `/transitions/${C}/to` }]);
    expect(problems[0]?.params.reason).toMatch(/string/);
    expect(refused({ touchpoints: ends, transitions: { [C]: { to: A } } })).toEqual([
      `missing /transitions/${C}/from`,
    ]);
  });

  test('has wrong items of a list taken out one by one', () => {
    const result = read({ attributes: { [A]: { choices: [1, 'a', 2, 'b', 3] } } });
    expect(result.map?.attributes[A]?.choices).toEqual(['a', 'b']);
    expect(result.repairCount).toBe(3);
  });
});

describe('references of a file that lead nowhere', () => {
  test('are cleared and told with what they named', () => {
    const result = read({ touchpoints: { [A]: { stage: B, images: { [C]: true } } } });
    expect(result.repairs).toEqual([
      {
        code: 'reference-cleared',
        pointer: `/touchpoints/${A}/images/${C}`,
        params: { id: C, collection: 'images' },
      },
      {
        code: 'reference-cleared',
        pointer: `/touchpoints/${A}/stage`,
        params: { id: B, collection: 'stages' },
      },
    ]);
    expect(result.map?.touchpoints[A]).toEqual(newRecord('touchpoints', {}));
  });

  test('stay in a rule, which would say more without them, and are no repair', () => {
    const clause = (persona: string) => ({ kind: 'persona', persona });
    const result = read({
      personas: { [C]: {} },
      segments: { [A]: { rule: { kind: 'group', rules: [clause(A), clause(C), clause(B)] } } },
    });
    expect(result.map?.segments[A]?.rule).toMatchObject({
      rules: [{ persona: A }, { persona: C }, { persona: B }],
    });
    expect([result.outcome, result.repairCount]).toEqual(['opened', 0]);
  });

  test('take records along that cannot stand, and those that need them', () => {
    const comment = (collection: string, id: string) => ({
      target: { collection, id },
      createdAt: '2026-01-01T00:00:00Z',
    });
    const result = read({
      touchpoints: { [A]: {} },
      transitions: { [B]: { from: A, to: C } },
      comments: { [A]: comment('transitions', B), [B]: comment('touchpoints', A) },
    });
    expect(result.repairs.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      `record-removed /transitions/${B}`,
      `record-removed /comments/${A}`,
    ]);
    expect(Object.keys(result.map!.comments)).toEqual([B]);
  });

  test('may be comments that answer one another', () => {
    const comment = (parent: string) => ({
      target: { collection: 'stages', id: A },
      createdAt: '2026-01-01T00:00:00Z',
      parent,
    });
    const result = read({ stages: { [A]: {} }, comments: { [A]: comment(B), [B]: comment(A) } });
    expect(result.repairs).toEqual([
      { code: 'answers-itself', pointer: `/comments/${A}/parent`, params: {} },
    ]);
    expect(result.map?.comments[A]?.parent).toBeNull();
    expect(result.map?.comments[B]?.parent).toBe(A);
  });
});

describe('a fragment read', () => {
  const fragment = { format: 'journey-fragment', version: 1 };
  const parsed = (value: object) => parseFragment(JSON.stringify(value));

  test('holds the records and companions of the text', () => {
    expect(
      parsed({
        ...fragment,
        records: { stages: { [A]: { name: 'See' } } },
        companions: { segments: { [B]: { name: 'young' } } },
      }),
    ).toEqual({
      ...fragment,
      from: null,
      records: { ...noTables(), stages: { [A]: newRecord('stages', { name: 'See' }) } },
      companions: { ...noTables(), segments: { [B]: newRecord('segments', { name: 'young' }) } },
    });
  });

  test('says which map it is from, where it can be told', () => {
    expect(parsed({ ...fragment, from: A })?.from).toBe(A);
    expect(parsed({ ...fragment, from: 'no id' })?.from).toBeNull();
  });

  test('may be empty', () => {
    const empty = { ...fragment, from: null, records: noTables(), companions: noTables() };
    expect(parsed(fragment)).toEqual(empty);
    expect(parsed({ ...fragment, records: null, companions: 'x' })).toEqual(empty);
  });

  test.each<[string, unknown]>([
    ['another format', { format: 'journey-map', note: 'journey-fragment', version: 1 }],
    ['another version', { format: 'journey-fragment', version: 2 }],
    ['no version', { format: 'journey-fragment' }],
    ['a list', ['journey-fragment']],
    ['a text', 'journey-fragment'],
    ['a table that is a list', { ...fragment, companions: { stages: [] } }],
    ['a transition without ends', { ...fragment, records: { transitions: { [A]: {} } } }],
  ])('is none: %s', (_, value) => {
    expect(parseFragment(JSON.stringify(value))).toBeNull();
  });

  test('is none where the text is no JSON', () => {
    expect(parseFragment('journey-fragment')).toBeNull();
    expect(parseFragment('')).toBeNull();
    expect(parseFragment(JSON.stringify(fragment).slice(0, -1))).toBeNull();
  });
});

describe('the canonical text', () => {
  test('writes each kind of value in its form', () => {
    const map = { ...newMap({ id: head.id }), lineage: [], later: {} };
    const text = serialise({
      ...map,
      later: { none: null, gone: undefined, list: [], items: [1, [true]], text: 'a"\n', zero: -0 },
    } as typeof map);
    const tail = text.slice(text.indexOf('  "later"'));
    expect(tail).toBe(
      [
        '  "later": {',
        '    "items": [',
        '      1,',
        '      [',
        '        true',
        '      ]',
        '    ],',
        '    "list": [],',
        '    "none": null,',
        '    "text": "a\\"\\n",',
        '    "zero": 0',
        '  }',
        '}',
        '',
      ].join('\n'),
    );
    expect(text).toContain('  "lineage": [],\n  "participants": {},\n');
  });

  test('writes the keys of rules and list items in schema order', () => {
    const map = newMap({
      id: head.id,
      segments: { [A]: { rule: { rules: [{ not: true, kind: 'everyone' }], kind: 'group' } } },
    });
    const turned: unknown = {
      rules: [{ not: true, kind: 'everyone' }],
      match: 'all',
      not: false,
      kind: 'group',
    };
    expect(
      serialise({
        ...map,
        segments: { [A]: { ...map.segments[A]!, rule: turned as Rule } },
      }),
    ).toBe(serialise(map));
    expect(serialise(map)).toContain('"kind": "everyone",\n            "not": true\n');
  });
});
