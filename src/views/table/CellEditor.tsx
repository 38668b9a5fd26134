import { useRef, useState, type KeyboardEvent } from 'react';
import { isComposing, keepTyping } from '../../controls/typing';
import { useEditor } from '../session';
import styles from './Table.module.css';
import { type CellPlace, useGridActions } from './TableContext';

interface CellEditorProps {
  readonly place: CellPlace;
  readonly label: string;
  /** What is written now. */
  readonly value: string;
  /** What Escape writes again; differs from `value` where the text is another's. */
  readonly own: string;
  readonly write: (text: string) => void;
}

/**
 * A text being typed where it stands. Every letter is in the map at once, as one undo step; Enter
 * keeps it, Shift+Enter breaks the line, Tab goes on to the next cell, Escape puts back what was.
 */
export function CellEditor({ place, label, value, own, write }: CellEditorProps) {
  const editor = useEditor();
  const { leave } = useGridActions();
  const [draft, setDraft] = useState(value);
  const entered = useRef({ value, own });

  function onKeyDown(event: KeyboardEvent) {
    keepTyping(event);
    if (isComposing(event)) return;
    if (event.key === 'Escape') {
      if (draft !== entered.current.value) write(entered.current.own);
      done('stay');
    } else if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      done('stay');
    } else if (event.key === 'Tab') {
      event.preventDefault();
      done(event.shiftKey ? 'previous' : 'next');
    }
  }

  function done(where: 'stay' | 'next' | 'previous' | 'away') {
    editor.settle();
    leave(place, where);
  }

  return (
    <div className={styles.editor}>
      <textarea
        className={styles.area}
        dir="auto"
        aria-label={label}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- opened by the person who now types
        autoFocus
        value={draft}
        onFocus={(event) => event.target.select()}
        onBlur={() => done('away')}
        onKeyDown={onKeyDown}
        onChange={({ target }) => {
          setDraft(target.value);
          write(target.value);
        }}
      />
      <div className={styles.twin} aria-hidden="true">
        {draft}{' '}
      </div>
    </div>
  );
}
