import { IntlMessageFormat } from 'intl-messageformat';
import { elided } from './cut';
import { dateFormats, type DateFormats } from './dates';
import { durationUnit, UNIT_DAYS } from './durations';
import type { Locale, Negotiated } from './locale';
import type { MessageId, Messages } from './messages';
import { currencySign, numberFormats, type NumberFormats } from './numbers';

/** By placeholder. Numbers and dates are formatted by the message, in the language of the text. */
export type MessageValues = Readonly<Record<string, string | number | boolean | Date>>;

/** Says a text of the catalogue, its placeholders filled in. */
export type Say = (id: MessageId, values?: MessageValues) => string;

/** Everything that depends on the language people read: texts, numbers, money, dates, order. */
export interface Language extends NumberFormats, DateFormats {
  readonly locale: Locale;
  /** BCP 47 tag with the reader's region, for `lang` and Intl. */
  readonly tag: string;
  readonly t: Say;
  /** False while it has the texts of the first screen alone, and says `…` for the others. */
  readonly isWhole: boolean;
  /** Of days: `3 d`, `1 mo`; `long` gives `3 days`, `1 month`. */
  readonly duration: (days: number, long?: boolean) => string;
  /** `A, B and C`; with `or`: `A, B or C`. */
  readonly list: (items: readonly string[], joint?: 'and' | 'or') => string;
  /** Order for lists people read (never for anything a run depends on). */
  readonly compare: (a: string, b: string) => number;
  readonly currencySign: (currency: string) => string;
}

/** Characters that mean something in ICU messages; a text without them needs no formatting. */
const SYNTAX = /[{}<>']/;

/** Marks that set the direction of what follows: in a value they would turn the sentence round. */
const DIRECTION_MARKS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
/** Letters written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;
/** A longer value would hide the sentence it stands in. Rules in words are values too, and may be long. In characters. */
const LONGEST_VALUE = 2_000;

/** A text of somebody's own as it stands in a sentence: shortened, and unable to change how the rest is read. */
function inSentence(value: string): string {
  const plain = value.replace(DIRECTION_MARKS, '');
  const short = elided(plain, LONGEST_VALUE);
  return RIGHT_TO_LEFT.test(short) ? `\u2068${short}\u2069` : short;
}

function valuesInSentence(values: MessageValues | undefined): MessageValues | undefined {
  if (!values) return undefined;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? inSentence(value) : value,
    ]),
  );
}

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
      return String(format.format(valuesInSentence(values)));
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
    currencySign: (currency) => currencySign(tag, currency),
  };
}
