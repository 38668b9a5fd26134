import { Languages, SunMoon } from 'lucide-react';
import { LOCALE_NAMES, LOCALES, type Say } from '../../language';
import type { MenuItem } from '../../controls/menuItems';
import { THEMES } from '../theme/theme';
import type { Preferences } from './PreferencesContext';

/** The lines of a menu that choose theme and language. */
export function settingsItems(t: Say, preferences: Preferences): MenuItem[] {
  const { theme, setTheme, language, setLanguage } = preferences;
  return [
    {
      kind: 'menu',
      id: 'theme',
      label: t('app.theme'),
      icon: <SunMoon />,
      items: THEMES.map((option) => ({
        id: option,
        label: t(`app.theme.${option}`),
        checked: option === theme,
        onSelect: () => setTheme(option),
      })),
    },
    {
      kind: 'menu',
      id: 'language',
      label: t('app.language'),
      icon: <Languages />,
      items: (['system', ...LOCALES] as const).map((option) => ({
        id: option,
        label: option === 'system' ? t('app.language.system') : LOCALE_NAMES[option],
        checked: option === language,
        onSelect: () => setLanguage(option),
      })),
    },
  ];
}
