import { expect, test } from 'vitest';
import { loadLanguage } from '../../src/language/load';

const en = await loadLanguage({ locale: 'en', tag: 'en-GB' });
const de = await loadLanguage({ locale: 'de', tag: 'de-DE' });
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test('numbers, percentages and money follow the language', () => {
  expect(de.number(1234.5)).toBe('1.234,5');
  expect(plain(de.percent(0.354))).toBe('35,4 %');
  expect(plain(de.money(9.99, 'EUR'))).toBe('9,99 €');
  expect(en.money(9.99, 'USD')).toBe('$9.99');
  expect(en.money(1234, 'JPY')).toBe('¥1,234');
  expect(en.compact(12_300)).toBe('12.3k');
  expect(en.number(-0)).toBe('0');
});

test('a duration reads in the unit it was meant in', () => {
  expect(en.duration(30)).toBe('30 d');
  expect(en.duration(365 / 12)).toBe('1 mo');
  expect(en.duration(365)).toBe('1 y');
  expect(en.duration(0)).toBe('0 d');
  expect(en.duration(1 / 24)).toBe('1 h');
  expect(en.duration(1, true)).toBe('1 day');
  expect(de.duration(3, true)).toBe('3 Tage');
});

test('a calendar date is the same day in every time zone', () => {
  expect(en.date('2026-03-01')).toBe('1 Mar 2026');
  expect(de.date('2026-03-01')).toBe('01.03.2026');
  expect(en.date('no date')).toBe('no date');
});

test('a moment is written by its distance', () => {
  const now = Date.parse('2026-03-01T12:00:00Z');
  expect(en.ago('2026-03-01T11:55:00Z', now)).toBe('5 minutes ago');
  expect(en.ago('2026-02-28T12:00:00Z', now)).toBe('yesterday');
  expect(en.ago('2026-03-01T11:59:58Z', now)).toBe('now');
});
