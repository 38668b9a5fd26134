import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseNumber, readingOf } from '../../src/language';
import { runs } from '../support/runs';

// prettier-ignore
const TAGS = [
  'en', 'en-GB', 'en-IN', 'en-ZA', 'en-CH', 'de', 'de-AT', 'de-CH', 'de-LI', 'ms', 'ms-BN', 'ms-SG', 'id', 'fr', 'fr-CH',
  'fr-CA', 'it', 'it-CH', 'es', 'es-MX', 'pt', 'pt-PT', 'nl', 'sv', 'nb', 'da', 'fi', 'pl', 'cs', 'hu', 'ro', 'bg', 'ru',
  'uk', 'el', 'tr', 'eu', 'he', 'ar', 'ar-EG', 'fa', 'hi', 'hi-u-nu-deva', 'bn', 'mr', 'ne', 'ta', 'th', 'vi', 'ja', 'zh',
  'ko', 'sl', 'lt', 'lv', 'et', 'ka', 'my', 'ff-Adlm', 'gsw', 'ur-IN', 'ckb',
];
/** Not those whose sign after a number is a magnitude as well: `5 K`, `5 L`, `5 G` are refused. */
const CURRENCIES = Intl.supportedValuesOf('currency').filter(
  (code) => !['MMK', 'PGK', 'ZMW', 'HNL', 'RON', 'HTG'].includes(code),
);
const tags = fc.constantFrom(...TAGS);
/** Numbers with few digits and with many, whole and with up to six of a fraction. */
const numbers = fc
  .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, places]) => Number(`${digits}e-${places}`) + 0);
const most = { numRuns: runs(200, 10_000) };

test('what a language writes it can read back', () => {
  fc.assert(
    fc.property(
      tags,
      numbers,
      fc.boolean(),
      fc.integer({ min: 0, max: 3 }),
      (tag, value, useGrouping, minimumFractionDigits) => {
        const format = new Intl.NumberFormat(tag, {
          maximumFractionDigits: 6,
          minimumFractionDigits,
          useGrouping,
        });
        expect(parseNumber(format.format(value), tag)).toBe(value);
      },
    ),
    most,
  );
});

test('money is read back, with sign or code of its currency', () => {
  const money = fc.integer({ min: -1e11, max: 1e11 }).map((value) => value / 100 + 0);
  const display = fc.constantFrom('symbol', 'narrowSymbol', 'code');
  fc.assert(
    fc.property(
      tags,
      money,
      fc.constantFrom(...CURRENCIES),
      display,
      fc.constantFrom(0, 2, 3),
      (tag, value, currency, currencyDisplay, digits) => {
        const whole = digits === 0 ? Math.trunc(value) + 0 : value;
        const text = new Intl.NumberFormat(tag, {
          style: 'currency',
          currency,
          currencyDisplay,
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        }).format(whole);
        expect(parseNumber(text, tag), `${tag} ${text}`).toBe(whole);
      },
    ),
    most,
  );
});

test('percentages are read back', () => {
  const tenths = fc.integer({ min: -1e6, max: 1e6 }).map((value) => value / 10 + 0);
  fc.assert(
    fc.property(tags, tenths, (tag, value) => {
      const format = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
      expect(readingOf(format.format(value / 100), tag)).toMatchObject({ value, percent: true });
    }),
    most,
  );
});

test('a plain decimal below one is below one in every language', () => {
  const digits = fc.stringMatching(/^\d{1,9}$/);
  fc.assert(
    fc.property(
      tags,
      digits,
      fc.constantFrom('.', ','),
      fc.constantFrom('', '-', '−'),
      (tag, fraction, mark, sign) => {
        const value = Number(`${sign && '-'}0.${fraction}`) + 0;
        expect(readingOf(`${sign}0${mark}${fraction}`, tag)).toEqual({ value, percent: false });
      },
    ),
    most,
  );
});

test('whatever is read is one of the readings of its digits, and the other of two is told', () => {
  const part = fc.constantFrom(
    '0',
    '1',
    '5',
    '12',
    '000',
    '500',
    '.',
    ',',
    ' ',
    '’',
    '-',
    'e3',
    '%',
    '€',
    'k',
    '\u202F',
  );
  fc.assert(
    fc.property(tags, fc.array(part, { minLength: 1, maxLength: 7 }), (tag, parts) => {
      const text = parts.join('');
      const reading = readingOf(text, tag);
      if (!reading) return;
      expect(text).not.toContain('k');
      // A separator is the decimal sign or a group’s; no digit is dropped or added. A point may end a currency.
      const bare = text.replace(/€\.(?!\d)|[ ’\u202F€%]/g, '');
      const asDecimal = bare.replace(/[.,](?=.*[.,])/g, '').replace(',', '.');
      const possible = [asDecimal, bare.replace(/[.,]/g, '')].map(
        (each) => Number(each.replace(/[.,]?-+$/, '')) + 0,
      );
      expect(possible).toContain(reading.value);
      if (reading.other !== undefined) expect(possible).toContain(reading.other);
      // Where a group of three makes two readings, one is a thousand times the other, and both are known.
      if (/^-?[1-9]\d{0,2}[.,]\d{3}$/.test(bare)) expect(reading.other).toBeDefined();
    }),
    most,
  );
});
