import { type ChangeEvent, type FocusEvent, type KeyboardEvent, useState } from 'react';
import { isComposing } from './typing';
import { nameAfter, type RenameEnd } from './useRename';

/** For a field that stays on screen; `RenameOptions` are for a box that goes when the typing ends. */
export interface OpenNameOptions {
  /** What it is called now. */
  readonly name: string;
  /** Called at every keystroke, and once more where the end of the typing makes it another name. */
  readonly onChange: (name: string) => void;
  /** Called after each end of the typing; it can end several times, for the field stays open. */
  readonly onEnd: (by: RenameEnd, box: HTMLInputElement) => void;
}

/**
 * A name in a field that is always open, such as a map's title. It is not the box of {@link useRename},
 * which is there while somebody renames and keeps a draft of its own: every keystroke is written here, so
 * that nothing waits to be taken and a name changed elsewhere is shown at once. The typing ends in the same
 * way, and makes the same name of what was typed: {@link nameAfter} serves both. Spread the result onto
 * the input.
 */
export function useOpenName({ name, onChange, onEnd }: OpenNameOptions) {
  /** What it was called before the typing began. */
  const [before, setBefore] = useState(name);
  const [typed, setTyped] = useState<string | null>(null);
  // An undo or another tab can have changed the name since: then it is not this field's to give up.
  const isTyped = typed === name && typed !== before;

  function end(by: RenameEnd, box: HTMLInputElement) {
    if (isTyped) {
      const next = nameAfter(before, name, by);
      if (next !== name) onChange(next);
      setBefore(next);
    }
    setTyped(null);
    onEnd(by, box);
  }

  return {
    value: name,
    // The layer around it hears of Escape first: see `unlessForField`.
    'data-uses-escape': isTyped || undefined,
    onFocus: () => {
      setBefore(name);
      setTyped(null);
    },
    onChange: ({ target: { value } }: ChangeEvent<HTMLInputElement>) => {
      if (typed !== name) setBefore(name);
      setTyped(value);
      onChange(value);
    },
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
      if (isComposing(event)) return;
      if (event.key === 'Enter') end('enter', event.currentTarget);
      if (event.key !== 'Escape' || !isTyped) return;
      event.preventDefault();
      event.stopPropagation();
      end('escape', event.currentTarget);
    },
    onBlur: ({ currentTarget }: FocusEvent<HTMLInputElement>) => {
      end('leave', currentTarget);
    },
  };
}
