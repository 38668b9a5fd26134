import { COPY_COMMANDS } from './copyPaste';
import { type Command } from './command';
import { nameInInspector } from './naming';

const undo: Command = {
  id: 'edit.undo',
  title: 'command.edit.undo',
  group: 'edit',
  keys: ['Mod+Z'],
  menus: ['main'],
  repeats: true,
  isEnabled: ({ state }) => state.canUndo !== null,
  run: ({ editor }) => {
    editor.undo();
  },
};

const redo: Command = {
  id: 'edit.redo',
  title: 'command.edit.redo',
  group: 'edit',
  keys: ['Mod+Shift+Z', 'Ctrl+Y'],
  menus: ['main'],
  repeats: true,
  isEnabled: ({ state }) => state.canRedo !== null,
  run: ({ editor }) => {
    editor.redo();
  },
};

/** What the canvas and the table show by name. */
const DRAWN: ReadonlySet<string> = new Set([
  'stages',
  'touchpoints',
  'transitions',
  'notes',
  'lanes',
]);

const rename: Command = {
  id: 'edit.rename',
  title: 'command.edit.rename',
  group: 'edit',
  keys: ['F2', 'Enter'],
  menus: ['touchpoint', 'transition', 'stage', 'note', 'record'],
  onCanvas: true,
  isEnabled: ({ state }) => state.selection.length === 1,
  run: (context) => {
    const { editor, state, from } = context;
    const [target] = state.selection;
    if (!target) return;
    // What is not drawn has its name nowhere but in the inspector.
    if (from === undefined && !DRAWN.has(target.collection)) nameInInspector(context, target);
    else editor.rename(target, from);
  },
};

/** Undo, redo, rename and the clipboard. */
export const EDIT_COMMANDS: readonly Command[] = [undo, redo, rename, ...COPY_COMMANDS];
