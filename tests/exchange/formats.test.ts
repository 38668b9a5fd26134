import { describe, expect, test } from 'vitest';
import {
  type Format,
  FORMATS,
  formatOf,
  readContent,
  refusedAsTooLarge,
} from '../../src/exchange/formats';
import { fileNameOf } from '../../src/exchange/formats/fileName';
import { newMap } from '../../src/map/records';
import { LARGEST_FILE, serialise } from '../../src/map/text';
import { toMachineJson, toTypeScript } from '../../src/machine';

const map = newMap({
  title: 'Shop',
  touchpoints: {
    'touchpoint-ad': { name: 'Ad', kind: 'entry' },
    'touchpoint-ok': { name: 'Paid', kind: 'outcome' },
  },
  transitions: { 'transition-1': { from: 'touchpoint-ad', to: 'touchpoint-ok' } },
});
const context = { by: 'Ann', at: new Date('2026-11-30T10:00:00Z') };
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('the registry of formats', () => {
  test('says of each how it is called and what it can do', () => {
    const facts = FORMATS.map((format: Format) => format).map(
      ({ id, extension, mimeType, loadWrite, loadRead }) => {
        return [id, extension, mimeType, loadWrite !== null, loadRead !== null];
      },
    );
    expect(facts).toEqual([
      ['map', '.journey.json', 'application/json', true, true],
      ['machine', '.machine.json', 'application/json', true, true],
      ['typescript', '.machine.ts', 'text/plain', true, false],
    ]);
  });

  test('finds a format by its name', () => {
    for (const format of FORMATS) expect(formatOf(format.id)).toBe(format);
  });

  test('writes machines as the machine folder does', async () => {
    const written = async (id: 'machine' | 'typescript') =>
      (await formatOf(id).loadWrite!())(map, context);
    expect(await written('machine')).toBe(toMachineJson(map).text);
    expect(await written('typescript')).toBe(toTypeScript(map));
  });

  test('reads back what each can write and read', async () => {
    for (const { loadWrite, loadRead } of FORMATS) {
      if (!loadRead) continue;
      const text = await (await loadWrite())(map, context);
      const { result, notCarried } = await readContent(bytesOf(text));
      expect(result.outcome).toBe('opened');
      expect(notCarried).toEqual([]);
      expect(serialise({ ...result.map!, lineage: [] })).toBe(serialise(map));
    }
  });
});

describe('content that is read', () => {
  test('is refused as our own format would where no format knows it', async () => {
    const { result, notCarried } = await readContent(bytesOf('{"a": 1}'));
    expect(result.outcome).toBe('refused');
    expect(result.problems.map(({ code }) => code)).toContain('not-a-map');
    expect(notCarried).toEqual([]);
  });

  test('is refused where our own format knows it but cannot use it', async () => {
    const { result } = await readContent(bytesOf('{"format": "journey-map", "version": 99}'));
    expect(result.outcome).toBe('refused');
    expect(result.problems.map(({ code }) => code)).not.toContain('not-a-map');
  });

  test('may be as large as the limit and no larger; the refusal says how large it is', async () => {
    const atLimit = await readContent(new Uint8Array(LARGEST_FILE));
    expect(atLimit.result.problems[0]?.code).not.toBe('too-large');
    const over = await readContent(new Uint8Array(LARGEST_FILE + 1));
    expect(over).toEqual(refusedAsTooLarge(LARGEST_FILE + 1));
    expect(refusedAsTooLarge(3 * 1024 * 1024 + 1)).toEqual({
      notCarried: [],
      result: {
        outcome: 'refused',
        repairs: [],
        repairCount: 0,
        problems: [{ code: 'too-large', pointer: '', params: { size: 4 } }],
      },
    });
  });
});

describe('a file name', () => {
  test.each([
    ['Shop', 'Shop.x'],
    ['  a \t b  ', 'a b.x'],
    ['..hidden', 'hidden.x'],
    ['ends with dots . .', 'ends with dots.x'],
    ['a<b>c:d"e/f\\g|h?i*j', 'a b c d e f g h i j.x'],
    ['ﬁne', 'fine.x'],
    ['', 'journey.x'],
    ['???', 'journey.x'],
    ['x'.repeat(80), `${'x'.repeat(80)}.x`],
    ['x'.repeat(81), `${'x'.repeat(80)}.x`],
    [`${'x'.repeat(79)} yy`, `${'x'.repeat(79)}.x`],
    ['😀'.repeat(100), `${'😀'.repeat(40)}.x`],
  ])('of %j is %j', (title, expected) => {
    expect(fileNameOf(title, '.x')).toBe(expected);
  });
});
