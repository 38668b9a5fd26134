import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../src/language';
import de from '../../src/language/messages/de.json';
import en from '../../src/language/messages/en.json';
import ms from '../../src/language/messages/ms.json';

type Locale = (typeof LOCALES)[number];
type Catalogue = Readonly<Record<string, string>>;

const page = readFileSync(join(import.meta.dirname, '../../docs/glossary.md'), 'utf8');
const catalogues: Record<Locale, Catalogue> = { en, de, ms };
const NAMES: Record<Locale, string> = { en: 'English', de: 'German', ms: 'Malay' };

/** Texts that nobody reads as prose; the page says why. */
const NOT_LOOKED_AT = /^(palette\.words\.|field\.expression\.hint$)/;

/** The rows of the table under a heading, without its head. */
function tableUnder(heading: string): string[][] {
  const [, after = ''] = page.split(new RegExp(`^#+ ${heading}$`, 'm'));
  const [section = ''] = after.split(/^#/m);
  return [...section.matchAll(/^\|(.+)\|$/gm)]
    .map(([, row = '']) => row.split('|').map((cell) => cell.trim()))
    .slice(2);
}

interface Part {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
  /** Of a plural: how it counts. */
  readonly pluralType?: string | undefined;
}

/** The words of a message, all its branches; what is put in is not its own. */
function wordsOf(message: string): string {
  const read = (parts: readonly Part[]): string =>
    parts
      .map(({ type, value = '', options }) =>
        options
          ? Object.values(options)
              .map((option) => ` ${read(option.value)} `)
              .join('|')
          : type === 0
            ? value
            : '…',
      )
      .join('');
  return read(new IntlMessageFormat(message, 'en').getAst());
}

/** Finds a word as it stands alone, in any case; a star stands for any ending. */
function matcherOf(word: string): RegExp {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\\\*$/, '\\p{L}*');
  return new RegExp(`(?<!\\p{L})${escaped}(?!\\p{L})`, 'iu');
}

/** The messages that use a banned word, with the word. */
function misused(messages: Catalogue, rows: readonly string[][]): string[] {
  const bans = rows.flatMap(([words = '', , allowed = '']) => {
    const prefixes = [...allowed.matchAll(/`([^`]+)`/g)].map(([, prefix = '']) => prefix);
    return words.split(', ').map((word) => ({ word, matcher: matcherOf(word), prefixes }));
  });
  return Object.entries(messages)
    .filter(([id]) => !NOT_LOOKED_AT.test(id))
    .flatMap(([id, message]) => {
      const words = wordsOf(message);
      return bans
        .filter(({ matcher }) => matcher.test(words))
        .filter(({ prefixes }) => !prefixes.some((prefix) => id.startsWith(prefix)))
        .map(({ word }) => `${id}: ${word}`);
    });
}

/** The cases of all plurals in a message, but for those of one number. */
function pluralForms(message: string): { readonly kind: string; readonly form: string }[] {
  const read = (parts: readonly Part[]): { kind: string; form: string }[] =>
    parts.flatMap(({ options = {}, pluralType }) =>
      Object.entries(options).flatMap(([form, option]) => [
        ...(pluralType === undefined || form.startsWith('=') ? [] : [{ kind: pluralType, form }]),
        ...read(option.value),
      ]),
    );
  return read(new IntlMessageFormat(message, 'en').getAst());
}

const terms = tableUnder('Words');
const COLUMNS: Record<Locale, number> = { en: 0, de: 1, ms: 2 };

test('a banned word is found alone, in any case and in any branch, and not where it is allowed', () => {
  const bans = [
    ['record, records', 'item', '`file.finding`'],
    ['Automat*', 'Ablauf', ''],
  ];
  const messages = {
    'field.id': 'Record',
    'field.many': '{count, plural, one {# item} other {# records}} selected',
    'file.finding.twice': 'Two records',
    'field.name': 'Recorded for {record}, a Zustandsautomat',
    'machine.title': 'Den Automaten zeigen',
  };
  expect(misused(messages, bans)).toEqual([
    'field.id: record',
    'field.many: records',
    'machine.title: Automat*',
  ]);
});

describe.each(LOCALES)('the words of %s', (locale) => {
  const own = terms.map((row) => row[COLUMNS[locale]] ?? '');
  const bans = tableUnder(NAMES[locale]);
  const texts = Object.values(catalogues[locale]).map(wordsOf);

  test('stand in the glossary once each, so that one word names one thing', () => {
    expect(own.length).toBeGreaterThan(50);
    expect(own.filter((word, index) => word === '' || own.indexOf(word) !== index)).toEqual([]);
  });

  test('are all said by a message', () => {
    const unsaid = own.filter((word) => {
      const matcher = matcherOf(`${word}*`);
      return !texts.some((text) => matcher.test(text));
    });
    expect(unsaid).toEqual([]);
  });

  test('are not among the banned ones', () => {
    const everywhere = bans.filter(([, , allowed]) => allowed === '');
    expect(misused(Object.fromEntries(own.map((word) => [word, word])), everywhere)).toEqual([]);
  });

  test('are used instead of the banned ones', () => {
    expect(bans.length).toBeGreaterThan(5);
    expect(misused(catalogues[locale], bans)).toEqual([]);
  });

  test('stay with the number they belong to', () => {
    const loose = Object.entries(catalogues[locale]).filter(([, text]) => / (%|MB)/.test(text));
    expect(loose.filter(([id]) => !/\.formula$/.test(id))).toEqual([]);
  });

  test('take the plural forms of the language and no others', () => {
    const known = (['cardinal', 'ordinal'] as const).flatMap((type) =>
      new Intl.PluralRules(locale, { type })
        .resolvedOptions()
        .pluralCategories.map((form) => `${type} ${form}`),
    );
    const foreign = Object.entries(catalogues[locale]).filter(([, message]) =>
      pluralForms(message).some(({ kind, form }) => !known.includes(`${kind} ${form}`)),
    );
    expect(foreign.map(([id]) => id)).toEqual([]);
  });
});
