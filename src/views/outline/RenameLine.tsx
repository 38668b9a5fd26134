import { giveName } from '../../editing';
import { setField } from '../../map/edits';
import { LIMITS, type Target } from '../../map/schema';
import { useText } from '../../controls/LanguageProvider';
import { RenameBox } from '../../controls/RenameBox';
import { useEditor, useMap } from '../session';
import styles from './Outline.module.css';

/** Where the name of a kind of record is kept. */
export const nameKey = (collection: Target['collection']) =>
  collection === 'transitions' ? 'label' : collection === 'notes' ? 'text' : 'name';

interface RenameLineProps {
  readonly target: Target;
  /** Ended by a key: the keyboard goes back to where it came from. */
  readonly onDone: () => void;
}

/** The name of a record while it is typed in a list or a table. */
export function RenameLine({ target, onDone }: RenameLineProps) {
  const t = useText();
  const editor = useEditor();
  const { collection, id } = target;
  const key = nameKey(collection);
  const name = useMap((map) => {
    const record = map[collection][id] as Readonly<Record<string, unknown>> | undefined;
    return typeof record?.[key] === 'string' ? record[key] : '';
  });
  return (
    <RenameBox
      name={name}
      label={t('field.name')}
      maxLength={key === 'text' ? LIMITS.text : LIMITS.name}
      className={styles.rename}
      onTake={(text) => {
        // Another name may be typed by now, or this one given up by a command.
        const { renaming } = editor.store.getState();
        if (renaming === null) return;
        const made = renaming.id === id ? renaming.made : undefined;
        giveName(editor, target, setField(collection, id, [key], text), made);
      }}
      onEnd={(by) => {
        editor.rename(null);
        if (by !== 'leave') onDone();
      }}
    />
  );
}
