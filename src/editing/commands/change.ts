import { reverse } from '../../map/edits';
import { type JourneyMap, type Target } from '../../map/schema';
import { type Command } from './command';
import { hasSelection, onlyOne, touchpointsIn } from './context';
import { leadsThrough, remove } from './removing';

const turnRound: Command = {
  id: 'edit.reverse',
  title: 'command.edit.reverse',
  group: 'edit',
  menus: ['transition'],
  before: 'edit.undo',
  isEnabled: (context) => onlyOne(context, 'transitions') !== null,
  run: (context) => {
    const id = onlyOne(context, 'transitions');
    if (id !== null) context.editor.edit('command.edit.reverse', reverse(id));
  },
};

const color: Command = {
  id: 'edit.color',
  title: 'command.edit.color',
  group: 'edit',
  menus: ['stage', 'note', 'record', 'selection'],
  before: 'edit.cut',
  isEnabled: ({ state: { map, selection } }) => selection.some((target) => hasColor(map, target)),
  run: ({ shell }) => {
    shell.open('color');
  },
};

/** Stages, segments, personas and notes carry a colour. */
export function hasColor(map: JourneyMap, { collection, id }: Target): boolean {
  return Object.hasOwn(map[collection][id] ?? {}, 'color');
}

const deleteSelection: Command = {
  id: 'edit.delete',
  title: 'command.edit.delete',
  group: 'edit',
  keys: ['Backspace', 'Delete'],
  menus: ['touchpoint', 'transition', 'stage', 'note', 'record', 'selection'],
  isEnabled: hasSelection,
  onCanvas: true,
  run: (context) => {
    remove(context, false);
  },
};

const deleteHeal: Command = {
  id: 'edit.deleteHeal',
  title: 'command.edit.deleteHeal',
  group: 'edit',
  keys: ['Shift+Backspace', 'Shift+Delete'],
  menus: ['touchpoint'],
  onCanvas: true,
  isEnabled: (context) => touchpointsIn(context).some((id) => leadsThrough(context, id)),
  run: (context) => {
    remove(context, true);
  },
};

/** What nobody needs before the page stands, or more rarely than the commands of `edit.ts`. */
export const CHANGE_COMMANDS: readonly Command[] = [turnRound, color, deleteSelection, deleteHeal];
