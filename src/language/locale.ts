/** The languages of the product. Adding one is adding one catalogue and one line here. */
export const LOCALES = ['en', 'de', 'ms'] as const;
/** ISO 639-1 code of a language of the product. */
export type Locale = (typeof LOCALES)[number];

/** What a person has chosen: a language, or whatever the browser asks for. */
export type LanguagePreference = Locale | 'system';

/** Each language by its own name; the same whatever the language of the product. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = {
  en: 'English',
  de: 'Deutsch',
  ms: 'Bahasa Melayu',
};

/** Exact: `de-AT` is none, `negotiate` finds `de` for it. */
export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/** The language of the texts, and the region of everything else. */
export interface Negotiated {
  readonly locale: Locale;
  /** BCP 47 tag for numbers and dates: the reader's region where it belongs to the language, e.g. `en-GB`. */
  readonly tag: string;
}

function baseOf(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}

/** Canonical form, or nothing for text that is no language tag. */
function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/**
 * The language to use: the preference if there is one, else the first of the browser's languages
 * that we know, else English.
 */
export function negotiate(
  preference: LanguagePreference | null,
  languages: readonly string[],
): Negotiated {
  const wanted = languages.map(canonical).filter((tag) => tag !== undefined);
  const chosen = isLocale(preference)
    ? preference
    : wanted.map(baseOf).find((base) => isLocale(base));
  const locale = isLocale(chosen) ? chosen : 'en';
  return { locale, tag: wanted.find((tag) => baseOf(tag) === locale) ?? locale };
}
