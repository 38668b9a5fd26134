import { IntlMessageFormat } from 'intl-messageformat';
import { dateFormats, type DateFormats } from './dates';
import { durationUnit, UNIT_DAYS } from './durations';
import type { Locale, Negotiated } from './locale';
import type { MessageId, Messages } from './messages';
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
  /** False while it knows the texts of the first screen alone, and says `…` for the others. */
  readonly isWhole: boolean;
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

/** Characters that mean something in ICU messages; a text without them needs no formatting. */
const SYNTAX = /[{}<>']/;

/** Stands for a text that is still on its way. */
const PENDING = '…';

/** Builds a language from its catalogue, or from its first texts; pure and synchronous. */
export function createLanguage(
  { locale, tag }: Negotiated,
  messages: Messages,
  isWhole = true,
): Language {
  const formats = new Map<MessageId, IntlMessageFormat>();
  const t: Say = (id, values) => {
    const message = messages[id];
    if (message === undefined) return isWhole ? id : PENDING;
    if (typeof message === 'string' && !SYNTAX.test(message)) return message;
    try {
      let format = formats.get(id);
      if (!format) formats.set(id, (format = new IntlMessageFormat(message, tag)));
      return String(format.format(values));
    } catch {
      // A message that cannot be formatted shows its key; the tests hold every message complete.
      return id;
    }
  };
  const numbers = numberFormats(tag);
  const and = new Intl.ListFormat(tag, { type: 'conjunction' });
  const or = new Intl.ListFormat(tag, { type: 'disjunction' });
  const collator = new Intl.Collator(tag, { numeric: true, sensitivity: 'base' });

  return {
    locale,
    tag,
    t,
    isWhole,
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
