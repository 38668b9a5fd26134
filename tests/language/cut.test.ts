import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spokenName } from '../../src/editing';
import { fileNameOf } from '../../src/exchange/formats/fileName';
import { cut, createLanguage, elided } from '../../src/language';
import { fromMachine } from '../../src/machine';
import { newMap } from '../../src/map/records';
import { parseMap } from '../../src/map/text';
import { inEnglish } from '../support/spoken';

/** Emoji of several code points, a letter with its accents, a syllable of Hangul, an Indic one, a flag. */
const CHARACTERS = ['👩‍👩‍👧‍👦', '👍🏽', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🇲🇾', 'é̂', '한', 'क्षि', '❤️', 'a'];
const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const charactersOf = (text: string) => [...segments.segment(text)].map(({ segment }) => segment);
/** A text of whole characters, preceded by letters so that a limit falls anywhere within one. */
const texts = fc
  .tuple(fc.nat(12), fc.array(fc.constantFrom(...CHARACTERS), { minLength: 300, maxLength: 320 }))
  .map(([letters, rest]) => 'x'.repeat(letters) + rest.join(''));

function expectWhole(short: string, text: string) {
  const kept = charactersOf(short);
  expect(kept).toEqual(charactersOf(text).slice(0, kept.length));
}

describe('a text that is cut', () => {
  test('ends between two characters, as late as it may', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 30, max: 250 }), (text, most) => {
        const short = cut(text, most);
        expectWhole(short, text);
        expect(short.length).toBeLessThanOrEqual(most);
        const next = charactersOf(text)[charactersOf(short).length] ?? '';
        expect(short.length + next.length).toBeGreaterThan(most);
      }),
      { numRuns: 40 },
    );
  });

  test('is left alone where it is short, and shortened where it is one endless character', () => {
    expect(cut('👩‍👩‍👧‍👦', 11)).toBe('👩‍👩‍👧‍👦');
    expect(cut(`a${'\u0301'.repeat(50)}`, 10)).toHaveLength(10);
    expect(cut('👍🏽', 1)).toBe('');
    expect(elided('Retention', 9)).toBe('Retention');
    expect(elided('Retention & loyalty', 11)).toBe('Retention…');
  });
});

describe('no character is cut in two in', () => {
  const family = '👩‍👩‍👧‍👦';
  /** 200 characters long with the family across every limit up to there, whatever its offset. */
  const names = Array.from({ length: 11 }, (_, offset) => 'x'.repeat(offset) + family.repeat(40));

  test.each(names)('the name of a file: %s', (name) => {
    const file = fileNameOf(name, '');
    expectWhole(file, name);
    expect(file.length).toBeGreaterThan(60);
    expect(new TextEncoder().encode(fileNameOf(name)).length).toBeLessThanOrEqual(255);
  });

  test('the name of a file with the flag of a country, and nothing that could turn it round', () => {
    expect(fileNameOf('Visit 🏴󠁧󠁢󠁥󠁮󠁧󠁿 x\u202Ey\u200Dz', '')).toBe('Visit 🏴󠁧󠁢󠁥󠁮󠁧󠁿 x y z');
  });

  test.each(names)('a name that is too long for a map: %s', (name) => {
    const json = JSON.stringify({ ...newMap({}), title: name });
    const { map } = parseMap(json);
    expectWhole(map!.title, name);
    expect(map!.title.length).toBeGreaterThan(180);
  });

  test.each(names)('a name of a foreign machine: %s', (name) => {
    const { map } = fromMachine({ id: name, initial: name, states: { [name]: {} } });
    expectWhole(map!.title, name);
    for (const { name: cutName } of Object.values(map!.touchpoints)) {
      if (cutName !== 'Start') expectWhole(cutName, name);
    }
  });

  test.each(names)('a note in a sentence: %s', (text) => {
    const map = newMap({ notes: { note00000000: { text, stage: null } } });
    expectWhole(spokenName(map, { collection: 'notes', id: 'note00000000' })(inEnglish), text);
  });

  test('a value in a sentence', () => {
    const { t } = createLanguage(
      { locale: 'en', tag: 'en' },
      { 'control.remove': 'Remove {name}' },
    );
    for (const name of names) {
      const long = name + family.repeat(200);
      expectWhole(t('control.remove', { name: long }).slice('Remove '.length, -1), long);
    }
  });
});
