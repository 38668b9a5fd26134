import { type Shortcut } from '../keys';
import { filterSize, fold, displayOf, NO_FILTER } from '../display';
import { type Command, type PanelName } from './command';
import { hasSelection, onlyOne } from './context';

const fitSelection: Command = {
  id: 'view.fitSelection',
  title: 'command.view.fitSelection',
  group: 'view',
  keys: ['Shift+Digit2'],
  menus: ['selection', 'stage'],
  before: 'view.select',
  isEnabled: (context) => context.canvas !== null && hasSelection(context),
  run: ({ canvas, state }) => {
    canvas?.fit(state.selection);
  },
};

function panel(name: Exclude<PanelName, 'runs' | 'walk'>, key: Shortcut): Command {
  return {
    id: `view.panel.${name}`,
    title: `command.view.panel.${name}`,
    group: 'view',
    keys: [key],
    inTextFields: true,
    isOn: ({ shell }) => shell.isShown(name),
    run: ({ shell }) => {
      shell.toggle(name);
    },
  };
}

const present: Command = {
  id: 'view.present',
  title: 'command.view.present',
  group: 'view',
  keys: ['Alt+Shift+Enter'],
  menus: ['main', 'canvas'],
  inTextFields: true,
  isEnabled: ({ state }) => Object.keys(state.map.touchpoints).length > 0,
  run: ({ editor, shell, canvas }) => {
    if (!canvas) shell.show('map');
    editor.select([]);
    editor.rename(null);
    displayOf(editor).setState({ isPresenting: true, isFilterOpen: false });
  },
};

const filter: Command = {
  id: 'view.filter',
  title: 'command.view.filter',
  group: 'view',
  keys: ['F'],
  menus: ['canvas'],
  onCanvas: true,
  isEnabled: ({ canvas }) => canvas !== null,
  run: ({ editor }) => {
    displayOf(editor).setState({ isFilterOpen: true });
  },
};

const unfilter: Command = {
  id: 'view.unfilter',
  title: 'command.view.unfilter',
  group: 'view',
  keys: ['Shift+F'],
  onCanvas: true,
  isEnabled: ({ editor }) => filterSize(displayOf(editor).getState().filter) > 0,
  run: ({ editor }) => {
    displayOf(editor).setState({ filter: NO_FILTER });
    editor.announce('map.filter.off');
  },
};

const emotions: Command = {
  id: 'view.emotions',
  title: 'command.view.emotions',
  group: 'view',
  keys: ['Alt+Shift+E'],
  menus: ['canvas'],
  isEnabled: ({ canvas }) => canvas !== null,
  isOn: ({ editor }) => displayOf(editor).getState().emotions,
  run: ({ editor }) => {
    displayOf(editor).setState(({ emotions: on }) => ({ emotions: !on }));
  },
};

const foldStage: Command = {
  id: 'view.fold',
  title: 'command.view.fold',
  group: 'view',
  keys: ['Alt+Shift+F'],
  menus: ['stage'],
  isEnabled: (context) => context.canvas !== null && onlyOne(context, 'stages') !== null,
  isOn: (context) =>
    displayOf(context.editor)
      .getState()
      .folded.has(onlyOne(context, 'stages') ?? ''),
  run: (context) => {
    const stage = onlyOne(context, 'stages');
    if (stage === null) return;
    fold(context.editor, stage, !displayOf(context.editor).getState().folded.has(stage));
  },
};

const unfoldAll: Command = {
  id: 'view.unfoldAll',
  title: 'command.view.unfoldAll',
  group: 'view',
  menus: ['canvas'],
  isEnabled: ({ editor }) => displayOf(editor).getState().folded.size > 0,
  run: ({ editor }) => {
    displayOf(editor).setState({ folded: new Set() });
  },
};

/** What is shown of the map and beside it, beyond the viewport (`view.ts`). */
export const DISPLAY_COMMANDS: readonly Command[] = [
  fitSelection,
  present,
  filter,
  unfilter,
  emotions,
  foldStage,
  unfoldAll,
  panel('outline', 'Alt+Shift+O'),
  panel('inspector', 'Alt+Shift+I'),
  panel('problems', 'Alt+Shift+P'),
  panel('minimap', 'Alt+Shift+M'),
];
