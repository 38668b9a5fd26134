export { type Preferences, usePreferences } from './PreferencesContext';
export { asLanguage, asTheme, PreferencesProvider } from './PreferencesProvider';
export { readMirror } from './mirror';
export { settingsItems } from './settingsItems';
export { allTexts } from './texts';
