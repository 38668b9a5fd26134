import { Plus } from 'lucide-react';
import type { CSSProperties } from 'react';
import { nameOfRecord } from '../../map/records';
import type { Stage } from '../../map/schema';
import { colorVar } from '../../controls/colors';
import { IconButton } from '../../controls/IconButton';
import { useText } from '../../controls/LanguageProvider';
import { RenameLine } from '../outline/RenameLine';
import type { StageWords } from '../../insight/flow';
import type { StageGroup } from '../../map/table';
import styles from './Heads.module.css';
import { useGridActions } from './TableContext';
import { STAGES } from './useGrid';

/** A stage over its columns: its colour, its name, what the customer wants there. */
export function StageHead({
  group: { stage: id, start, count },
  stage,
  told,
  column,
  isActive,
  isSelected,
  isRenaming,
  onAdd,
}: {
  readonly group: StageGroup;
  /** null for what no stage has yet. */
  readonly stage: Stage | null;
  /** What the current run says of it, if anything; null = the run is not there yet. */
  readonly told: StageWords | null | undefined;
  /** Key of its first column. */
  readonly column: string;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly isRenaming: boolean;
  readonly onAdd: (stage: string | null) => void;
}) {
  const t = useText();
  const { focus } = useGridActions();
  const color = stage?.color ?? 'grey';
  const name = stage ? nameOfRecord('stages', stage, t) : t('canvas.unsorted');
  return (
    <div
      role="columnheader"
      aria-colindex={start + 2}
      aria-colspan={count}
      aria-selected={isSelected}
      tabIndex={isActive ? 0 : -1}
      data-row={STAGES}
      data-column={column}
      className={styles.stage}
      style={
        {
          '--place': start,
          '--span': count,
          '--solid': colorVar(color),
          '--soft': colorVar(color, 'soft'),
          '--ink': colorVar(color, 'text'),
        } as CSSProperties
      }
    >
      <div className={styles.stageText}>
        {isRenaming && id !== null ? (
          <RenameLine
            target={{ collection: 'stages', id }}
            onDone={() => focus({ row: STAGES, column })}
          />
        ) : (
          <span className={styles.stageName} dir="auto">
            {name}
          </span>
        )}
        {stage?.goal && !isRenaming && (
          <span className={styles.goal} title={stage.goal} dir="auto">
            {stage.goal}
          </span>
        )}
        {told === null && stage && <span className={styles.awaited} aria-hidden="true" />}
        {told && !isRenaming && (
          <span className={styles.told} title={told.all} data-told>
            {told.onward !== null && <b>{told.onward}</b>}
            <span>{told.others.join(' · ')}</span>
          </span>
        )}
      </div>
      <IconButton
        label={t('table.stage.add', { stage: name })}
        size="sm"
        className={styles.add}
        tabIndex={isActive ? 0 : -1}
        onClick={() => onAdd(id)}
      >
        <Plus aria-hidden="true" />
      </IconButton>
    </div>
  );
}
