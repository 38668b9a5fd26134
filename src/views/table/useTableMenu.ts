import { useState } from 'react';
import { useText } from '../../controls/LanguageProvider';
import type { MenuItem } from '../../controls/menuItems';
import { menuOf } from '../../editing/commands';
import { useCommandContext, useEditor, useRegistry, useRunCommand } from '../session';
import type { TableRow } from '../../insight/table';
import type { GridActions, CellPlace } from './TableContext';
import { LANE_HEAD } from './useGrid';
import type { LaneTools } from './useLanes';
import type { TableActions } from './useTableActions';
import { isFocusFree } from '../../controls/focus';

/** `items` are those of the cell that `openAt` named last. */
export interface TableMenu {
  readonly items: readonly MenuItem[];
  readonly openAt: (place: CellPlace) => void;
  readonly onOpenChange: (open: boolean) => void;
}

/** The context menu: the commands of the canvas that mean something here, and the table's own. */
export function useTableMenu(
  tools: TableActions,
  lanes: LaneTools,
  rows: readonly TableRow[],
  focus: GridActions['focus'],
): TableMenu {
  const t = useText();
  const editor = useEditor();
  const { registry } = useRegistry();
  const context = useCommandContext();
  const run = useRunCommand();
  const [place, setPlace] = useState<CellPlace | null>(null);
  const [isOpen, setOpen] = useState(false);

  function openAt(next: CellPlace) {
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
    return tidied(menuOf(registry, context(), t, run).filter(isForTable));
  }

  function onOpenChange(next: boolean) {
    setOpen(next);
    if (next || !place) return;
    // The menu lets go of the keyboard as it leaves; what it opened may have taken it meanwhile.
    requestAnimationFrame(() => {
      if (isFocusFree()) focus(place);
    });
  }

  return { items: items(), openAt, onOpenChange };
}

/** Places on the canvas, and looking at it, mean nothing in a table. */
function isForTable({ kind, id }: MenuItem): boolean {
  return kind === 'separator' || !/^(view\.|arrange\.|insert\.(?!connect))/.test(id);
}

/** Without lines at either end or next to each other. */
function tidied(items: readonly MenuItem[]): MenuItem[] {
  return items.filter(({ kind }, index) => {
    const next = items[index + 1];
    return kind !== 'separator' || (index > 0 && next && next.kind !== 'separator');
  });
}
