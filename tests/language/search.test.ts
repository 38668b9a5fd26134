import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finds, folded, matching } from '../../src/language';

describe('a search', () => {
  test.each([
    ['uber', 'Über uns'],
    ['ÜBER', 'über uns'],
    ['strasse', 'Straße'],
    ['STRASSE', 'Straße'],
    ['smorrebrod', 'Smørrebrød'],
    ['lodz', 'Łódź'],
    ['viet nam', 'Việt Nam'],
    ['istanbul', 'İstanbul'],
    ['isik', 'Işık'],
    ['αθηνα', 'Αθήνα'],
    ['елка', 'Ёлка'],
    ['abc', 'ＡＢＣ'],
    ['fi', 'ﬁlm'],
    ['محمد', 'مُحَمَّد'],
    ['שלום', 'שָׁלוֹם'],
  ])('for %s finds %s', (query, text) => {
    expect(finds(query)(text)).toBe(true);
  });

  test('keeps the vowels of scripts that write them as marks', () => {
    expect(finds('कि')('का')).toBe(false);
    expect(finds('कि')('किताब')).toBe(true);
  });

  test('finds all words in any order, and nothing that lacks one', () => {
    expect(finds('form sign')('The sign-up form')).toBe(true);
    expect(finds('form pay')('The sign-up form')).toBe(false);
    expect(finds('  ')('anything')).toBe(true);
  });

  test('finds every text by itself, and by itself without its accents', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(finds(text)(text)).toBe(true);
        expect(finds(folded(text))(text)).toBe(true);
        expect(folded(folded(text))).toBe(folded(text));
      }),
    );
  });

  test('puts first what begins with the query', () => {
    const options = [{ label: 'Pay by card' }, { label: 'Cárd' }, { label: 'Other', hint: 'card' }];
    expect(matching(options, 'card').map(({ label }) => label)).toEqual([
      'Cárd',
      'Pay by card',
      'Other',
    ]);
  });
});
