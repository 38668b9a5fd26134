import { useState } from 'react';
import { useText } from '../controls/LanguageProvider';
import type { MenuItem } from '../controls/menuItems';
import { menuOf } from '../map/menuOf';
import { useEditor } from '../session/EditorContext';
import { useCommandContext, useRunCommand, useSession } from '../session/ShellContext';
import { moveTouchpoint } from './moveTouchpoint';
import type { TableRow } from './rows';
import type { Place } from './TableContext';
import { LANE_HEAD } from './useGrid';
import type { LaneTools } from './useLanes';
import type { TableTools } from './useTableKeys';

export interface TableMenu {
  readonly items: readonly MenuItem[];
  readonly openAt: (place: Place) => void;
  readonly onOpenChange: (open: boolean) => void;
}

/** The context menu: the commands of the canvas that mean something here, and the table's own. */
export function useTableMenu(
  tools: TableTools,
  lanes: LaneTools,
  rows: readonly TableRow[],
): TableMenu {
  const t = useText();
  const editor = useEditor();
  const { registry } = useSession();
  const context = useCommandContext();
  const run = useRunCommand();
  const [place, setPlace] = useState<Place | null>(null);
  const [isOpen, setOpen] = useState(false);

  function openAt(next: Place) {
    setPlace(next);
    const target = tools.targetAt(next);
    const { selection } = editor.store.getState();
    const isIn = target !== null && selection.some(({ id }) => id === target.id);
    if (!isIn) editor.select(target ? [target] : []);
  }

  function items(): MenuItem[] {
    if (!isOpen || !place) return [];
    const lane = rows.find(({ key }) => key === place.row)?.lane;
    if (place.column === LANE_HEAD) return lane ? lanes.itemsOf(lane) : [];
    const commands = menuOf(registry, context(), t, run).filter(({ id }) => !isForCanvas(id));
    const target = tools.targetAt(place);
    return target?.collection === 'touchpoints' ? [...moves(target.id), ...commands] : commands;
  }

  function moves(id: string): MenuItem[] {
    const { map } = editor.store.getState();
    return [
      {
        id: 'earlier',
        label: t('table.move.earlier'),
        keys: 'Alt+Shift+ArrowLeft',
        disabled: moveTouchpoint(map, id, -1) === null,
        onSelect: () => tools.move(id, -1),
      },
      {
        id: 'later',
        label: t('table.move.later'),
        keys: 'Alt+Shift+ArrowRight',
        disabled: moveTouchpoint(map, id, 1) === null,
        onSelect: () => tools.move(id, 1),
      },
      { kind: 'separator', id: 'commands' },
    ];
  }

  return { items: items(), openAt, onOpenChange: setOpen };
}

/** Places on the canvas, and looking at it, mean nothing in a table. */
function isForCanvas(id: string): boolean {
  if (id.startsWith('before ')) return false;
  return id.startsWith('view.') || id.startsWith('arrange.') || /^insert\.(?!connect)/.test(id);
}
