import { createContext, use } from 'react';
import type { LanguagePreference } from '../../language';
import type { Theme } from '../theme/theme';

/** What was chosen; a setter keeps the choice in storage and its mirror, and applies it at once. */
export interface Preferences {
  readonly theme: Theme;
  readonly setTheme: (theme: Theme) => void;
  readonly language: LanguagePreference;
  readonly setLanguage: (language: LanguagePreference) => void;
}

/** Null outside of a `PreferencesProvider`; read it by `usePreferences`. */
export const PreferencesContext = createContext<Preferences | null>(null);

/** Theme and language, and how to change them. */
export function usePreferences(): Preferences {
  const preferences = use(PreferencesContext);
  if (!preferences) throw new Error('usePreferences needs a <PreferencesProvider> above it.');
  return preferences;
}
