import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../src/map/text/finding';
import { scan } from '../../../src/map/text/scan';

const refused = (text: string) => {
  try {
    scan(text);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.finding;
  }
};
/** `code pointer line:column`. */
const told = (text: string) => {
  const found = refused(text);
  return (
    found &&
    `${found.code} ${found.pointer || '·'} ${String(found.params.line)}:${String(found.params.column)}`
  );
};

describe('JSON text', () => {
  test.each([
    '0',
    '-0',
    '10',
    '-12.50',
    '0.5',
    '1e5',
    '1E+5',
    '1e-5',
    '0e0',
    '1.5e300',
    '9',
    '""',
    '"a"',
    '"\\"\\\\\\/\\b\\f\\n\\r\\t\\u00aF\\u09Fa"',
    '"é🙂\u007f"',
    'true',
    'false',
    'null',
    '[]',
    '{}',
    ' \t\r\n[ \n1 , 2\t]\r ',
    '[[],{},[1,[2]]]',
    '{"a":1,"b":{"a":1},"":[]}',
    '[{"a":1},{"a":1}]',
    '{ "a" : 1 , "b" : 2 }',
  ])('that is whole passes: %j', (text) => {
    expect(refused(text)).toBeNull();
  });

  test('of any value passes as it is written', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        fc.pre(!/__proto__|constructor|prototype/.test(text));
        expect(refused(text)).toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  test('that JSON.parse refuses never passes', () => {
    const sign = fc.constantFrom(...Array.from('{}[]",:0-.e+1 \\u\nnt'), '"a"', 'null', '"b":');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 8 }), (signs) => {
        const text = signs.join('');
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        if (!isJson) expect(refused(text)).not.toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('text that is no JSON is refused where it goes wrong', () => {
  test.each([
    ['[1 2]', 'not-json /0 1:4'],
    ['[1,]', 'not-json /1 1:4'],
    ['[,1]', 'not-json /0 1:2'],
    ['{"a":1,}', 'not-json /a 1:8'],
    ['{"a" 1}', 'not-json /a 1:6'],
    ['{"a":1 "b":2}', 'not-json /a 1:8'],
    ['{a:1}', 'not-json / 1:2'],
    ['{"a":}', 'not-json /a 1:6'],
    ['[1}', 'not-json /0 1:3'],
    ['{"a":1]', 'not-json /a 1:7'],
    [']', 'not-json · 1:1'],
    ['}', 'not-json · 1:1'],
    ['[\n 1,\n x]', 'not-json /1 3:2'],
    ['nul1', 'not-json · 1:1'],
    ['True', 'not-json · 1:1'],
    ['+1', 'not-json · 1:1'],
    ['.5', 'not-json · 1:1'],
    ['-x', 'not-json · 1:2'],
    ['1.x', 'not-json · 1:3'],
    ['1ex', 'not-json · 1:3'],
    ['1e+x', 'not-json · 1:4'],
    ['"\\x"', 'not-json · 1:3'],
    ['"\\u12g4"', 'not-json · 1:3'],
    ['"a\nb"', 'not-json · 1:3'],
    ['"a\u001fb"', 'not-json · 1:3'],
  ])('%j', (text, expected) => {
    expect(told(text)).toBe(expected);
  });

  test.each([
    ['[01]', 'not-json /0 1:3'],
    ['-01', 'trailing · 1:3'],
    ['1 2', 'trailing · 1:3'],
    ['{}\n{}', 'trailing · 2:1'],
    ['"a"b', 'trailing · 1:4'],
    ['1.5.5', 'trailing · 1:4'],
    ['nullx', 'trailing · 1:5'],
    ['[]]', 'trailing · 1:3'],
    ['1\u00a0', 'trailing · 1:2'],
  ])('behind what stands first: %j', (text, expected) => {
    expect(told(text)).toBe(expected);
  });
});

test.each([
  ['', 'cut-short · 1:1'],
  ['{', 'cut-short / 1:2'],
  ['[', 'cut-short /0 1:2'],
  ['[1', 'cut-short /0 1:3'],
  ['[1,', 'cut-short /1 1:4'],
  ['{"a"', 'cut-short /a 1:5'],
  ['{"a":', 'cut-short /a 1:6'],
  ['{"a":1', 'cut-short /a 1:7'],
  ['"a', 'cut-short · 1:3'],
  ['"\\', 'cut-short · 1:3'],
  ['-', 'cut-short · 1:2'],
  ['1.', 'cut-short · 1:3'],
  ['1e', 'cut-short · 1:3'],
])('text that ends too early is cut short: %j', (text, expected) => {
  expect(told(text)).toBe(expected);
});

describe('what JSON.parse would hide is refused', () => {
  test('a key twice in one object, however it is spelled', () => {
    expect(refused('{"a":1,\n "a":2}')).toEqual({
      code: 'duplicate-key',
      pointer: '/a',
      params: { key: 'a', line: 2, column: 2 },
    });
    expect(refused('[0,{"x":{"a":1,"\\u0061":2}}]')).toMatchObject({
      code: 'duplicate-key',
      pointer: '/1/x/a',
      params: { key: 'a', column: 16 },
    });
  });

  test.each(['__proto__', 'constructor', 'prototype'])('the key %s', (key) => {
    expect(refused(`{"b":{"${key}":1}}`)).toEqual({
      code: 'forbidden-key',
      pointer: `/b/${key}`,
      params: { key, line: 1, column: 7 },
    });
    expect(refused(`["${key}"]`)).toBeNull();
  });

  test('a number that overflows', () => {
    expect(refused('[0, -1e999]')).toEqual({
      code: 'number-too-large',
      pointer: '/1',
      params: { line: 1, column: 5 },
    });
    expect(refused('1.7976931348623157e308')).toBeNull();
    expect(refused('1.8e308')?.code).toBe('number-too-large');
  });
});

describe('text that would exhaust the machine is refused', () => {
  test('past a hundred levels', () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect(refused(nested(100))).toBeNull();
    expect(refused(nested(101))).toMatchObject({
      code: 'too-deep',
      params: { most: 100, line: 1, column: 101 },
    });
  });

  test('past twenty thousand members of an object', () => {
    const members = (count: number) =>
      `{${Array.from({ length: count }, (_, at) => `"${String(at)}":1`).join(',')}}`;
    expect(refused(members(20_000))).toBeNull();
    expect(refused(members(20_001))).toMatchObject({
      code: 'too-many-members',
      pointer: '/19999',
      params: { most: 20_000 },
    });
  });

  test('past a hundred thousand items of a list', () => {
    const items = (count: number) => `[${Array.from({ length: count }, () => '1').join(',')}]`;
    expect(refused(items(100_000))).toBeNull();
    expect(refused(items(100_001))).toMatchObject({
      code: 'too-many-members',
      pointer: '/100000',
      params: { most: 100_000 },
    });
  });
});
