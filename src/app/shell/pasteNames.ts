import { namesCopied } from '../../editing/commands';

/**
 * What was copied from a map and is pasted into a text is what it is called, and not its data. Returns
 * what ends that.
 */
export function pasteNames(page: Document): () => void {
  page.addEventListener('paste', onPaste);
  return () => page.removeEventListener('paste', onPaste);
}

function onPaste(event: ClipboardEvent): void {
  const field = event.target;
  const isArea = field instanceof HTMLTextAreaElement;
  if (!isArea && !(field instanceof HTMLInputElement)) return;
  const names = namesCopied(event.clipboardData?.getData('text/plain') ?? '');
  // A field without a place for text, such as for a colour, has no use for a name.
  const { selectionStart, selectionEnd } = field;
  if (names === null || event.defaultPrevented || selectionStart === null) return;
  event.preventDefault();
  if (field.readOnly || field.disabled) return;
  const text = names.join(isArea ? '\n' : ', ');
  field.setRangeText(text, selectionStart, selectionEnd ?? selectionStart, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
}
