import { describe, expect, test } from 'vitest';
import { decode, LARGEST_FILE } from '../../../src/map/text/decode';
import { finding, Refusal, Repairs } from '../../../src/map/text/finding';

const bytes = (...values: number[]) => Uint8Array.from(values);
const refused = (file: string | Uint8Array) => {
  try {
    decode(file);
    return null;
  } catch (error) {
    return error instanceof Refusal ? error.finding : error;
  }
};
const code = (file: string | Uint8Array) => (refused(file) as { code?: string } | null)?.code;

describe('the text of a file', () => {
  test('is itself, or what its UTF-8 bytes spell', () => {
    expect(decode(' {"a": "é"}\n')).toBe(' {"a": "é"}\n');
    expect(decode(new TextEncoder().encode('{"a":"é🙂"}'))).toBe('{"a":"é🙂"}');
    expect(decode(bytes(0x7b))).toBe('{');
  });

  test('is without its byte order mark, one and no more', () => {
    expect(decode('\ufeff{}')).toBe('{}');
    expect(decode('\ufeff\ufeff{}')).toBe('\ufeff{}');
    expect(decode(bytes(0xef, 0xbb, 0xbf, 0x7b, 0x7d))).toBe('{}');
  });

  test('may begin with much white space', () => {
    const text = `${' '.repeat(2_000)}{}`;
    expect(decode(text)).toBe(text);
  });
});

describe('a file is refused', () => {
  test('past fifty megabytes, with its size rounded up', () => {
    expect(LARGEST_FILE).toBe(52_428_800);
    expect(refused({ length: LARGEST_FILE + 1 } as Uint8Array)).toEqual({
      code: 'too-large',
      pointer: '',
      params: { size: 51 },
    });
    expect(code({ length: 60 * 1024 * 1024 } as Uint8Array)).toBe('too-large');
    const whole = ' '.repeat(LARGEST_FILE - 2) + '{}';
    expect(decode(whole)).toHaveLength(LARGEST_FILE);
  });

  test('as empty where there is nothing but white space', () => {
    for (const text of ['', '\ufeff', ' \n\t', ' '.repeat(3_000)]) {
      expect(refused(text)).toEqual({ code: 'empty', pointer: '', params: {} });
    }
  });

  test('as a web page where it begins with a tag', () => {
    expect(code('<html>')).toBe('web-page');
    expect(code('\ufeff \n<!doctype html>')).toBe('web-page');
    expect(code('{"a":"<b>"}')).toBeUndefined();
  });

  test.each<[string, string, number[]]>([
    ['a PNG', 'image', [0x89, 0x50, 0x4e, 0x47]],
    ['a JPEG', 'image', [0xff, 0xd8, 0xff]],
    ['a GIF', 'image', [0x47, 0x49, 0x46, 0x38]],
    ['a ZIP', 'archive', [0x50, 0x4b, 0x03, 0x04]],
    ['a gzip', 'archive', [0x1f, 0x8b]],
    ['a PDF', 'document', [0x25, 0x50, 0x44, 0x46]],
  ])('as what it is by all its first bytes: %s', (_, kind, start) => {
    expect(refused(bytes(...start))).toEqual({ code: kind, pointer: '', params: {} });
    expect(code(bytes(...start, 1, 2))).toBe(kind);
    for (const at of start.keys()) {
      const other = start.with(at, start[at]! === 0x41 ? 0x42 : 0x41);
      expect(code(bytes(...other))).not.toBe(kind);
    }
  });

  test.each<[string, number[]]>([
    ['little-endian with a mark', [0xff, 0xfe, 0x7b, 0x00]],
    ['big-endian with a mark', [0xfe, 0xff, 0x00, 0x7b]],
    ['little-endian', [0x7b, 0x00]],
    ['big-endian', [0x00, 0x7b]],
  ])('as UTF-16: %s', (_, values) => {
    expect(refused(bytes(...values))).toEqual({
      code: 'wrong-encoding',
      pointer: '',
      params: { encoding: 'UTF-16' },
    });
  });

  test('as of no known encoding where it is no UTF-8', () => {
    const unknown = { code: 'wrong-encoding', pointer: '', params: { encoding: '?' } };
    expect(refused(bytes(0x7b, 0xc3, 0x28))).toEqual(unknown);
    expect(refused(bytes(0xff, 0x20))).toEqual(unknown);
    expect(refused(bytes(0xfe, 0x20))).toEqual(unknown);
    expect(refused(bytes(0x20, 0xff))).toEqual(unknown);
    expect(refused(bytes(0x20, 0xfe))).toEqual(unknown);
    expect(refused(bytes(0x00))).toBeNull();
  });
});

describe('a finding', () => {
  test('holds its code, its place and its values', () => {
    expect(finding('missing', '/id', { reason: 'none', count: 5 })).toEqual({
      code: 'missing',
      pointer: '/id',
      params: { reason: 'none', count: 5 },
    });
    expect(finding('empty', '')).toEqual({ code: 'empty', pointer: '', params: {} });
  });

  test('is cut where the file chose a long place or value', () => {
    const cut = finding('missing', 'p'.repeat(301), { a: 'v'.repeat(61) });
    expect(cut.pointer).toBe(`${'p'.repeat(300)}…`);
    expect(cut.params.a).toBe(`${'v'.repeat(60)}…`);
    const whole = finding('missing', 'p'.repeat(300), { a: 'v'.repeat(60) });
    expect(whole.pointer).toBe('p'.repeat(300));
    expect(whole.params.a).toBe('v'.repeat(60));
  });

  test('shows no control or direction characters, nor halves of others', () => {
    const { pointer, params } = finding('missing', '/a\u0000\u202eb', {
      a: 'x\ny\u2028\u2029\u200fz\ud800',
    });
    expect(pointer).toBe('/a\ufffd\ufffdb');
    expect(params.a).toBe('x\ufffdy\ufffd\ufffd\ufffdz\ufffd');
  });

  test('ends the reading of a file as a refusal', () => {
    const refusal = new Refusal('missing', '/id', { reason: 'none' });
    expect(refusal.message).toBe('missing');
    expect(refusal.finding).toEqual(finding('missing', '/id', { reason: 'none' }));
    expect(new Refusal('empty').finding).toEqual(finding('empty', ''));
  });
});

describe('repairs', () => {
  test('are all counted, and the first twenty listed', () => {
    const repairs = new Repairs();
    for (let at = 0; at < 25; at += 1) repairs.add('value-reset', `/${String(at)}`, { value: at });
    expect(repairs.total).toBe(25);
    expect(repairs.listed).toHaveLength(20);
    expect(repairs.listed[0]).toEqual(finding('value-reset', '/0', { value: 0 }));
    expect(repairs.listed.at(-1)?.pointer).toBe('/19');
  });

  test('are refused past a thousand', () => {
    const repairs = new Repairs();
    for (let at = 0; at < 1_000; at += 1) repairs.add('text-cut', '/a');
    expect(() => {
      repairs.add('text-cut', '/last');
    }).toThrow(
      expect.objectContaining({ finding: finding('too-damaged', '/last', { count: 1_000 }) }),
    );
  });

  test('count ids that were remade, and never refuse for them', () => {
    const repairs = new Repairs();
    for (let at = 0; at < 1_001; at += 1) repairs.add('id-remade', '/a');
    expect(repairs.total).toBe(1_001);
    expect(repairs.listed[0]).toEqual(finding('id-remade', '/a'));
  });
});
