import { expect, test } from 'vitest';
import { ranked } from '../../../src/editing/search/ranked';

const part = { title: 'Go to the next part of the screen', words: '' };
const save = { title: 'Save to file …', words: 'export download' };
const rename = { title: 'Rename', words: '' };
const settings = { title: 'Map settings …', words: 'rename title' };
const simulate = { title: 'Übergang umkehren', words: '' };
const all = [part, settings, save, rename, simulate];

test('another word for a command finds it, and letters strewn over a title do not', () => {
  expect(ranked(all, 'export')).toEqual([save]);
  expect(ranked(all, 'gtnp')).toEqual([]);
});

test('a title that begins with the query comes before one with another word for it', () => {
  expect(ranked(all, 'rename')).toEqual([rename, settings]);
  expect(ranked(all, 'rena')).toEqual([rename, settings]);
});

test('a part in the middle of a word finds it from three letters on', () => {
  expect(ranked(all, 'nam')).toEqual([rename]);
  expect(ranked(all, 'na')).toEqual([]);
});

test('every word must fit, case and marks aside', () => {
  expect(ranked(all, 'file export')).toEqual([save]);
  expect(ranked(all, 'file rename')).toEqual([]);
  expect(ranked(all, 'ubergang')).toEqual([simulate]);
});

test('nothing typed is everything as it comes', () => {
  expect(ranked(all, '  ')).toBe(all);
});
