import { useEffect } from 'react';
import { namesCopied } from '../../editing/commands/edit';

/** What was copied from a map and is pasted into a text is what it is called, and not its data. */
export function usePastedNames(): void {
  useEffect(() => {
    function onPaste(event: ClipboardEvent) {
      const field = event.target;
      const isArea = field instanceof HTMLTextAreaElement;
      if (!isArea && !(field instanceof HTMLInputElement)) return;
      // A field without a place for text, such as for a colour, has no use for a name.
      const { selectionStart, selectionEnd } = field;
      const names = namesCopied(event.clipboardData?.getData('text/plain') ?? '');
      if (names === null || event.defaultPrevented || selectionStart === null) return;
      event.preventDefault();
      if (field.readOnly || field.disabled) return;
      const text = names.join(isArea ? '\n' : ', ');
      field.setRangeText(text, selectionStart, selectionEnd ?? selectionStart, 'end');
      field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
    }
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);
}
