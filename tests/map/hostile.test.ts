import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { JourneyMap } from '../../src/map/schema';
import { parseMap, type ParseResult, serialise } from '../../src/map/text';
import { deep, runs } from '../support/runs';

vi.setConfig({ testTimeout: runs(60_000, 900_000) });

const A = 'aaaaaaaaaaaa';
const B = 'bbbbbbbbbbbb';
const head = { format: 'journey-map', version: 1, id: 'mapmapmapmap' };
const everything = readFileSync('tests/fixtures/v1/everything.journey.json', 'utf8');

function codes(result: ParseResult): string[] {
  return result.problems.map(({ code }) => code);
}

/** Every answer is one of the three; what opened is a valid map that stays open. */
function expectSound(result: ParseResult): void {
  expect(codes(result)).not.toContain('unreadable');
  if (result.map) {
    expect(JourneyMap.safeParse(result.map).error).toBeUndefined();
    const again = parseMap(serialise(result.map));
    expect(again.outcome).toBe('opened');
    expect(again.map).toEqual(result.map);
  } else {
    expect(result.problems).toHaveLength(1);
  }
}

test('a file cut off anywhere is refused as cut short', () => {
  const step = deep ? 1 : 211;
  for (let at = 1; at < everything.trimEnd().length; at += step) {
    expect(codes(parseMap(everything.slice(0, at)))[0]).toMatch(/cut-short|not-json/);
  }
});

test('bytes of any other kind are refused', () => {
  for (let first = 0; first < 256; first += 1) {
    const bytes = Uint8Array.from({ length: 64 }, (_, at) => (first + at * 37) & 255);
    expect(parseMap(bytes).outcome).toBe('refused');
  }
});

test.each([
  ['objects', '{"a":', '}'],
  ['lists', '[', ']'],
])('%s nested 3,000 and a million deep are refused without a crash', (_, open, close) => {
  for (const depth of [101, 3_000, 1_000_000]) {
    const bomb = `${open.repeat(depth)}1${close.repeat(depth)}`;
    expect(codes(parseMap(bomb))).toEqual(['too-deep']);
    const inside = `{"format":"journey-map","version":1,"id":"mapmapmapmap","x":${bomb}}`;
    expect(codes(parseMap(inside))).toEqual(['too-deep']);
  }
});

test('rules as deep as a file may be are mended, not run through the stack', () => {
  let rule: object = { kind: 'everyone' };
  for (let depth = 0; depth < 40; depth += 1) rule = { kind: 'group', rules: [rule] };
  const result = parseMap(JSON.stringify({ ...head, segments: { [A]: { rule } } }));
  expect(result.repairs.map(({ code, pointer }) => [code, pointer])).toEqual([
    ['value-reset', `/segments/${A}/rule`],
  ]);
  expectSound(result);
});

test('a hundred thousand touchpoints and a million transitions are refused', () => {
  const many = (count: number, body: string) =>
    Array.from({ length: count }, (_, at) => `"id${String(at).padStart(10, '0')}":${body}`).join(
      ',',
    );
  const touchpoints = `{"format":"journey-map","version":1,"id":"mapmapmapmap","touchpoints":{${many(100_000, '{}')}}}`;
  expect(codes(parseMap(touchpoints))).toEqual(['too-many-members']);
  const transition = `{"from":"${A}","to":"${B}"}`;
  const transitions = `{"format":"journey-map","version":1,"id":"mapmapmapmap","transitions":{${many(deep ? 1_000_000 : 100_000, transition)}}}`;
  expect(codes(parseMap(transitions))).toEqual(['too-many-members']);
});

test('a label of megabytes is cut, and a whole book in one field too', () => {
  const name = 'x'.repeat(deep ? 48_000_000 : 8_000_000);
  const result = parseMap(
    JSON.stringify({
      ...head,
      touchpoints: { [A]: { name, description: `${'é'.repeat(19_999)}🙂🙂` } },
    }),
  );
  expect(result.map?.touchpoints[A]?.name).toHaveLength(200);
  expect(result.map?.touchpoints[A]?.description).not.toMatch(/\p{Cs}/u);
  expect(result.repairs.map(({ code }) => code)).toEqual(['text-cut', 'text-cut']);
});

test('a file of ten megabytes opens', () => {
  const notes = Object.fromEntries(
    Array.from({ length: 500 }, (_, at) => [
      `note-${String(at).padStart(9, '0')}`,
      { text: 'x'.repeat(20_000) },
    ]),
  );
  const result = parseMap(JSON.stringify({ ...head, notes }));
  expect(result.outcome).toBe('opened');
});

test('chains of twenty thousand comments on comments are refused', () => {
  const id = (at: number) => `comment-${String(at).padStart(8, '0')}`;
  const comments = Object.fromEntries(
    Array.from({ length: 20_000 }, (_, at) => [
      id(at),
      {
        target: { collection: 'comments', id: id(at + 1) },
        parent: id(at + 1),
        createdAt: '2026-01-01T00:00:00Z',
      },
    ]),
  );
  const result = parseMap(JSON.stringify({ ...head, comments }));
  expect(codes(result)).toEqual(['too-damaged']);
});

test('every required key taken away, every value made another, is opened, mended or refused', () => {
  const odd = [null, '', [], {}, 0, '0', -1, 1e308, true, 'x'.repeat(300), [[]], { a: {} }];
  const whole = JSON.parse(everything) as unknown;
  const places: (string | number)[][] = [];
  const visit = (value: unknown, path: (string | number)[]) => {
    if (path.length > 0) places.push(path);
    if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) visit(part, [...path, key]);
    }
  };
  visit(whole, []);
  const step = deep ? 1 : 29;
  for (let at = 0; at < places.length; at += step) {
    const path = places[at]!;
    for (const [index, value] of [undefined, ...odd].entries()) {
      if (!deep && (at + index) % 4 !== 0) continue;
      const copy = structuredClone(whole);
      let parent = copy as Record<string, unknown>;
      for (const key of path.slice(0, -1)) parent = parent[key] as Record<string, unknown>;
      if (value === undefined) Reflect.deleteProperty(parent, path.at(-1)!);
      else parent[path.at(-1)!] = value;
      expectSound(parseMap(JSON.stringify(copy)));
    }
  }
});

test.each([
  ['nothing', ''],
  ['10,000 characters', 'x'.repeat(10_000)],
  ['toString', 'toString'],
  ['hasOwnProperty', 'hasOwnProperty'],
  ['valueOf', 'valueOf'],
  ['quotes', '"quoted"'],
  ['a way up', '../..'],
  ['a digit', '0'],
  ['a smile', '🙂'],
  ['a direction', '\u202e'],
])('an id of %s is remade and nothing points astray', (_, id) => {
  const result = parseMap(
    JSON.stringify({
      ...head,
      touchpoints: { [id]: { name: 'N' } },
      transitions: { [A]: { from: id, to: id } },
    }),
  );
  expect(result.outcome).toBe('repaired');
  const [made] = Object.keys(result.map!.touchpoints);
  expect(result.map!.transitions[A]).toMatchObject({ from: made, to: made });
  expectSound(result);
});

test.each(['__proto__', 'constructor', 'prototype'])(
  'the key %s is refused at every level, and no object changes by it',
  (key) => {
    const poison = `{"${key}":{"x":1,"prototype":{"x":1}}}`;
    const files = [
      poison,
      `{"format":"journey-map","version":1,"id":"mapmapmapmap","${key}":{"x":1}}`,
      `{"format":"journey-map","version":1,"id":"mapmapmapmap","touchpoints":${poison}}`,
      `{"format":"journey-map","version":1,"id":"mapmapmapmap","touchpoints":{"${A}":${poison}}}`,
      `{"format":"journey-map","version":1,"id":"mapmapmapmap","x":[[${poison}]]}`,
      `{"format":"journey-map","version":0,"id":"mapmapmapmap","steps":[${poison}]}`,
    ];
    for (const file of files) {
      expect(codes(parseMap(file))).toEqual(['forbidden-key']);
      const escaped = file.replaceAll(
        `"${key}"`,
        `"\\u00${key.charCodeAt(0).toString(16)}${key.slice(1)}"`,
      );
      expect(codes(parseMap(escaped))).toEqual(['forbidden-key']);
    }
    expect(({} as { x?: number }).x).toBeUndefined();
  },
);

test.each([
  ['1e999', 'number-too-large'],
  ['-1e999', 'number-too-large'],
  ['1' + '0'.repeat(309), 'number-too-large'],
  ['NaN', 'not-json'],
  ['Infinity', 'not-json'],
  ['0x10', 'not-json'],
])('the number %s is refused', (number, code) => {
  const file = `{"format":"journey-map","version":1,"id":"mapmapmapmap","market":{"grossMargin":${number}}}`;
  expect(codes(parseMap(file))).toEqual([code]);
});

test.each([
  [-0.1, 0],
  [1.0000001, 1],
  [1e308, 1],
  [-0, 0],
  ['NaN', 0],
])('a chance of %s is brought to %s', (chance, expected) => {
  const file = `{"format":"journey-map","version":1,"id":"mapmapmapmap","touchpoints":{"${A}":{}},"transitions":{"${B}":{"from":"${A}","to":"${A}","chance":{"base":${
    typeof chance === 'string' ? `"${chance}"` : Object.is(chance, -0) ? '-0.0' : String(chance)
  }}}}}`;
  const result = parseMap(file);
  expect(Object.is(result.map?.transitions[B]?.chance.base, expected)).toBe(true);
  expectSound(result);
});

test('hostile text is kept as text, and comes back as it was', () => {
  const texts = [
    '\u202eevil\u202c',
    '\u200b'.repeat(300),
    `e${'\u0301'.repeat(500)}`,
    '</script><img src=x onerror=alert(1)>',
    ']]>',
    '\u2028\u2029',
    'javascript:alert(1)',
    '\ud800',
  ];
  for (const description of texts) {
    const file = JSON.stringify({ ...head, description });
    const result = parseMap(file);
    expect(result.outcome).toBe('opened');
    expect(result.map?.description).toBe(description);
    expectSound(result);
  }
});

test('a sentence about a hostile file carries no control or direction characters and no length', () => {
  const key = `\u202e\u0007<img>${'x'.repeat(5_000)}`;
  const quoted = JSON.stringify(key);
  const [twice] = parseMap(`{${quoted}:1,${quoted}:2}`).problems;
  for (const text of [twice!.pointer, String(twice!.params.key)]) {
    expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(text.length).toBeLessThan(310);
  }
  const named = parseMap(JSON.stringify({ ...head, stages: { [key]: {} } }));
  expect(String(named.repairs[0]?.params.from).length).toBeLessThan(70);
});
