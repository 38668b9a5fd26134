import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePattern } from '../../src/rules';
import { runs } from '../support/runs';

/** The texts a pattern is found in. */
function found(pattern: string, texts: readonly string[], caseSensitive = true): string[] {
  const matcher = compilePattern(pattern, caseSensitive);
  if (!matcher) throw new Error(`${pattern} was refused`);
  return texts.filter(matcher);
}

describe('a pattern', () => {
  test.each<[string, string, string[]]>([
    ['a character', 'b', ['abc', 'b', 'bc']],
    ['nothing', '', ['', 'a', 'abc', 'b', 'c', 'bc']],
    ['the beginning', '^b', ['b', 'bc']],
    ['the end', 'c$', ['abc', 'c', 'bc']],
    ['both ends', '^b$', ['b']],
    ['one or the other', 'ab|^c', ['abc', 'c']],
    ['one or nothing', '^(b|)c$', ['c', 'bc']],
    ['one of three', '^(a|b|c)$', ['a', 'b', 'c']],
    ['a group', '^(bc)$', ['bc']],
    ['a group that is not kept', '^(?:bc)$', ['bc']],
  ])('finds %s: %s', (_, pattern, texts) => {
    expect(found(pattern, ['', 'a', 'abc', 'b', 'c', 'bc'])).toEqual(texts);
  });

  const counts = ['', 'x', 'xx', 'xxx', 'xxxx'];
  test.each<[string, string[]]>([
    ['^x*$', counts],
    ['^x+$', counts.slice(1)],
    ['^x?$', ['', 'x']],
    ['^x{2}$', ['xx']],
    ['^x{0}$', ['']],
    ['^x{2,}$', ['xx', 'xxx', 'xxxx']],
    ['^x{1,3}$', ['x', 'xx', 'xxx']],
    ['^x{0,2}$', ['', 'x', 'xx']],
    ['^x{2,2}$', ['xx']],
    ['^x+?$', counts.slice(1)],
    ['^x{1,2}?$', ['x', 'xx']],
    ['^(xx)*$', ['', 'xx', 'xxxx']],
    ['^(x{2}){1,2}$', ['xx', 'xxxx']],
    ['^x?*$', counts],
  ])('repeats: %s', (pattern, texts) => {
    expect(found(pattern, counts)).toEqual(texts);
  });

  const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
  const others = ['ä', 'Ä', '\u00a0', '\u2028', '\u3000', '€', '😀', 'ſ', '٣'];
  test.each([
    '\\d',
    '\\D',
    '\\w',
    '\\W',
    '\\s',
    '\\S',
    '.',
    '\\.',
    '\\n',
    '\\r',
    '\\t',
    '\\\\',
    '\\-',
  ])('finds the characters a regular expression finds with %s', (pattern) => {
    const expected = new RegExp(`^${pattern}$`);
    const wide = [...ascii, ...others.filter((text) => text.length === 1)];
    // The dot of a pattern takes the rarer line ends, too: nobody types them.
    const asked = pattern === '.' ? wide.filter((text) => text !== '\u2028') : wide;
    expect(found(`^${pattern}$`, asked)).toEqual(asked.filter((text) => expected.test(text)));
  });

  test.each([
    '[a-c]',
    '[^a-c]',
    '[abc]',
    '[a-]',
    '[-a]',
    '[\\d_]',
    '[^\\w]',
    '[\\]]',
    '[^\\]]',
    '[a-cx-z]',
    '[.]',
    '[$^]',
    '[\\\\]',
    '[a|b]',
    '[0-9-]',
    '[a-a]',
    '[+-]',
  ])('finds the characters a regular expression finds with %s', (pattern) => {
    const expected = new RegExp(`^${pattern}$`, 'u');
    expect(found(`^${pattern}$`, ascii)).toEqual(ascii.filter((text) => expected.test(text)));
  });

  test('counts a character outside of the basic plane as one', () => {
    expect(found('^.$', ['😀', '😀😀', ''])).toEqual(['😀']);
    expect(found('^[😀-😂]$', ['😀', '😁', '😃'])).toEqual(['😀', '😁']);
  });

  test('without case finds both, and leaves escapes what they are', () => {
    const texts = ['LIGHT', 'light', 'Light', '1', ' '];
    expect(found('^li', texts, false)).toEqual(['LIGHT', 'light', 'Light']);
    expect(found('^LI', texts, false)).toEqual(['LIGHT', 'light', 'Light']);
    expect(found('^Li', texts, true)).toEqual(['Light']);
    expect(found('^\\D', texts, false)).toEqual(['LIGHT', 'light', 'Light', ' ']);
    expect(found('^\\W$', texts, false)).toEqual([' ']);
    expect(found('^\\S', texts, false)).toEqual(['LIGHT', 'light', 'Light', '1']);
    expect(found('^[A-L]', texts, false)).toEqual(['LIGHT', 'light', 'Light']);
    // The dotted capital İ becomes two characters in small letters.
    expect(found('İ', ['xİx', 'x'], false)).toEqual(['xİx']);
  });

  test.each([
    '(',
    ')',
    '(a',
    'a)',
    '[',
    '[a',
    '[a\\',
    '[]',
    '[^]',
    '[]a]',
    '[^]a]',
    '[b-a]',
    '[a-\\d]',
    'a{',
    'a{}',
    'a{,2}',
    'a{1',
    'a{1,',
    'a{2,1}',
    'a{x}',
    'a{101}',
    '*',
    '+a',
    '?',
    '{1}',
    'a|*',
    '(*)',
    '(?=a)',
    '(?!a)',
    '(?<n>a)',
    '(?',
    '\\',
    '\\1',
    '\\b',
    '\\B',
    '\\p',
    '\\u',
    '\\Z',
  ])('refuses what it does not know: %s', (pattern) => {
    expect(compilePattern(pattern, true)).toBeNull();
    expect(compilePattern(pattern, false)).toBeNull();
  });

  test('may be of a certain size and no more', () => {
    const isAllowed = (pattern: string) => compilePattern(pattern, true) !== null;
    const nested = (depth: number) => '('.repeat(depth) + 'a' + ')'.repeat(depth);
    expect([isAllowed(nested(50)), isAllowed(nested(51))]).toEqual([true, false]);
    expect([isAllowed('a{100}'), isAllowed('a{101}')]).toEqual([true, false]);
    // The end of the text takes one place more.
    expect([isAllowed('a'.repeat(999)), isAllowed('a'.repeat(1_000))]).toEqual([true, false]);
    expect([isAllowed('(aaaaaaaaa){99}'), isAllowed('(aaaaaaaaaa){100}')]).toEqual([true, false]);
  });

  test('finds what a regular expression finds, in any case and with any class', () => {
    const atom = fc.constantFrom(
      ...['a', 'B', '.', '[a-b]', '[^aB]', '\\d', '\\D', '\\w', '\\s', '(a|B1)', '(?:ab|)', '(a?)'],
    );
    const times = fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,2}', '{2,}', '*?', '+?');
    const piece = fc.oneof(
      { weight: 5, arbitrary: fc.tuple(atom, times).map(([one, many]) => one + many) },
      { weight: 1, arbitrary: fc.constantFrom('^', '$', '|') },
    );
    const pattern = fc.array(piece, { maxLength: 5 }).map((parts) => parts.join(''));
    const text = fc.string({ unit: fc.constantFrom('a', 'A', 'b', 'B', '1', ' '), maxLength: 6 });
    fc.assert(
      fc.property(pattern, text, fc.boolean(), (source, value, caseSensitive) => {
        const expected = new RegExp(source, caseSensitive ? 'u' : 'iu').test(value);
        expect(compilePattern(source, caseSensitive)?.(value), `${source} on ${value}`).toBe(
          expected,
        );
      }),
      { numRuns: runs(1_500, 100_000) },
    );
  });
});
