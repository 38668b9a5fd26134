import type { Command } from '../../editing/commands';
import { LOCALES } from '../../language';
import type { Preferences } from '../preferences';
import { THEMES } from '../theme/theme';

/** What is set for the whole app, as commands, so that the palette finds it too. */
export function settingsCommands({
  setTheme,
  setLanguage,
}: Pick<Preferences, 'setTheme' | 'setLanguage'>): readonly Command[] {
  return [
    ...THEMES.map((theme): Command => ({
      id: `settings.theme.${theme}`,
      title: `command.settings.theme.${theme}`,
      group: 'file',
      run: () => setTheme(theme),
    })),
    ...LOCALES.map((locale): Command => ({
      id: `settings.language.${locale}`,
      title: `command.settings.language.${locale}`,
      group: 'file',
      run: () => setLanguage(locale),
    })),
    {
      id: 'settings.singleKeys',
      title: 'command.settings.singleKeys',
      group: 'file',
      // The dialog of shortcuts has the switch, and says what is lost.
      run: ({ shell }) => shell.open('help'),
    },
  ];
}
