import { isSelected } from '../../editing';
import { nameOfRecord } from '../../map/records';
import { useText } from '../../controls/LanguageProvider';
import { useEditorState } from '../session';
import type { MountedColumn } from './TableRows';
import type { TableModel } from './useTableModel';

/** The columns at these places, with what every cell of them needs. */
export function useMountedColumns(
  { columns, touchpoints }: TableModel,
  indexes: readonly number[],
): MountedColumn[] {
  const t = useText();
  const selection = useEditorState((state) => state.selection);
  return indexes.flatMap((index): MountedColumn[] => {
    const column = columns[index];
    if (!column) return [];
    const { touchpoint } = column;
    const record = touchpoint === null ? null : (touchpoints[touchpoint] ?? null);
    const name = record ? nameOfRecord('touchpoints', record, t) : t('table.stage.empty');
    const isChosen =
      touchpoint !== null && isSelected(selection, { collection: 'touchpoints', id: touchpoint });
    return [{ ...column, index, record, name, isSelected: isChosen }];
  });
}
