import { createIntl } from '@formatjs/intl';
import { dateFormats, type DateFormats } from './dates';
import { durationUnit, UNIT_DAYS } from './durations';
import type { Locale, Negotiated } from './locale';
import { loadMessages, type MessageId, type Messages } from './messages';
import { currencySign, numberFormats, type NumberFormats } from './numbers';
import { parseNumber } from './parseNumber';

export type MessageValues = Readonly<Record<string, string | number | boolean | Date>>;

/** Says a text of the catalogue, its placeholders filled in. */
export type Say = (id: MessageId, values?: MessageValues) => string;

/** Everything that depends on the language people read: texts, numbers, money, dates, order. */
export interface Language extends NumberFormats, DateFormats {
  readonly locale: Locale;
  /** BCP 47 tag with the reader's region, for `lang` and Intl. */
  readonly tag: string;
  readonly t: Say;
  /** Of days: `3 d`, `1 mo`; `long` gives `3 days`, `1 month`. */
  readonly duration: (days: number, long?: boolean) => string;
  /** `A, B and C`; with `or`: `A, B or C`. */
  readonly list: (items: readonly string[], joint?: 'and' | 'or') => string;
  /** Order for lists people read (never for anything a run depends on). */
  readonly compare: (a: string, b: string) => number;
  /** null for empty text, undefined for what is no number. */
  readonly parseNumber: (text: string) => number | null | undefined;
  readonly currencySign: (currency: string) => string;
}

/** Builds a language from its catalogue; pure and synchronous. */
export function createLanguage({ locale, tag }: Negotiated, messages: Messages): Language {
  const intl = createIntl({
    locale: tag,
    messages,
    // A message that cannot be formatted shows its key; the tests hold every message complete.
    onError: () => undefined,
  });
  const t: Say = (id, values) => intl.formatMessage({ id }, values);
  const numbers = numberFormats(tag);
  const and = new Intl.ListFormat(tag, { type: 'conjunction' });
  const or = new Intl.ListFormat(tag, { type: 'disjunction' });
  const collator = new Intl.Collator(tag, { numeric: true, sensitivity: 'base' });

  return {
    locale,
    tag,
    t,
    ...numbers,
    ...dateFormats(tag),
    duration(days, long = false) {
      const unit = durationUnit(days);
      const count = days / UNIT_DAYS[unit];
      const digits = Math.abs(count) >= 10 ? 0 : 1;
      const value = Math.round(count * 10 ** digits) / 10 ** digits;
      return long
        ? t(`duration.${unit}.long`, { count: value })
        : t(`duration.${unit}.short`, { count: value });
    },
    list: (items, joint = 'and') => (joint === 'and' ? and : or).format(items),
    compare: (a, b) => collator.compare(a, b),
    parseNumber: (text) => parseNumber(text, tag),
    currencySign: (currency) => currencySign(tag, currency),
  };
}

/** Fetches the catalogue of a language and builds it. Rejects when the catalogue cannot be had. */
export async function loadLanguage(negotiated: Negotiated): Promise<Language> {
  return createLanguage(negotiated, await loadMessages(negotiated.locale));
}
