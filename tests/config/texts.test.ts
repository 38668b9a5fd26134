import { expect, test } from 'vitest';
import { idsIn, packed } from '../../.config/texts';

const IDS = ['app.title', 'save.done', 'save.failed', 'record.notes.one', 'record.notes.many'];
const said = (code: string) => [...idsIn(code, IDS)].sort();

test('an id in any quotes is said', () => {
  expect(said(`t('app.title')`)).toEqual(['app.title']);
  expect(said(`t("app.title")`)).toEqual(['app.title']);
  expect(said('t(`app.title`)')).toEqual(['app.title']);
});

test('an id that only begins or ends like one is not', () => {
  expect(said(`'app.title.long' + 'the app.title' + "app.titles"`)).toEqual([]);
});

test('a template says every id it may come to, to its last word', () => {
  expect(said('t(`save.${state}`)')).toEqual(['save.done', 'save.failed']);
  expect(said('t(`record.${of}.many`)')).toEqual(['record.notes.many']);
});

test('a template whose hole hides where it ends says all ids of its stem', () => {
  expect(said('t(`record.${pick({ of })}.many`)')).toEqual([
    'record.notes.many',
    'record.notes.one',
  ]);
});

test('plain texts are carried as they stand, others parsed', () => {
  const texts = packed({ 'app.title': 'Title', 'save.done': 'Saved {what}' }, () => true);
  expect(texts['app.title']).toBe('Title');
  expect(texts['save.done']).toEqual(
    expect.arrayContaining([expect.objectContaining({ value: 'what' })]),
  );
});

test('a new text that no first code says changes nothing of the first part', () => {
  const catalogue = { 'app.title': 'Title' };
  const first = (texts: Readonly<Record<string, string>>) => {
    const ids = idsIn(`t('app.title')`, Object.keys(texts));
    return packed(texts, (id) => ids.has(id));
  };
  expect(first({ ...catalogue, 'command.fixture': 'Fixture' })).toEqual(first(catalogue));
});
