import { createContext, use, type ReactNode } from 'react';
import type { Language, Say } from '../language';

const LanguageContext = createContext<Language | null>(null);

/** Hands the loaded language down. A new language renders everything again. */
export function LanguageProvider({
  language,
  children,
}: {
  readonly language: Language;
  readonly children: ReactNode;
}) {
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

/** The language people read: texts, numbers, money, dates. Throws outside of the provider. */
export function useLanguage(): Language {
  const language = use(LanguageContext);
  if (!language) throw new Error('useLanguage needs a <LanguageProvider> above it.');
  return language;
}

/** Says a text of the catalogue. */
export function useText(): Say {
  return useLanguage().t;
}
