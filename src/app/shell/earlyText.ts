import { type KeyPress, typesText } from '../../editing';
import { isTyping } from '../../controls/typing';
import { insertText, isTextField } from './insertText';

/** A key press and where it was made. */
export interface TextPress extends KeyPress {
  readonly target: EventTarget | null;
}

/** Text that is typed for a box before the box is there. */
export interface EarlyText {
  /** Keeps a press that belongs into the box to come; false where it is none of them. */
  readonly take: (press: TextPress, apple: boolean) => boolean;
  /** Puts what was kept into a field, if it is one for text. */
  readonly insert: (field: Element | null) => void;
  readonly stop: () => void;
}

/**
 * Between a command that asks for a name and the box for it the browser renders, and people who type at
 * once must lose no letter, nor have it read as a shortcut. `isAsked` says whether a name is asked for;
 * what was typed goes into the field that next has the focus.
 */
export function earlyText(page: Document, isAsked: () => boolean): EarlyText {
  let text = '';

  function take(press: TextPress, apple: boolean): boolean {
    if (!isAsked()) text = '';
    if (!isAsked() || isTyping(press.target)) return false;
    if (press.key === 'Backspace') text = Array.from(text).slice(0, -1).join('');
    else if (press.key.length === 1 && typesText(press, apple)) text += press.key;
    // Return would act on what is selected, which nobody sees yet.
    else return press.key === 'Delete' || press.key === 'Enter';
    return true;
  }

  function insert(field: Element | null): void {
    if (text === '' || !isTextField(field)) return;
    const early = text;
    text = '';
    if (isAsked()) insertText(field, early, 'insertText');
  }

  function onFocusIn(): void {
    // The box selects what it holds right after it took the focus.
    queueMicrotask(() => insert(page.activeElement));
  }

  page.addEventListener('focusin', onFocusIn);
  return { take, insert, stop: () => page.removeEventListener('focusin', onFocusIn) };
}
