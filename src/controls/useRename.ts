import {
  type FocusEvent,
  type KeyboardEvent,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';
import { holdDraft } from './drafts';
import { isComposing, keepTyping } from './typing';

/** What ended the typing of a name. */
export type RenameEnd = 'enter' | 'escape' | 'leave';

/** For a box that goes when the typing ends; `OpenNameOptions` are for a field that stays. */
export interface RenameOptions {
  /** What it is called now. */
  readonly name: string;
  /** Lines and spaces stay as they were typed, and Enter breaks a line: Ctrl+Enter takes. */
  readonly multiline?: boolean;
  /** Called with the new name if another one was typed. */
  readonly onTake: (name: string) => void;
  /** Called once, after the name was taken or given up, with the box it was typed in. */
  readonly onEnd: (by: RenameEnd, box: Element) => void;
  /** Takes the name and goes on by so much. Without it Tab leaves the box like any other. */
  readonly onTab?: ((by: 1 | -1) => void) | undefined;
}

/**
 * What a typed name becomes: in one line, without spaces around it; null where it stays the same. A
 * name nobody has touched keeps its spaces.
 */
export function typedName(name: string, draft: string, multiline = false): string | null {
  const clean = multiline ? draft : draft.replace(/\s+/g, ' ').trim();
  return draft === name || clean === name ? null : clean;
}

/**
 * What the typing leaves as the name. Escape gives a new name for an old one up; a first name is taken all
 * the same, for nothing that was typed may be lost.
 */
export function nameAfter(name: string, draft: string, by: RenameEnd, multiline = false): string {
  if (by === 'escape' && name.trim() !== '') return name;
  return typedName(name, draft, multiline) ?? name;
}

/**
 * A name while it is typed: Enter and leaving take it, Escape gives it up; see {@link nameAfter}. It
 * ends once. A field that is always open is {@link useOpenName}.
 */
export function useRename({ name, multiline = false, onTake, onEnd, onTab }: RenameOptions) {
  const [draft, setDraft] = useState(name);
  const hasEnded = useRef(false);

  function end(by: RenameEnd | 1 | -1, box: Element) {
    if (hasEnded.current) return;
    hasEnded.current = true;
    const next = nameAfter(name, draft, typeof by === 'number' ? 'leave' : by, multiline);
    if (next !== name) onTake(next);
    if (typeof by === 'number') onTab?.(by);
    else onEnd(by, box);
  }

  // A page that goes away need not blur its box first.
  const take = useEffectEvent(() => {
    const next = typedName(name, draft, multiline);
    if (!hasEnded.current && next !== null) onTake(next);
  });
  useEffect(() => {
    const letGo = holdDraft(() => take());
    return () => {
      letGo();
      // A box that goes with its view is not blurred first.
      take();
    };
  }, []);

  function onKeyDown(event: KeyboardEvent) {
    // Keys typed into a name belong to the box, not to the canvas, tree or table around it.
    keepTyping(event);
    if (isComposing(event)) return;
    const { key, shiftKey, altKey, currentTarget: box } = event;
    const isEnter = key === 'Enter' && !altKey;
    if (key === 'Escape') end('escape', box);
    else if (isEnter && (!multiline || event.metaKey || event.ctrlKey)) end('enter', box);
    else if (key === 'Tab' && onTab) end(shiftKey ? -1 : 1, box);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const onBlur = (event: FocusEvent) => {
    end('leave', event.currentTarget);
  };
  return { draft, setDraft, onKeyDown, onBlur };
}
