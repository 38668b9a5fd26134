import { type KeyboardEvent, useEffect, useRef } from 'react';
import { addTouchpoint, placeAtEnd } from '../../editing/commands/placing';
import { setField } from '../../map/edits';
import { newId } from '../../map/records';
import type { Target } from '../../map/schema';
import { useEditor } from '../session/EditorContext';
import { useRunCommand } from '../session/ShellContext';
import type { TableColumn } from '../../map/table/columns';
import { writeText } from '../../map/table/experience';
import { isTold, type TableRow } from '../../insight/table/rows';
import type { Place } from './TableContext';
import { type Grid, HEADS, LANE_HEAD, STAGES } from './useGrid';
import type { LaneTools } from './useLanes';

/** Keys have come to rest when none came for this long, in milliseconds. */
const REST = 120;

export interface TableTools {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  /** What a cell is about: a stage, a touchpoint, or a lane of the map. */
  readonly targetAt: (place: Place) => Target | null;
  /** Opens a cell for typing, choosing or tuning. */
  readonly begin: (place: Place) => void;
  readonly add: (stage: string | null) => void;
}

/** What can be done with the current cell, by key and by menu. */
export function useTableKeys(
  grid: Grid,
  rows: readonly TableRow[],
  columns: readonly TableColumn[],
  lanes: LaneTools,
): TableTools {
  const editor = useEditor();
  const run = useRunCommand();
  const { actions, active } = grid;
  const following = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(following.current), []);
  const rowAt = ({ row }: Place) => rows.find(({ key }) => key === row);
  const columnAt = ({ column }: Place) => columns.find(({ key }) => key === column);

  function targetAt(place: Place): Target | null {
    if (place.column === LANE_HEAD) {
      const lane = rowAt(place)?.lane;
      return lane && !lanes.keep ? { collection: 'lanes', id: lane.id } : null;
    }
    const column = columnAt(place);
    if (!column) return null;
    const { stage, touchpoint } = column;
    if (place.row !== STAGES && touchpoint !== null)
      return { collection: 'touchpoints', id: touchpoint };
    return stage === null ? null : { collection: 'stages', id: stage };
  }

  function begin(place: Place) {
    const row = rowAt(place);
    const column = columnAt(place);
    if (place.column === LANE_HEAD) {
      if (row) lanes.rename(row.lane);
    } else if (place.row === STAGES) {
      const target = targetAt(place);
      if (target) editor.rename(target);
    } else if (!column || column.touchpoint === null) {
      add(column?.stage ?? null);
    } else if (place.row === HEADS) {
      editor.rename({ collection: 'touchpoints', id: column.touchpoint });
    } else if (row) open(place, row);
  }

  function open(place: Place, { lane: { kind } }: TableRow) {
    const isTyped = isTold(kind) || ['custom', 'channel', 'actor', 'evidence'].includes(kind);
    if (isTyped) {
      actions.edit(place);
      return;
    }
    const cell = document.querySelector(`[data-row="${place.row}"][data-column="${place.column}"]`);
    const points = cell?.querySelectorAll<HTMLElement>('button, [role=slider]');
    const now = cell?.querySelector<HTMLElement>('[data-time=now]');
    (now ?? points?.[0])?.focus();
  }

  /** Empties a text; over a head it deletes the record. */
  function clear(place: Place) {
    const target = targetAt(place);
    const row = rowAt(place);
    if (place.column === LANE_HEAD) {
      if (row) lanes.remove(row.lane);
    } else if (place.row === STAGES || place.row === HEADS) {
      if (target) {
        editor.select([target]);
        run('edit.delete');
      }
    } else if (row && target && isTold(row.lane.kind)) {
      editor.edit('table.edit.text', writeText(target.id, row.person, row.lane.kind, ''));
    } else if (row && target && row.lane.kind === 'custom') {
      editor.edit(
        'table.edit.text',
        setField('lanes', row.lane.id, ['cells', target.id], undefined),
      );
    }
  }

  function add(stage: string | null) {
    const target = { collection: 'touchpoints', id: newId() } as const;
    const place = placeAtEnd(editor.store.getState().map, stage);
    editor.edit('canvas.step.add', addTouchpoint(target.id, place), { select: [target] });
    grid.setActive({ row: HEADS, column: target.id });
    editor.rename(target);
  }

  function move(target: Target, by: -1 | 1) {
    editor.select([target]);
    run(by === -1 ? 'move.earlier' : 'move.later');
  }

  /** Alt+Shift+arrow carries what has the focus: a touchpoint, a stage, a lane. */
  function carry(key: string): boolean {
    const across = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : null;
    const down = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : null;
    const target = targetAt(active);
    if (active.column === LANE_HEAD) {
      const row = rowAt(active);
      if (!row || down === null) return false;
      lanes.move(row.lane, down);
      actions.focus(active);
      return true;
    }
    if (across === null || !target) return false;
    move(target, across);
    actions.focus(target.collection === 'touchpoints' ? { row: HEADS, column: target.id } : active);
    return true;
  }

  /** The selection follows once the keys rest: showing every record a held key passes would hold it up. */
  function goTo(place: Place, delay: number) {
    actions.focus(place);
    const target = targetAt(place);
    clearTimeout(following.current);
    following.current = setTimeout(() => {
      if (target) editor.select([target]);
    }, delay);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const { key, altKey, shiftKey, currentTarget } = event;
    const isMod = event.ctrlKey || event.metaKey;
    // Menus open elsewhere in the page; their keys only pass through here in React's tree.
    if (!(event.target instanceof Element) || !currentTarget.contains(event.target)) return;
    if (!event.target.matches('[data-row]')) {
      if (key !== 'Escape') return;
      actions.focus(active);
    } else if (altKey) {
      if (!shiftKey || isMod || !carry(key)) return;
    } else if ((key === 'Enter' || key === 'F2') && !isMod && !shiftKey) begin(active);
    else if (key === ' ') goTo(active, 0);
    else if ((key === 'Delete' || key === 'Backspace') && !isMod && !shiftKey) clear(active);
    else {
      const place = shiftKey ? null : grid.toward(key, isMod);
      if (!place) return;
      goTo(place, REST);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  return { onKeyDown, targetAt, begin, add };
}
