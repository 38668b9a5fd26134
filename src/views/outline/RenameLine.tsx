import { useState } from 'react';
import { setField } from '../../map/edits';
import type { Target } from '../../map/schema';
import { useText } from '../controls/LanguageProvider';
import { TextField } from '../controls/TextField';
import { useEditor, useMap } from '../session/EditorContext';

/** Where the name of a kind of record is kept. */
const nameKey = (collection: Target['collection']) =>
  collection === 'transitions' ? 'label' : collection === 'notes' ? 'text' : 'name';

/** A name being typed in place: Enter keeps it, Escape leaves it as it was. */
export function RenameLine({ target, onDone }: { target: Target; onDone: () => void }) {
  const t = useText();
  const editor = useEditor();
  const { collection, id } = target;
  const key = nameKey(collection);
  const name = useMap((map) => {
    const record = map[collection][id] as Readonly<Record<string, unknown>> | undefined;
    return typeof record?.[key] === 'string' ? record[key] : '';
  });
  const [draft, setDraft] = useState(name);

  function done(text: string | null) {
    if (editor.store.getState().renaming === null) return;
    editor.rename(null);
    if (text !== null && text !== name) {
      editor.edit('command.edit.rename', setField(collection, id, [key], text));
    }
    onDone();
  }

  return (
    // Keys typed into the name belong to the field, not to the tree around it.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- see above
    <span
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') done(null);
      }}
    >
      <TextField
        label={t('field.name')}
        hideLabel
        // eslint-disable-next-line jsx-a11y/no-autofocus -- renaming begins in the field
        autoFocus
        value={draft}
        onChange={setDraft}
        onCommit={done}
      />
    </span>
  );
}
