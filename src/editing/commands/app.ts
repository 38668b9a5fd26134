import { type Shortcut } from '../keys';
import { type Command, type CommandGroup, type DialogName, type ShellPort } from './command';

function app(
  id: string,
  title: Command['title'],
  group: CommandGroup,
  keys: readonly Shortcut[],
  run: (shell: ShellPort) => void | Promise<void>,
): Command {
  const menus = ['main'] as const;
  return { id, title, group, keys, menus, inTextFields: true, run: ({ shell }) => run(shell) };
}

const opens = (dialog: DialogName) => (shell: ShellPort) => {
  shell.open(dialog);
};

/** What has to do with files. */
export const FILE_COMMANDS: readonly Command[] = [
  app('file.library', 'command.file.library', 'file', ['Alt+Shift+L'], (shell) => {
    shell.library();
  }),
  app('file.open', 'command.file.open', 'file', ['Mod+O'], (shell) => shell.openFile()),
  app('file.save', 'command.file.save', 'file', ['Mod+S'], (shell) => shell.saveFile()),
  {
    id: 'file.settings',
    title: 'command.file.settings',
    group: 'file',
    keys: ['Mod+,'],
    menus: ['main'],
    inTextFields: true,
    run: ({ editor, shell }) => {
      // The inspector shows the map itself where nothing is selected.
      editor.select([]);
      if (!shell.isShown('inspector')) shell.toggle('inspector');
    },
  },
  app('file.versions', 'command.file.versions', 'file', ['Alt+Shift+V'], opens('versions')),
  app('file.stages', 'command.file.stages', 'file', ['Alt+Shift+S'], opens('stages')),
];

/** What makes the map run. */
export const RUN_COMMANDS: readonly Command[] = [
  app('run.simulate', 'command.run.simulate', 'run', ['Mod+Enter'], opens('simulate')),
  app('run.walk', 'command.run.walk', 'run', ['Alt+Shift+W'], (shell) => {
    shell.toggle('walk');
  }),
  app('run.runs', 'command.run.runs', 'run', ['Alt+Shift+R'], (shell) => {
    shell.toggle('runs');
  }),
];

/** What helps to find the rest. */
export const HELP_COMMANDS: readonly Command[] = [
  app('help.palette', 'command.help.palette', 'help', ['Mod+K', 'Mod+/'], opens('palette')),
  app('help.find', 'command.help.find', 'help', ['Mod+F'], opens('find')),
  {
    id: 'help.shortcuts',
    title: 'command.help.shortcuts',
    group: 'help',
    keys: ['?'],
    menus: ['main'],
    run: ({ shell }) => {
      shell.open('help');
    },
  },
];
