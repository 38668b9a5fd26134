import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLanguage } from '../../src/language';
import type { MessageId } from '../../src/language';

const ID = 'test.said' as MessageId;
const language = createLanguage(
  { locale: 'en', tag: 'en-GB' },
  {
    [ID]: 'Opened {name} at once',
  },
);
const said = (name: string) => language.t(ID, { name });

test('a value stands in its sentence as it is', () => {
  expect(said('Shop')).toBe('Opened Shop at once');
  expect(said('x'.repeat(2_000))).toBe(`Opened ${'x'.repeat(2_000)} at once`);
});

test('a value cannot turn the sentence round', () => {
  expect(said('map\u202Egpj.json')).toBe('Opened mapgpj.json at once');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const inner = said(name).slice('Opened '.length, -' at once'.length);
      expect(inner.replace(/^\u2068|\u2069$/gu, '')).not.toMatch(
        /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u,
      );
      expect(said(name)).toMatch(/^Opened /);
      expect(said(name)).toMatch(/ at once$/);
    }),
  );
});

test('letters from right to left are set apart, so that what follows keeps its place', () => {
  expect(said('מפה')).toBe('Opened \u2068מפה\u2069 at once');
  expect(said('خريطة 2')).toBe('Opened \u2068خريطة 2\u2069 at once');
});

test('a long value is shortened by whole characters', () => {
  expect(said('x'.repeat(2_001))).toBe(`Opened ${'x'.repeat(1_999)}… at once`);
  expect(said('😀'.repeat(1_000))).toBe(`Opened ${'😀'.repeat(1_000)} at once`);
  expect(said('😀'.repeat(1_001))).toBe(`Opened ${'😀'.repeat(999)}… at once`);
});
