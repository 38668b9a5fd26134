import type { NodeProps } from '@xyflow/react';
import { withSoftBreaks } from '../../language';
import { type CSSProperties, memo } from 'react';
import { sumOf } from '../../map/basics';
import { isSelected as isAmong } from '../../editing';
import { useCanvasParts, useEditedParts, useTools } from '../CanvasContext';
import type { FlowNode } from '../flowNodes';
import { RecordName } from './RecordName';
import styles from './NoteCard.module.css';

/** A sticky note. */
export const NoteCard = memo(function NoteCard({ data: { record: id } }: NodeProps<FlowNode>) {
  const { t } = useTools().language;
  const { note, isSelected, isRenaming } = useEditedParts(({ map, selection, renaming }) => ({
    note: map.notes[id],
    isSelected: isAmong(selection, { collection: 'notes', id }),
    isRenaming: renaming?.id === id && renaming.at === 'view',
  }));
  const { detail, isKept } = useCanvasParts((state) => ({
    detail: state.detail,
    isKept: state.lit?.items.has(id) === true,
  }));
  if (!note) return null;
  const votes = sumOf(Object.values(note.votes));
  return (
    <div
      className={styles.note}
      data-item="note"
      data-id={id}
      data-detail={detail}
      data-selected={isSelected || undefined}
      data-kept={isKept || undefined}
      style={
        {
          '--note-ground': `var(--color-${note.color}-soft)`,
          '--note-line': `var(--color-${note.color}-line)`,
          '--note-text': `var(--color-${note.color}-text)`,
        } as CSSProperties
      }
    >
      {isRenaming ? (
        <RecordName
          target={{ collection: 'notes', id }}
          value={note.text}
          field="text"
          label={t('canvas.rename.note')}
          className={styles.rename}
        />
      ) : (
        <div
          className={styles.text}
          role="button"
          tabIndex={isSelected ? 0 : -1}
          data-focus
          aria-pressed={isSelected}
          aria-roledescription={t('canvas.note')}
          aria-label={note.text || t('canvas.emptyNote')}
          title={detail === 'near' ? undefined : note.text}
          dir="auto"
        >
          {detail !== 'far' && withSoftBreaks(note.text || t('canvas.emptyNote'))}
        </div>
      )}
      {votes > 0 && <span className={styles.votes}>{votes}</span>}
    </div>
  );
});
