import { addTouchpoint, placeAtEnd } from '../../editing/commands';
import { makeNamed } from '../../editing';
import { isExperience, type TableRow } from '../../insight/table';
import { setField } from '../../map/edits';
import { newId } from '../../map/records';
import type { Target } from '../../map/schema';
import { type TableColumn, writeText } from '../../map/table';
import { useEditor, useRunCommand } from '../session';
import type { CellPlace } from './TableContext';
import { type Grid, HEADS, LANE_HEAD, STAGES } from './useGrid';
import type { LaneTools } from './useLanes';

/** What the keys and the menu of the table do; a place that is nothing of the kind does nothing. */
export interface TableActions {
  readonly rowAt: (place: CellPlace) => TableRow | undefined;
  /** What a cell is about: a stage, a touchpoint, or a lane of the map. */
  readonly targetAt: (place: CellPlace) => Target | null;
  /** Opens a cell for typing, choosing or tuning. */
  readonly begin: (place: CellPlace) => void;
  /** Empties a text; over a head it deletes the record. */
  readonly clear: (place: CellPlace) => void;
  /** Adds a touchpoint at the end of a stage and asks for its name. */
  readonly add: (stage: string | null) => void;
}

/** What can be done with a cell, by key, by menu or by hand. */
export function useTableActions(
  grid: Grid,
  rows: readonly TableRow[],
  columns: readonly TableColumn[],
  lanes: LaneTools,
): TableActions {
  const editor = useEditor();
  const run = useRunCommand();
  const { actions } = grid;
  const rowAt = ({ row }: CellPlace) => rows.find(({ key }) => key === row);
  const columnAt = ({ column }: CellPlace) => columns.find(({ key }) => key === column);

  function targetAt(place: CellPlace): Target | null {
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

  function begin(place: CellPlace) {
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

  function open(place: CellPlace, { lane: { kind } }: TableRow) {
    const isTyped = isExperience(kind) || ['custom', 'channel', 'actor', 'evidence'].includes(kind);
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
  function clear(place: CellPlace) {
    const target = targetAt(place);
    const row = rowAt(place);
    if (place.column === LANE_HEAD) {
      if (row) lanes.remove(row.lane);
    } else if (place.row === STAGES || place.row === HEADS) {
      if (target) {
        editor.select([target]);
        run('edit.delete');
      }
    } else if (row && target && isExperience(row.lane.kind)) {
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
    makeNamed(editor, 'canvas.step.add', addTouchpoint(target.id, place), target);
    grid.setActive({ row: HEADS, column: target.id });
  }

  return { rowAt, targetAt, begin, clear, add };
}
