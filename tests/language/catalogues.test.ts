import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createIntl } from '@formatjs/intl';
import { describe, expect, test } from 'vitest';
import { LOCALES, loadMessages, type Messages } from '../../src/language';

const catalogues = Object.fromEntries(
  await Promise.all(LOCALES.map(async (locale) => [locale, await loadMessages(locale)] as const)),
) as Record<(typeof LOCALES)[number], Messages>;
const english: Readonly<Record<string, string>> = catalogues.en;
const ids = Object.keys(english);

/**
 * The same word in two languages, and rightly so: names, formats, internationalisms. A text that is
 * only placeholders and signs needs no entry.
 */
const SAME = /^(app\.name|color\.|control\.emotion\.neutral|control\.optional|duration\.)/;

interface Part {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
  readonly children?: readonly Part[];
}
/** Kinds of parts in a parsed message that stand for no value: words, and # in a plural. */
const WORDS = [0, 7];

const parser = createIntl({ locale: 'en' }).formatters;

/** The names of a message's values, also those inside plurals and selects. */
function placeholders(message: string): string[] {
  const names = (parts: readonly Part[]): string[] =>
    parts.flatMap(({ type, value, options = {}, children = [] }) => [
      ...(WORDS.includes(type) || value === undefined ? [] : [value]),
      ...Object.values(options).flatMap((option) => names(option.value)),
      ...names(children),
    ]);
  const parsed = parser.getMessageFormat(message, 'en').getAst() as readonly Part[];
  return [...new Set(names(parsed))].sort();
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}
const source = sources(join(import.meta.dirname, '../../src')).join('\n');

describe.each(LOCALES)('the catalogue %s', (locale) => {
  const messages: Readonly<Record<string, string>> = catalogues[locale];

  test('has the same ids as English, in order', () => {
    expect(Object.keys(messages)).toEqual([...ids].sort());
  });

  test('has no empty text and none with stray spaces', () => {
    const bad = ids.filter((id) => messages[id] === '' || messages[id] !== messages[id]?.trim());
    expect(bad).toEqual([]);
  });

  test('has the placeholders of English in every text', () => {
    const wrong = ids.filter(
      (id) => placeholders(messages[id] ?? '').join() !== placeholders(english[id] ?? '').join(),
    );
    expect(wrong).toEqual([]);
  });

  test('can be formatted, every text of it', () => {
    const failed: string[] = [];
    const intl = createIntl({ locale, messages, onError: (error) => failed.push(error.message) });
    for (const id of ids) {
      const values = Object.fromEntries(placeholders(messages[id] ?? '').map((name) => [name, 2]));
      intl.formatMessage({ id }, values);
    }
    expect(failed).toEqual([]);
  });
});

test('no long text was left in English', () => {
  const left = (['de', 'ms'] as const).flatMap((locale) =>
    ids
      .filter((id) => english[id] === (catalogues[locale] as Record<string, string>)[id])
      .filter((id) => !SAME.test(id) && /\p{L}{2,}\s+\p{L}{2,}/u.test(english[id] ?? ''))
      .map((id) => `${locale} ${id}: ${english[id] ?? ''}`),
  );
  expect(left).toEqual([]);
});

/**
 * The convention for ids that the source builds: a template that begins with the ids' common stem, up to a
 * dot, as in `check.${rule}.title`. The types hold what comes out to ids that exist.
 */
const stems = [
  ...new Set([...source.matchAll(/`((?:[A-Za-z][\w-]*\.)+)\$\{/g)].map((match) => match[1] ?? '')),
].filter((stem) => ids.some((id) => id.startsWith(stem)));

test('every text is used by the source, by its id or by its stem', () => {
  const unused = ids.filter(
    (id) => !stems.some((stem) => id.startsWith(stem)) && !source.includes(`'${id}'`),
  );
  expect(unused).toEqual([]);
});
