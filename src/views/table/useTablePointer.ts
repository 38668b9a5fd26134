import type { MouseEvent } from 'react';
import type { TableRow } from '../../insight/table';
import { toggle } from '../../editing';
import { useEditor } from '../session';
import type { CellPlace } from './TableContext';
import { type Grid, HEADS, LANE_HEAD, STAGES } from './useGrid';
import type { TableActions } from './useTableActions';
import type { TableMenu } from './useTableMenu';

type OnMouse = (event: MouseEvent<HTMLElement>) => void;

/** The mouse over the table: a click selects and opens texts, a double click opens heads. */
export function useTablePointer(
  grid: Grid,
  tools: TableActions,
  rows: readonly TableRow[],
  menu: TableMenu,
): Readonly<Record<'onClick' | 'onDoubleClick' | 'onContextMenuCapture', OnMouse>> {
  const editor = useEditor();

  function isTyped({ row }: CellPlace): boolean {
    const kind = rows.find(({ key }) => key === row)?.lane.kind;
    return kind !== undefined && TYPED.has(kind);
  }

  return {
    onClick(event) {
      const place = placeOf(event);
      if (!place || !(event.target instanceof Element)) return;
      grid.setActive(place);
      if (event.target.closest('button, input, textarea, select, [role=slider]')) return;
      const target = tools.targetAt(place);
      const { selection } = editor.store.getState();
      if (target) editor.select(event.shiftKey ? toggle(selection, target) : [target]);
      if (!isHead(place) && !event.shiftKey && isTyped(place)) tools.begin(place);
    },
    onDoubleClick(event) {
      const place = placeOf(event);
      if (!place || (event.target instanceof Element && event.target.closest('button'))) return;
      if (isHead(place)) tools.begin(place);
    },
    onContextMenuCapture(event) {
      const place = placeOf(event);
      if (!place) return;
      grid.setActive(place);
      menu.openAt(place);
    },
  };
}

/** Lanes whose cells open at a click. */
const TYPED: ReadonlySet<string> = new Set([
  'doing',
  'thinking',
  'feeling',
  'custom',
  'channel',
  'actor',
  'evidence',
]);

const isHead = ({ row, column }: CellPlace) =>
  row === STAGES || row === HEADS || column === LANE_HEAD;

/** The cell an event happened in; menus and dialogs belong to React's tree only. */
function placeOf({ target, currentTarget }: MouseEvent<HTMLElement>): CellPlace | null {
  if (!(target instanceof Element) || !currentTarget.contains(target)) return null;
  const cell = target.closest<HTMLElement>('[data-row]');
  const { row, column } = cell?.dataset ?? {};
  return row === undefined || column === undefined ? null : { row, column };
}
