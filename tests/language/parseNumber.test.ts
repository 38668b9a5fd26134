import { expect, test } from 'vitest';
import { parseNumber, readingOf } from '../../src/language';

test.each([
  ['de', '1.234,5', 1234.5],
  ['de', '1.234', 1234],
  ['de', '1.5', 1.5],
  ['de', '0,35 %', 0.35],
  ['de', '1,234.5', 1234.5],
  ['de-CH', '1’234.5', 1234.5],
  ['de-CH', "1'234.5", 1234.5],
  ['en', '1,234.5', 1234.5],
  ['en', '1,5', 1.5],
  ['en', '$1,000,000', 1_000_000],
  ['en', '.5', 0.5],
  ['en', ',500', 0.5],
  ['ms', 'RM 1,250.75', 1250.75],
])('%s reads %s as %d', (tag, text, value) => {
  expect(parseNumber(text, tag)).toBe(value);
});

test.each([
  ['de', '0.005', 0.005],
  ['en', '0,025', 0.025],
  ['de', '-0.500', -0.5],
  ['de', '01.500', 1.5],
  ['en-IN', '0,050', 0.05],
])('no group begins with a lone zero: %s reads %s as %d', (tag, text, value) => {
  expect(readingOf(text, tag)).toEqual({ value, percent: false });
});

test.each([
  ['de', '1.500', 1500, 1.5],
  ['de', '1,500', 1.5, 1500],
  ['de', '-12.345 €', -12_345, -12.345],
  ['de-AT', '€ 1.500', 1500, 1.5],
  ['de-CH', '1,500', 1.5, 1500],
  ['en', '1,500', 1500, 1.5],
  ['en', '1.500', 1.5, 1500],
  ['fr', '1.500', 1.5, 1500],
  ['ms', 'RM1,500', 1500, 1.5],
  ['ms-BN', '1.500', 1500, 1.5],
])('of two readings the language decides: %s reads %s as %d, and tells %d', (...row) => {
  const [tag, text, value, other] = row;
  expect(readingOf(text, tag)).toEqual({ value, other, percent: false });
});

test('a text with one reading has no other', () => {
  const texts = ['1500', '1,500.0', '1.500,0', '1,500,000', '1 500', '1’500', '12,34', '1,500e3'];
  for (const text of texts) expect(readingOf(text, 'en')?.other, text).toBeUndefined();
});

test.each([' ', '\u00A0', '\u202F', '\u2009', '\u2007', '\u3000'])(
  'every kind of space (%j) parts groups, in every language',
  (space) => {
    for (const tag of ['en', 'de', 'ms', 'fr', 'de-CH']) {
      expect(parseNumber(`1${space}234${space}567,5`, tag)).toBe(1_234_567.5);
      expect(parseNumber(`${space}1${space}234.5${space}€${space}`, tag)).toBe(1234.5);
    }
  },
);

test.each(['-', '−', '–', '‑', '－'])(
  '%s is a minus sign, before and after a currency',
  (minus) => {
    for (const text of [
      `${minus}3`,
      `${minus} 3`,
      `${minus}$3`,
      `$ ${minus}3`,
      `CHF${minus}3`,
      `${minus}3 €`,
    ])
      expect(parseNumber(text, 'en'), text).toBe(-3);
  },
);

test.each([
  ['€ 12', 12],
  ['12€', 12],
  ['12 EUR', 12],
  ['eur 12', 12],
  ['US$ 12', 12],
  ['12 kr.', 12],
  ['Fr. 12.–', 12],
  ['12,-- €', 12],
  ['+12', 12],
  ['%12', 12],
  ['１２．５', 12.5],
  ['१२.५', 12.5],
  ['١٢٫٥', 12.5],
  ['١٬٢٥٠', 1250],
  ['1.5e-3', 0.0015],
])('%s is read in any language', (text, value) => {
  for (const tag of ['en', 'de', 'ms', 'fr']) expect(parseNumber(text, tag), tag).toBe(value);
});

test('empty is nothing, and the infinite is no number', () => {
  expect(parseNumber('  ', 'en')).toBeNull();
  expect(parseNumber('\u00A0\u200E', 'en')).toBeNull();
  expect(parseNumber('1e999', 'en')).toBeUndefined();
  expect(parseNumber('∞', 'en')).toBeUndefined();
});

test.each([
  ['words', ['a few', '€', '%', '-', '.', ',', 'NaN', 'Infinity', '5 apples', 'x5', '5=']],
  [
    'magnitudes',
    [
      '1.5k',
      '1.5 K',
      '2M',
      '2 Mio.',
      '3 Tsd.',
      '5bn',
      '1,2 Mrd. €',
      '5 juta',
      '5 k€',
      '5 TEUR',
      '5‰',
      '50¢',
      '5 MM$',
      '5 MIO€',
      '1.2万',
    ],
  ],
  [
    'two numbers',
    ['1 2', '12 34', '1, 2', '1\t500', '1\n500', '1; 500', '3-5', '3–5', '1/2', '½', '1:30'],
  ],
  ['dates', ['2024-05-01', '01.05.2024', '5/1/2024']],
  [
    'groups that are none',
    [
      '1.2.3',
      '1,23,4',
      '0,000,001',
      '0 500',
      "0'500",
      '0.500,5',
      '12.34.567,8,9',
      '1,234.567.890',
      '1234,567.8',
      '1 234’567',
      '1,2345,678',
    ],
  ],
  ['two signs', ['--1', '-$-1', '+-1', '1-', '(1)']],
  ['other digits', ['5²', '①', '²', '5e', '0x10', '1_000']],
  ['a point that may be of the unit or the number', ['Rs.500', 'RM.50']],
])('%s are refused, not read in part', (_, texts) => {
  for (const text of texts)
    for (const tag of ['en', 'de', 'ms', 'fr', 'de-CH'])
      expect(parseNumber(text, tag), `${tag} ${text}`).toBeUndefined();
});

test('the field’s own unit may be typed along, another may not', () => {
  expect(readingOf('5 days', 'en', ['days'])?.value).toBe(5);
  expect(readingOf('1 day', 'en', ['days'])?.value).toBe(1);
  expect(readingOf('5 k€', 'de', ['k€'])?.value).toBe(5);
  expect(readingOf('5 months', 'en', ['days'])).toBeUndefined();
  expect(readingOf('5 d', 'en', [])).toBeUndefined();
});
