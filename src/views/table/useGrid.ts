import { useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { GridActions, Leave, CellPlace } from './TableContext';

/** Keys of the rows and the column that are no lane and no touchpoint. */
export const STAGES = 'stages';
/** The row of the touchpoints' names. */
export const HEADS = 'heads';
/** The column of the lanes' names. */
export const LANE_HEAD = 'lane';

/** Which cells there are, by key. */
export interface GridShape {
  /** Keys from top to bottom, the two rows of heads first. */
  readonly rows: readonly string[];
  /** Keys from left to right, the lanes' heads first. */
  readonly columns: readonly string[];
  /** First column of the stage each column stands in. */
  readonly groupStart: ReadonlyMap<string, string>;
}

/** Where the keyboard is in the table, and how it is moved. */
export interface Grid {
  /** The cell the Tab key stops at. */
  readonly active: CellPlace;
  readonly editing: CellPlace | null;
  readonly actions: GridActions;
  /** The cell a key leads to, or null where the key means nothing to a grid. */
  readonly toward: (key: string, whole: boolean) => CellPlace | null;
  /** Makes a column the current one and shows it, without taking the keyboard. */
  readonly reveal: (column: string) => void;
  readonly setActive: (place: CellPlace) => void;
}

/** Where the keyboard is in the table, and where it goes. Cells are known by keys, so edits never lose them. */
export function useGrid(scroller: RefObject<HTMLElement | null>, shape: GridShape): Grid {
  const latest = useRef(shape);
  const [wish, setActive] = useState<CellPlace>({ row: HEADS, column: '' });
  const [editing, setEditing] = useState<CellPlace | null>(null);
  const pending = useRef<{ readonly focus: boolean; readonly part?: string | undefined } | null>(
    null,
  );
  const active = placed(wish, shape);

  useLayoutEffect(() => {
    latest.current = shape;
  }, [shape]);

  // Whatever is asked for is mounted by the render that follows; only then can it be focused.
  useLayoutEffect(() => {
    const asked = pending.current;
    pending.current = null;
    if (!asked) return;
    const cell = scroller.current?.querySelector<HTMLElement>(selectorOf(active, shape));
    const target = asked.part
      ? cell?.querySelector<HTMLElement>(`[data-part="${asked.part}"]`)
      : cell;
    if (asked.focus) target?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const actions = useMemo<GridActions>(() => {
    const go = (place: CellPlace, focus: boolean, part?: string) => {
      pending.current = { focus, part };
      // A new object always renders, so that what is pending is done.
      setActive({ ...place });
    };
    const step = ({ row, column }: CellPlace, by: -1 | 1): CellPlace | null => {
      const { columns } = latest.current;
      const next = columns[columns.indexOf(column) + by];
      return next === undefined || next === LANE_HEAD ? null : { row, column: next };
    };
    return {
      edit(place) {
        setActive(place);
        setEditing(place);
      },
      leave(place: CellPlace, where: Leave) {
        if (where === 'away') {
          setEditing((now) => (now && same(now, place) ? null : now));
          return;
        }
        const next = where === 'stay' ? null : step(place, where === 'next' ? 1 : -1);
        setEditing(next);
        if (next) setActive(next);
        else go(place, true);
      },
      focus: (place, part) => go(place, true, part),
      beside(place, by, part) {
        const next = step(place, by);
        if (next) go(next, true, part);
      },
    };
  }, []);

  return {
    active,
    editing,
    actions,
    setActive,
    toward: (key, whole) => toward(active, shape, key, whole),
    reveal(column) {
      pending.current = { focus: false };
      setActive({ row: active.row, column });
    },
  };
}

function same(a: CellPlace, b: CellPlace): boolean {
  return a.row === b.row && a.column === b.column;
}

/** The wished place, or the nearest that exists. */
function placed({ row, column }: CellPlace, { rows, columns }: GridShape): CellPlace {
  return {
    row: rows.includes(row) ? row : HEADS,
    column: columns.includes(column) ? column : (columns[1] ?? LANE_HEAD),
  };
}

function selectorOf({ row, column }: CellPlace, { groupStart }: GridShape): string {
  const shown = row === STAGES ? (groupStart.get(column) ?? column) : column;
  return `[data-row="${row}"][data-column="${shown}"]`;
}

function toward(
  active: CellPlace,
  shape: GridShape,
  key: string,
  whole: boolean,
): CellPlace | null {
  const { rows, columns, groupStart } = shape;
  const row = rows.indexOf(active.row);
  const column = columns.indexOf(active.column);
  const inHeads = active.row === STAGES || active.row === HEADS;
  const at = (toRow: number, toColumn: number): CellPlace => {
    const found = rows[Math.max(0, Math.min(rows.length - 1, toRow))] ?? HEADS;
    // The corner above the lanes' heads is no cell to stop at.
    const least = found === STAGES || found === HEADS ? 1 : 0;
    const to = Math.max(least, Math.min(columns.length - 1, toColumn));
    return { row: found, column: columns[to] ?? LANE_HEAD };
  };
  const stageFrom = (by: -1 | 1) => {
    const own = groupStart.get(active.column);
    let next = column;
    while (columns[next] !== undefined && groupStart.get(columns[next] ?? '') === own) next += by;
    const start = columns.indexOf(groupStart.get(columns[next] ?? '') ?? '');
    return start < 1 ? at(row, column) : at(row, start);
  };
  switch (key) {
    case 'ArrowLeft':
      return active.row === STAGES || whole ? stageFrom(-1) : at(row, column - 1);
    case 'ArrowRight':
      return active.row === STAGES || whole ? stageFrom(1) : at(row, column + 1);
    case 'ArrowUp':
      return active.column === LANE_HEAD && row <= 2 ? active : at(row - 1, column);
    case 'ArrowDown':
      return at(row + 1, column);
    case 'Home':
      return at(whole ? 0 : row, inHeads || whole ? 1 : 0);
    case 'End':
      return at(whole ? rows.length - 1 : row, columns.length - 1);
    default:
      return null;
  }
}
