import { type Shortcut } from '../keys';
import { type Command, type CommandGroup, type DialogName, type ShellPort } from './command';

/** A command of the app around the map: in the main menu, and by key in text fields too. */
export function app(
  id: string,
  title: Command['title'],
  group: CommandGroup,
  keys: readonly Shortcut[],
  run: (shell: ShellPort) => void | Promise<void>,
): Command {
  const menus = ['main'] as const;
  return { id, title, group, keys, menus, inTextFields: true, run: ({ shell }) => run(shell) };
}

/** Opens a dialog. */
export const opens = (dialog: DialogName) => (shell: ShellPort) => {
  shell.open(dialog);
};

/** Opening, saving and finding: the browser would answer their keys itself. */
export const APP_COMMANDS: readonly Command[] = [
  app('file.open', 'command.file.open', 'file', ['Mod+O'], (shell) => shell.openFile()),
  app('file.save', 'command.file.save', 'file', ['Mod+S'], (shell) => shell.saveFile()),
  app('help.palette', 'command.help.palette', 'help', ['Mod+K', 'Mod+/'], opens('palette')),
  app('help.find', 'command.help.find', 'help', ['Mod+F'], opens('find')),
];
