/** Puts a text where the caret of a field is, as if it had been typed or pasted; false where a field has no caret. */
export function insertText(
  field: HTMLInputElement | HTMLTextAreaElement,
  text: string,
  inputType: 'insertText' | 'insertFromPaste',
): boolean {
  const { selectionStart, selectionEnd } = field;
  // A field without a place for text, such as for a colour.
  if (selectionStart === null) return false;
  field.setRangeText(text, selectionStart, selectionEnd ?? selectionStart, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType }));
  return true;
}

/** Is this a field for text with a caret? */
export function isTextField(
  target: EventTarget | null,
): target is HTMLInputElement | HTMLTextAreaElement {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
}
