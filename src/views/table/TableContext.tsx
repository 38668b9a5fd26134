import { createContext, use } from 'react';

/** A cell by the keys of its row and column. */
export interface CellPlace {
  readonly row: string;
  readonly column: string;
}

/** Where the keyboard goes when a cell has been typed in. */
export type Leave = 'stay' | 'next' | 'previous' | 'away';

/** What cells can ask of the grid; the same object for as long as the table lives. */
export interface GridActions {
  /** Opens a cell for typing or choosing. */
  readonly edit: (place: CellPlace) => void;
  /** A cell is done with: where to now? */
  readonly leave: (place: CellPlace, where: Leave) => void;
  /** Puts the keyboard on a cell, or on the part of it that `part` names. */
  readonly focus: (place: CellPlace, part?: string) => void;
  /** The same part of the cell in the neighbouring column. */
  readonly beside: (place: CellPlace, by: -1 | 1, part: string) => void;
}

/** Null outside of the table; read it by `useGridActions`. */
export const GridContext = createContext<GridActions | null>(null);

/** @throws outside of the table. */
export function useGridActions(): GridActions {
  const actions = use(GridContext);
  if (!actions) throw new Error('a cell needs the table around it');
  return actions;
}
