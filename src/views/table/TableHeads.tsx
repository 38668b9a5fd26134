import { isSelected } from '../../editing';
import type { StageWords } from '../../insight/flow';
import { useEditorState } from '../session';
import { StageHead } from './StageHead';
import type { CellPlace } from './TableContext';
import styles from './Table.module.css';
import type { MountedColumn } from './TableRows';
import { TouchpointHead } from './TouchpointHead';
import { HEADS, STAGES } from './useGrid';
import { useRenaming } from './useRenaming';
import type { TableModel } from './useTableModel';

/** The two rows of heads: stages over touchpoints. */
export function TableHeads({
  model,
  told,
  mounted,
  active,
  activeIndex,
  onAdd,
}: {
  readonly model: TableModel;
  /** What the current run says of the stages. */
  /** What the run says of each stage; null = it is not there yet. */
  readonly told: Readonly<Record<string, StageWords>> | null;
  readonly mounted: readonly MountedColumn[];
  readonly active: CellPlace;
  /** Place of the current column among all, from 0; -1 at the lanes' heads. */
  readonly activeIndex: number;
  /** Adds a touchpoint at the end of a stage. */
  readonly onAdd: (stage: string | null) => void;
}) {
  const selection = useEditorState((state) => state.selection);
  const stages = useEditorState(({ map }) => map.stages);
  const isRenaming = useRenaming();
  const { groups, columns, shape } = model;
  return (
    <div role="presentation" className={styles.heads}>
      <div data-corner className={styles.corner} aria-hidden="true" />
      <div role="row" aria-rowindex={1} className={styles.stages}>
        {groups.map((group) => {
          const { stage, start, count } = group;
          const column = columns[start]?.key ?? '';
          const isHere = activeIndex >= start && activeIndex < start + count;
          return (
            <StageHead
              key={column}
              group={group}
              stage={stage === null ? null : (stages[stage] ?? null)}
              told={told && (told[stage ?? ''] ?? undefined)}
              column={column}
              isActive={active.row === STAGES && isHere}
              isSelected={
                stage !== null && isSelected(selection, { collection: 'stages', id: stage })
              }
              isRenaming={isRenaming('stages', stage)}
              onAdd={onAdd}
            />
          );
        })}
      </div>
      <div role="row" aria-rowindex={2} className={styles.names}>
        {mounted.map(({ key, index, record, isSelected: isChosen }) => (
          <TouchpointHead
            key={key}
            column={key}
            index={index}
            touchpoint={record}
            isActive={active.row === HEADS && active.column === key}
            isSelected={isChosen}
            isRenaming={isRenaming('touchpoints', key)}
            isFirst={shape.groupStart.get(key) === key}
          />
        ))}
      </div>
    </div>
  );
}
