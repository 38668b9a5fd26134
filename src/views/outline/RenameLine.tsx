import { useEffect, useRef, useState } from 'react';
import { setField } from '../../map/edits';
import type { Target } from '../../map/schema';
import { useText } from '../../controls/LanguageProvider';
import { TextField } from '../../controls/TextField';
import { useEditor, useMap } from '../session/EditorContext';
import styles from './Outline.module.css';

/** Where the name of a kind of record is kept. */
export const nameKey = (collection: Target['collection']) =>
  collection === 'transitions' ? 'label' : collection === 'notes' ? 'text' : 'name';

export interface RenameLineProps {
  readonly target: Target;
  /** Ended by a key: the keyboard goes back to where it came from. */
  readonly onDone: () => void;
}

/** A name being typed in place: Enter and leaving keep it, Escape leaves it as it was. */
export function RenameLine({ target, onDone }: RenameLineProps) {
  const t = useText();
  const editor = useEditor();
  const { collection, id } = target;
  const key = nameKey(collection);
  const name = useMap((map) => {
    const record = map[collection][id] as Readonly<Record<string, unknown>> | undefined;
    return typeof record?.[key] === 'string' ? record[key] : '';
  });
  const field = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState(name);

  useEffect(() => {
    field.current?.select();
  }, []);

  function finish(text: string | null) {
    if (editor.store.getState().renaming === null) return;
    editor.rename(null);
    if (text !== null && text !== name) {
      editor.edit('command.edit.rename', setField(collection, id, [key], text));
    }
  }

  return (
    // Keys typed into the name belong to the field, not to the tree around it.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- see above
    <span
      className={styles.rename}
      onKeyDownCapture={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        finish(null);
        onDone();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) onDone();
      }}
    >
      <TextField
        ref={field}
        label={t('field.name')}
        hideLabel
        // eslint-disable-next-line jsx-a11y/no-autofocus -- renaming begins in the field
        autoFocus
        value={draft}
        onChange={setDraft}
        onCommit={finish}
      />
    </span>
  );
}
