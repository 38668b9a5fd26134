import { useText } from '../../controls/LanguageProvider';
import type { MenuItem } from '../../controls/menuItems';
import { useLater } from '../../controls/useLater';
import { usePreferences } from './PreferencesContext';

/** The lines of a menu that choose theme and language; none until they have come, after the first paint. */
export function useSettingsItems(): readonly MenuItem[] {
  const t = useText();
  const preferences = usePreferences();
  return useLater(load)?.settingsItems(t, preferences) ?? [];
}

const load = () => import('./settingsItems');
