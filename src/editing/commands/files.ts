import { type Command } from './command';
import { app, opens } from './app';

/** What else has to do with files. */
export const FILE_COMMANDS: readonly Command[] = [
  {
    ...app('file.library', 'command.file.library', 'file', ['Alt+Shift+L'], (shell) => {
      shell.library();
    }),
    before: 'file.open',
  },
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
