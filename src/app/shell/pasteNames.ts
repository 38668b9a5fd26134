import { namesCopied } from '../../editing/commands';
import { insertText, isTextField } from './insertText';

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
  if (!isTextField(field)) return;
  const names = namesCopied(event.clipboardData?.getData('text/plain') ?? '');
  if (names === null || event.defaultPrevented || field.selectionStart === null) return;
  event.preventDefault();
  if (field.readOnly || field.disabled) return;
  const isArea = field instanceof HTMLTextAreaElement;
  insertText(field, names.join(isArea ? '\n' : ', '), 'insertFromPaste');
}
