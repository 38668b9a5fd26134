import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { newMap } from '../../src/map/records';
import { parseMap, PROBLEM_CODES, REPAIR_CODES, revisionOf, serialise } from '../../src/map/text';
import { runs } from '../support/runs';
import { journeyMap } from './arbitraries';
import { sometimesShared } from './sharedIds';

vi.setConfig({ testTimeout: runs(30_000, 900_000) });

const A = 'aaaaaaaaaaaa';
const B = 'bbbbbbbbbbbb';
const head = { format: 'journey-map', version: 1, id: 'mapmapmapmap' };
const parseJson = (value: unknown) => parseMap(JSON.stringify(value));

test('what is written is read back the same, and written the same again', () => {
  fc.assert(
    fc.property(sometimesShared(journeyMap()), (map) => {
      const text = serialise(map);
      const read = parseMap(text);
      expect(read.problems).toEqual([]);
      expect(read.outcome).toBe('opened');
      expect(read.map).toEqual(map);
      expect(serialise(read.map!)).toBe(text);
      expect(parseMap(new TextEncoder().encode(text)).map).toEqual(map);
    }),
    { numRuns: runs(30, 2_000) },
  );
});

test('the order of keys in memory changes nothing in the text', () => {
  const upsideDown = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(upsideDown)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, part]) => [key, upsideDown(part)]),
          )
        : value;
  fc.assert(
    fc.property(sometimesShared(journeyMap()), (map) => {
      expect(serialise(upsideDown(map) as typeof map)).toBe(serialise(map));
    }),
    { numRuns: runs(10, 500) },
  );
});

test('known keys stand in schema order, unknown ones and ids after the alphabet', () => {
  const map = newMap({ id: 'mapmapmapmap', stages: { bbbbbbbbbbbb: {}, Bbbbbbbbbbbb: {} } });
  const text = serialise({ ...map, z9: 1, z10: { b: 1, a: -0 }, '5': 0 } as typeof map);
  expect(text.startsWith('{\n  "format": "journey-map",\n  "version": 1,\n')).toBe(true);
  expect(text.indexOf('Bbbb')).toBeLessThan(text.indexOf('bbbb'));
  expect(text.endsWith('"5": 0,\n  "z10": {\n    "a": 0,\n    "b": 1\n  },\n  "z9": 1\n}\n')).toBe(
    true,
  );
});

test('a revision is the digest of everything but the lineage', async () => {
  const map = newMap({ id: 'mapmapmapmap', createdAt: '2026-01-01T00:00:00.000Z' });
  const revision = await revisionOf(map);
  expect(revision).toMatch(/^[0-9a-f]{64}$/);
  const lineage = [{ revision, at: '2026-01-02T00:00:00.000Z', by: 'Ana' }];
  expect(await revisionOf({ ...map, lineage })).toBe(revision);
  expect(await revisionOf({ ...map, title: 'Other' })).not.toBe(revision);
});

test('a missing field takes its default and is no repair', () => {
  const result = parseJson({ ...head, touchpoints: { [A]: {} } });
  expect(result.outcome).toBe('opened');
  expect(result.map?.touchpoints[A]?.kind).toBe('touchpoint');
});

test('a byte order mark is no obstacle', () => {
  expect(parseMap(`\ufeff${JSON.stringify(head)}`).outcome).toBe('opened');
  expect(parseMap(new TextEncoder().encode(`\ufeff${JSON.stringify(head)}`)).outcome).toBe(
    'opened',
  );
});

test.each<[string, string | Uint8Array, string]>([
  ['nothing', '', 'empty'],
  ['white space', ' \n', 'empty'],
  ['a brace', '{', 'cut-short'],
  ['a web page', '<!doctype html><p>', 'web-page'],
  ['a PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1]), 'image'],
  ['a ZIP', new Uint8Array([0x50, 0x4b, 3, 4]), 'archive'],
  ['a gzip', new Uint8Array([0x1f, 0x8b, 8]), 'archive'],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 123, 0]), 'wrong-encoding'],
  ['UTF-16 without a mark', new Uint8Array([123, 0, 125, 0]), 'wrong-encoding'],
  ['broken UTF-8', new Uint8Array([123, 34, 0xc3, 0x28, 34]), 'wrong-encoding'],
  ['more than 50 MB', new Uint8Array(50 * 1024 * 1024 + 1), 'too-large'],
  ['two documents', '{} {}', 'trailing'],
  ['a trailing comma', '{"a":1,}', 'not-json'],
  ['a single quote', "{'a':1}", 'not-json'],
  ['NaN', '{"a":NaN}', 'not-json'],
  ['a leading zero', '[01]', 'not-json'],
  ['a bare control character', '["\u0001"]', 'not-json'],
  ['an odd escape', '["\\x41"]', 'not-json'],
  ['a number that overflows', '{"a":[0,-1e999]}', 'number-too-large'],
  ['a key twice, once escaped', '{"a":1,"\\u0061":2}', 'duplicate-key'],
  ['a prototype', '{"a":{"__proto__":{"x":1}}}', 'forbidden-key'],
  ['an escaped constructor', '{"\\u0063onstructor":{}}', 'forbidden-key'],
  ['null', 'null', 'not-a-map'],
  ['a list', '[]', 'not-a-map'],
  ['a text', '"journey-map"', 'not-a-map'],
  ['a number', '5', 'not-a-map'],
  ['another format', '{"format":"drawing"}', 'not-a-map'],
  ['no version', '{"format":"journey-map"}', 'version-missing'],
  ['a version in words', '{"format":"journey-map","version":"1"}', 'version-missing'],
  ['a negative version', '{"format":"journey-map","version":-1}', 'version-missing'],
  ['a version to come', '{"format":"journey-map","version":2}', 'version-newer'],
  ['no id', '{"format":"journey-map","version":1}', 'missing'],
])('%s is refused by name', (_, file, code) => {
  const result = parseMap(file);
  expect(result.outcome).toBe('refused');
  expect(result.problems.map((problem) => problem.code)).toEqual([code]);
});

test('a refusal in the text says line, column and pointer', () => {
  const [problem] = parseMap('{\n  "a": [1, {"b": 1,\n "b": 2}]\n}').problems;
  expect(problem).toEqual({
    code: 'duplicate-key',
    pointer: '/a/1/b',
    params: { key: 'b', line: 3, column: 2 },
  });
});

test('structural damage is refused where it stands', () => {
  const table = { ...head, touchpoints: { [A]: {}, [B]: {} } };
  const codeOf = (value: unknown) =>
    parseJson(value).problems.map(({ code, pointer }) => [code, pointer]);
  expect(codeOf({ ...head, stages: [] })).toEqual([['not-a-table', '/stages']]);
  expect(codeOf({ ...head, stages: { [A]: 5 } })).toEqual([['not-a-record', `/stages/${A}`]]);
  expect(codeOf({ ...table, transitions: { [A]: { from: A } } })).toEqual([
    ['missing', `/transitions/${A}/to`],
  ]);
  expect(codeOf({ ...table, transitions: { [A]: { from: A, to: 5 } } })).toEqual([
    ['wrong-value', `/transitions/${A}/to`],
  ]);
});

test('a wrong value is mended and listed, and nothing else changes', () => {
  const result = parseJson({
    ...head,
    language: 5,
    market: { grossMargin: 1.25, discountRate: 0.1 },
    touchpoints: {
      [A]: { name: 'x'.repeat(250), kind: 'portal', importance: 9, effects: { [B]: { value: 1 } } },
    },
  });
  expect(result.outcome).toBe('repaired');
  expect(result.repairs.map(({ code, pointer }) => [code, pointer])).toEqual(
    expect.arrayContaining([
      ['value-reset', '/language'],
      ['number-limited', '/market/grossMargin'],
      ['text-cut', `/touchpoints/${A}/name`],
      ['value-reset', `/touchpoints/${A}/kind`],
      ['entry-removed', `/touchpoints/${A}/effects/${B}`],
    ]),
  );
  expect(result.repairCount).toBe(6);
  expect(result.map).toMatchObject({
    language: 'en',
    market: { grossMargin: 1, discountRate: 0.1 },
  });
  expect(result.map?.touchpoints[A]).toMatchObject({
    kind: 'touchpoint',
    importance: 5,
    effects: {},
  });
});

test('references to nothing are cleared and listed', () => {
  const result = parseJson({
    ...head,
    touchpoints: { [A]: { stage: 'stagethatisnt', images: { imagethatisnt: true } } },
    transitions: { [B]: { from: A, to: 'nothingthere' } },
    comments: {
      commentaaaaa: {
        target: { collection: 'transitions', id: B },
        createdAt: '2026-01-01T00:00:00Z',
      },
    },
  });
  expect(result.outcome).toBe('repaired');
  expect(result.map?.transitions).toEqual({});
  expect(result.map?.comments).toEqual({});
  expect(result.map?.touchpoints[A]).toMatchObject({ stage: null, images: {} });
});

test('foreign ids are remade the same each time, and every reference follows', () => {
  const file = {
    ...head,
    id: 'x',
    stages: { s: { name: 'S' } },
    touchpoints: { start: { stage: 's' }, toString: {} },
    segments: { all: {} },
    personas: { '…': { name: 'P' } },
    transitions: {
      go: {
        from: 'start',
        to: 'toString',
        when: { kind: 'group', rules: [{ kind: 'persona', persona: '…' }] },
        chance: { base: 1, bySegment: { all: { value: 0.5 } } },
      },
    },
    campaigns: {
      c: {
        variants: { v: {} },
        effects: { e: { kind: 'lift', transition: 'go', variant: 'v' } },
        touchpoints: { start: true },
      },
    },
    comments: {
      '': { target: { collection: 'transitions', id: 'go' }, createdAt: '2026-01-01T00:00:00Z' },
    },
  };
  const result = parseJson(file);
  expect(new Set(result.repairs.map(({ code }) => code))).toEqual(new Set(['id-remade']));
  const map = result.map!;
  const [[transitionId, transition]] = Object.entries(map.transitions) as [
    [string, (typeof map.transitions)[string]],
  ];
  expect(map.touchpoints[transition.from]?.stage).toBe(Object.keys(map.stages)[0]);
  expect(Object.keys(transition.chance.bySegment)).toEqual(Object.keys(map.segments));
  expect(transition.when).toMatchObject({ rules: [{ persona: Object.keys(map.personas)[0] }] });
  const [campaign] = Object.values(map.campaigns);
  expect(Object.values(campaign!.effects)).toMatchObject([
    { transition: transitionId, variant: Object.keys(campaign!.variants)[0] },
  ]);
  expect(Object.values(map.comments)[0]?.target.id).toBe(transitionId);
  expect(parseJson(file).map).toEqual(map);
  expect(parseMap(serialise(map)).outcome).toBe('opened');
});

test('comments that answer one another in a ring are cut loose', () => {
  const comment = (parent: string) => ({
    target: { collection: 'touchpoints', id: A },
    createdAt: '2026-01-01T00:00:00Z',
    parent,
  });
  const result = parseJson({
    ...head,
    touchpoints: { [A]: {} },
    comments: { [A]: comment(B), [B]: comment(A) },
  });
  expect(result.repairs.map(({ code }) => code)).toEqual(['answers-itself']);
});

test('at most twenty repairs are listed, all are counted, and past a thousand the file is refused', () => {
  const withWrong = (count: number) =>
    parseJson({
      ...head,
      stages: Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `stage${String(index).padStart(9, '0')}`,
          { color: 0 },
        ]),
      ),
    });
  expect(withWrong(50).repairs).toHaveLength(20);
  expect(withWrong(50).repairCount).toBe(50);
  expect(withWrong(1_001).problems.map(({ code }) => code)).toEqual(['too-damaged']);
});

test.each(['en', 'de', 'ms'])('every finding has its sentence in %s', async (language) => {
  const { default: messages } = (await import(`../../src/language/messages/${language}.json`)) as {
    default: Record<string, string>;
  };
  for (const code of [...PROBLEM_CODES, ...REPAIR_CODES]) {
    expect(messages).toHaveProperty([`file.finding.${code}`]);
  }
});
