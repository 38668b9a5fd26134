import type { Command, CommandContext, MenuName } from './command';
import { isEnabled, type Registry } from './registry';
import type { Selection } from '../selection';
import type { Say } from '../../language';
import type { CollectionName } from '../../map/schema';

/** A line of a command menu; the screen's menus take it as it is. */
export type CommandItem =
  | {
      readonly id: string;
      readonly label: string;
      readonly keys: string | undefined;
      readonly disabled: boolean;
      readonly danger: boolean;
      readonly onSelect: () => void;
    }
  | { readonly kind: 'separator'; readonly id: string };

const MENUS: Partial<Record<CollectionName, MenuName>> = {
  touchpoints: 'touchpoint',
  transitions: 'transition',
  stages: 'stage',
  notes: 'note',
};

/** Which menu what is selected has; records without a place have one in the outline alone. */
export function menuFor(selection: Selection, from: CommandContext['from']): MenuName | undefined {
  const [first] = selection;
  if (!first) return 'canvas';
  if (selection.length > 1) return 'selection';
  return MENUS[first.collection] ?? (from === 'outline' ? 'record' : undefined);
}

/** The context menu of what is selected, from the registry. */
export function menuOf(
  registry: Registry,
  context: CommandContext,
  t: Say,
  run: (id: string) => void,
): CommandItem[] {
  const menu = menuFor(context.state.selection, context.from);
  if (!menu) return [];
  return commandItems(registry.inMenu(menu), context, t, run);
}

/** Commands as lines of a menu; groups are set apart. */
export function commandItems(
  commands: readonly Command[],
  context: CommandContext,
  t: Say,
  run: (id: string) => void,
): CommandItem[] {
  return commands.flatMap((command, index): CommandItem[] => {
    const isNewGroup = index > 0 && commands[index - 1]?.group !== command.group;
    const line: CommandItem = {
      id: command.id,
      label: t(command.title),
      keys: command.keys?.[0],
      disabled: !isEnabled(command, context),
      danger: command.id.startsWith('edit.delete'),
      onSelect: () => {
        run(command.id);
      },
    };
    return isNewGroup ? [{ kind: 'separator', id: `before ${command.id}` }, line] : [line];
  });
}
