import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseNumber } from '../../src/language';
import { runs } from '../support/runs';

test.each([
  ['de', '1.234,5', 1234.5],
  ['de', '1.234', 1234],
  ['de', '1.5', 1.5],
  ['de', '0,35 %', 0.35],
  ['de', '1,234.5', 1234.5],
  ['de-CH', '1’234.5', 1234.5],
  ['en', '1,234.5', 1234.5],
  ['en', '1,5', 1.5],
  ['en', '$1,000,000', 1_000_000],
  ['en', '−3', -3],
  ['en', '.5', 0.5],
  ['ms', 'RM 1,250.75', 1250.75],
])('%s reads %s as %d', (tag, text, value) => {
  expect(parseNumber(text, tag)).toBe(value);
});

test('empty is nothing, and words, two decimals or the infinite are no number', () => {
  expect(parseNumber('  ', 'en')).toBeNull();
  for (const text of ['a few', '1.2.3', '--1', '1e999', '€']) {
    expect(parseNumber(text, 'en'), text).toBeUndefined();
  }
});

test('what a language writes it can read back', () => {
  const cents = fc.integer({ min: -1e11, max: 1e11 }).map((value) => value / 100 + 0);
  fc.assert(
    fc.property(fc.constantFrom('en', 'de', 'ms', 'de-CH', 'en-IN'), cents, (tag, value) => {
      const text = new Intl.NumberFormat(tag, { minimumFractionDigits: 2 }).format(value);
      expect(parseNumber(text, tag)).toBe(value);
    }),
    { numRuns: runs(300, 20_000) },
  );
});
