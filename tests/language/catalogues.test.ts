import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { LOCALES, type Messages } from '../../src/language';
import { loadMessages } from '../../src/language/messages';
import de from '../../src/language/messages/de.json';
import en from '../../src/language/messages/en.json';
import ms from '../../src/language/messages/ms.json';

const catalogues: Record<(typeof LOCALES)[number], Readonly<Record<string, string>>> = {
  en,
  de,
  ms,
};
const english: Readonly<Record<string, string>> = en;
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

interface Names {
  /** Every value the message reads. */
  readonly all: Set<string>;
  /** Those it shows; the others only choose words, which a language may not need to. */
  readonly shown: Set<string>;
}

function namesIn(message: string): Names {
  const names: Names = { all: new Set(), shown: new Set() };
  const read = (parts: readonly Part[]): void => {
    for (const { type, value, options = {}, children = [] } of parts) {
      const branches = Object.values(options).map((option) => option.value);
      if (!WORDS.includes(type) && value !== undefined) {
        names.all.add(value);
        const counts = branches.flat().some((part) => part.type === 7);
        if (branches.length === 0 || counts) names.shown.add(value);
      }
      branches.forEach(read);
      read(children);
    }
  };
  read(new IntlMessageFormat(message, 'en').getAst());
  return names;
}

/** Does the translation show what English shows, and read nothing English does not? */
function sameValues(translation: string, original: string): boolean {
  const there = namesIn(translation);
  const here = namesIn(original);
  return (
    [...here.shown].every((name) => there.all.has(name)) &&
    [...there.all].every((name) => here.all.has(name))
  );
}

/** A text with 2 in every place, of a catalogue as written or as parsed. */
function said(messages: Messages, id: string, locale: string): unknown {
  const values = Object.fromEntries([...namesIn(english[id] ?? '').all].map((name) => [name, 2]));
  return new IntlMessageFormat(messages[id as keyof Messages] ?? '', locale).format(values);
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}
const source = sources(join(import.meta.dirname, '../../src')).join('\n');

describe.each(LOCALES)('the catalogue %s', (locale) => {
  const messages = catalogues[locale];

  test('has the same ids as English, in order', () => {
    expect(Object.keys(messages)).toEqual([...ids].sort());
  });

  test('has no empty text and none with stray spaces', () => {
    const bad = ids.filter((id) => messages[id] === '' || messages[id] !== messages[id]?.trim());
    expect(bad).toEqual([]);
  });

  test('shows the values English shows, and no others', () => {
    const wrong = ids.filter((id) => !sameValues(messages[id] ?? '', english[id] ?? ''));
    expect(wrong).toEqual([]);
  });

  test('can be formatted, every text of it', () => {
    const failed = ids.filter((id) => {
      const values = Object.fromEntries(
        [...namesIn(messages[id] ?? '').all].map((name) => [name, 2]),
      );
      const text = new IntlMessageFormat(messages[id] ?? '', locale).format(values);
      return typeof text !== 'string' || text === '';
    });
    expect(failed).toEqual([]);
  });

  test('says the same in two parts as in one', async () => {
    const whole = await loadMessages(locale);
    expect(Object.keys(whole).sort()).toEqual(ids);
    const wrong = ids.filter((id) => said(whole, id, locale) !== said(messages, id, locale));
    expect(wrong).toEqual([]);
  });
});

test('no long text was left in English', () => {
  const left = (['de', 'ms'] as const).flatMap((locale) =>
    ids
      .filter((id) => english[id] === catalogues[locale][id])
      .filter((id) => !SAME.test(id) && /\p{L}{2,}\s+\p{L}{2,}/u.test(english[id] ?? ''))
      .map((id) => `${locale} ${id}: ${english[id] ?? ''}`),
  );
  expect(left).toEqual([]);
});

/**
 * The conventions for ids that the source builds: a template that begins with the ids' common stem, up to a
 * dot, as in `check.${rule}.title`, or a quoted stem that a function completes, as in 'action.status'. The
 * types, or a test of their own, hold what comes out to ids that exist.
 */
const stems = [
  ...new Set([
    ...[...source.matchAll(/`((?:[A-Za-z][\w-]*\.)+)\$\{/g)].map((match) => match[1] ?? ''),
    ...[...source.matchAll(/'([a-zA-Z][\w-]*(?:\.[\w-]+)*)'/g)].map(
      (match) => `${match[1] ?? ''}.`,
    ),
  ]),
].filter((stem) => ids.some((id) => id.startsWith(stem)));

test('every text is used by the source, by its id or by its stem', () => {
  const unused = ids.filter(
    (id) => !stems.some((stem) => id.startsWith(stem)) && !source.includes(`'${id}'`),
  );
  expect(unused).toEqual([]);
});
