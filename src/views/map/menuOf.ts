import { type CommandContext, type Menu } from '../../editing/commands/command';
import { isEnabled, type Registry } from '../../editing/commands/registry';
import { type Say } from '../../language';
import { type CollectionName } from '../../map/schema';
import { type MenuItem } from '../controls/menuItems';

const MENUS: Partial<Record<CollectionName, Menu>> = {
  touchpoints: 'touchpoint',
  transitions: 'transition',
  stages: 'stage',
  notes: 'note',
};

/** The context menu of what is selected, from the registry; groups are set apart. */
export function menuOf(
  registry: Registry,
  context: CommandContext,
  t: Say,
  run: (id: string) => void,
): MenuItem[] {
  const { selection } = context.state;
  const [first] = selection;
  const menu = first ? (selection.length > 1 ? 'selection' : MENUS[first.collection]) : 'canvas';
  if (!menu) return [];
  const items: MenuItem[] = [];
  let group = '';
  for (const command of registry.inMenu(menu)) {
    if (group !== '' && group !== command.group) {
      items.push({ kind: 'separator', id: `before ${command.id}` });
    }
    group = command.group;
    items.push({
      id: command.id,
      label: t(command.title),
      keys: command.keys?.[0],
      disabled: !isEnabled(command, context),
      danger: command.id.startsWith('edit.delete'),
      onSelect: () => {
        run(command.id);
      },
    });
  }
  return items;
}
