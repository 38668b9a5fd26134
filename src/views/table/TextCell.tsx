import { memo } from 'react';
import { setField } from '../../map/edits';
import { useText } from '../../controls/LanguageProvider';
import { useEditor } from '../session';
import { CellEditor } from './CellEditor';
import { type ExperienceText, type Person, writeText } from '../../map/table';
import { type CellProps, GridCell } from './GridCell';
import styles from './Table.module.css';

interface TextCellProps extends CellProps {
  /** A part of the touchpoint's experience, or a lane's own text. */
  readonly kind: ExperienceText | 'custom';
  /** Whose experience, or which lane of own texts. */
  readonly holder: Person;
  readonly laneName: string;
  readonly touchpointName: string;
  readonly text: string;
  /** A persona has no text of their own here: what is shown holds for everyone. */
  readonly isShared: boolean;
  /** Everyone's text stands above already, so that only what differs is worth saying. */
  readonly isRepeated: boolean;
  readonly isEditing: boolean;
}

/** What people do, think, feel, or what a team wants to note, at one touchpoint. */
export const TextCell = memo(function TextCell(props: TextCellProps) {
  const { kind, holder, laneName, touchpointName, text, isShared, isRepeated, isEditing, ...cell } =
    props;
  const t = useText();
  const editor = useEditor();
  const { row, column } = cell;
  const read = text === '' ? t('table.cell.empty') : text;
  const said = isShared && text !== '' ? t('table.cell.asEveryone', { text }) : read;
  const label = t('table.cell', { lane: laneName, touchpoint: touchpointName, text: said });

  function write(next: string) {
    const edit =
      kind === 'custom'
        ? setField('lanes', holder ?? '', ['cells', column], next === '' ? undefined : next)
        : writeText(column, holder, kind, next);
    editor.edit('table.edit.text', edit, { gesture: `table/${row}/${column}` });
  }

  return (
    <GridCell {...cell} label={label} className={styles.textCell}>
      {isEditing ? (
        <CellEditor
          place={{ row, column }}
          label={`${laneName}, ${touchpointName}`}
          value={text}
          own={isShared ? '' : text}
          write={write}
        />
      ) : (
        <p className={styles.text} data-shared={isShared || undefined} dir="auto">
          {isRepeated ? '' : text}
        </p>
      )}
    </GridCell>
  );
});
