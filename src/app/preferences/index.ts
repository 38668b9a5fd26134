// What a person prefers (language, theme, …), kept in storage and mirrored for the next start.
export { type Preferences, usePreferences } from './PreferencesContext';
export { asLanguage, asTheme, PreferencesProvider } from './PreferencesProvider';
export { readMirror } from './mirror';
export { allTexts } from './texts';
export { useSettingsItems } from './useSettingsItems';
