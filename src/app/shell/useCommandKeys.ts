import { useEffect } from 'react';
import { onApple } from '../../controls/keyNames';
import { useCommandContext, useRunCommand, useSession } from '../../views/session/ShellContext';

/** True where typing belongs to the element that has the focus. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  if (!(target instanceof HTMLInputElement)) return false;
  return !['checkbox', 'radio', 'range', 'button'].includes(target.type);
}

/** True where the canvas, what is around it, or nothing has the focus: a button elsewhere keeps its Enter and its letters. */
function isOnCanvas(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || target === document.body) return true;
  // The skip link leads to the view, not into it.
  if (target.querySelector('[data-canvas]') !== null) return true;
  return target.closest('[data-canvas]') !== null && target.closest('button, a') === null;
}

/** Runs the command of each shortcut pressed anywhere on the page, unless a part has handled the key. */
export function useCommandKeys(): void {
  const { registry } = useSession();
  const context = useCommandContext();
  const run = useRunCommand();
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing) return;
      // A dialog or a menu has the keyboard to itself.
      if (document.querySelector('[role=dialog],[role=alertdialog],[role=menu]')) return;
      const command = registry.forKey(event, onApple(), context());
      if (!command || (event.repeat && !command.repeats)) return;
      if (isTyping(event.target) && !command.inTextFields) return;
      if (command.byBrowser || (command.onCanvas && !isOnCanvas(event.target))) return;
      event.preventDefault();
      run(command);
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
}
