import { useDeferredValue, useMemo } from 'react';
import { type Links, linksOf, tableRowsOf, type TableRow } from '../../insight/table';
import type { Touchpoint } from '../../map/schema';
import {
  tableColumnsOf,
  groupsOf,
  onlyOf,
  type ShownPerson,
  type StageGroup,
  type TableColumn,
  type TableLane,
} from '../../map/table';
import type { RunResult } from '../../simulation/results';
import { useLanguage } from '../../controls/LanguageProvider';
import { useFiltered } from '../map/filter';
import { useEditorState } from '../session';
import { type GridShape, HEADS, LANE_HEAD, STAGES } from './useGrid';

/** What stands in the table, before anything is known of what is in sight. */
export interface TableModel {
  readonly columns: readonly TableColumn[];
  /** The stages over the columns. */
  readonly groups: readonly StageGroup[];
  readonly rows: readonly TableRow[];
  readonly links: Links;
  readonly touchpoints: Readonly<Record<string, Touchpoint>>;
  readonly shape: GridShape;
  /** How many touchpoints meet the filter; null without one. */
  readonly met: number | null;
  /** The touchpoint that is selected, if it is the first of what is. */
  readonly chosen: string | null;
}

/** Columns, rows and links of the open map, for these lanes and people. */
export function useTableModel(
  run: RunResult | null,
  lanes: readonly TableLane[],
  people: readonly ShownPerson[],
): TableModel {
  const language = useLanguage();
  const map = useEditorState((state) => state.map);
  const [first] = useEditorState((state) => state.selection);
  const { stages, touchpoints } = map;
  const { met } = useFiltered(run);
  const chosen = first?.collection === 'touchpoints' ? first.id : null;
  const columns = useMemo(() => {
    // What is selected stays in sight, so that a new column does not disappear while it is edited.
    const kept = met && new Set(chosen === null ? met.items : [...met.items, chosen]);
    return onlyOf(tableColumnsOf({ stages, touchpoints }), kept);
  }, [stages, touchpoints, met, chosen]);
  const groups = useMemo(() => groupsOf(columns), [columns]);
  // Chips may lag behind typing.
  const settled = useDeferredValue(map);
  const links = useMemo(() => linksOf(settled, run, language), [settled, run, language]);
  const rows = useMemo(() => {
    const ids = people.map(({ id }) => id);
    return tableRowsOf(lanes, ids, columns, touchpoints, links);
  }, [lanes, people, columns, touchpoints, links]);
  const shape = useMemo(() => shapeOf(groups, columns, rows), [groups, columns, rows]);
  return { columns, groups, rows, links, touchpoints, shape, met: met && met.items.size, chosen };
}

function shapeOf(
  groups: readonly StageGroup[],
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
): GridShape {
  const starts = groups.flatMap(({ start, count }) =>
    columns
      .slice(start, start + count)
      .map(({ key }) => [key, columns[start]?.key ?? key] as const),
  );
  return {
    rows: [STAGES, HEADS, ...rows.map(({ key }) => key)],
    columns: [LANE_HEAD, ...columns.map(({ key }) => key)],
    groupStart: new Map(starts),
  };
}
