import { ArrowDown, ArrowUp, GripVertical, Trash2 } from 'lucide-react';
import { nameOfRecord } from '../../map/records';
import { LIMITS } from '../../map/schema';
import { useText } from '../../controls/LanguageProvider';
import { ColorPicker } from '../../controls/ColorPicker';
import { cx } from '../../controls/cx';
import { IconButton } from '../../controls/IconButton';
import { Popover } from '../../controls/Popover';
import { NameField } from '../../controls/NameField';
import type { StageLine } from '../../map/edits';
import styles from './StagesDialog.module.css';

interface StageRowProps {
  readonly line: StageLine;
  /** From 0. */
  readonly place: number;
  readonly isLast: boolean;
  readonly isDragged: boolean;
  /** What is being dragged would land here. */
  readonly isTarget: boolean;
  readonly onRename: (name: string) => void;
  readonly onColor: (color: StageLine['color']) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onDelete: () => void;
  /** A field was left: what was typed is one undo step. */
  readonly onSettle: () => void;
  readonly onDrag: () => void;
  readonly onOver: () => void;
  readonly onDrop: () => void;
}

/** One stage in the list of stages. Its handle drags it, its arrows move it by key. */
export function StageRow(props: StageRowProps) {
  const { line, place, isLast, isDragged, isTarget } = props;
  const t = useText();
  const name = nameOfRecord('stages', line, t);
  return (
    <li
      className={cx(styles.row, isDragged && styles.dragged, isTarget && styles.target)}
      onDragOver={(event) => {
        event.preventDefault();
        props.onOver();
      }}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        props.onDrop();
      }}
    >
      <span
        className={styles.handle}
        draggable
        aria-hidden="true"
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move';
          event.dataTransfer.setData('text/plain', line.name);
          props.onDrag();
        }}
        onDragEnd={props.onDrop}
      >
        <GripVertical />
      </span>
      <Popover
        label={t('stages.color', { name })}
        trigger={
          <IconButton size="sm" label={t('stages.color', { name })}>
            <span
              className={styles.swatch}
              style={{ background: `var(--color-${line.color}-solid)` }}
            />
          </IconButton>
        }
      >
        <ColorPicker
          label={t('stages.color', { name })}
          value={line.color}
          onChange={props.onColor}
        />
      </Popover>
      <div className={styles.name}>
        <NameField
          label={t('stages.name', { place: place + 1 })}
          hideLabel
          name={line.name}
          maxLength={LIMITS.name}
          onChange={props.onRename}
          onEnd={props.onSettle}
        />
      </div>
      <span className={styles.count}>{t('stages.count', { count: line.touchpoints })}</span>
      <span className={styles.tools}>
        <IconButton
          size="sm"
          label={t('stages.earlier', { name })}
          disabled={place === 0}
          onClick={() => props.onMove(-1)}
        >
          <ArrowUp aria-hidden="true" />
        </IconButton>
        <IconButton
          size="sm"
          label={t('stages.later', { name })}
          disabled={isLast}
          onClick={() => props.onMove(1)}
        >
          <ArrowDown aria-hidden="true" />
        </IconButton>
        <IconButton size="sm" label={t('stages.delete', { name })} onClick={props.onDelete}>
          <Trash2 aria-hidden="true" />
        </IconButton>
      </span>
    </li>
  );
}
