import type { KeyboardEvent as ReactKeyboardEvent } from 'react';

const FIELD =
  'textarea, select, input:not([type=checkbox], [type=radio], [type=range], [type=button])';

/** True where typing belongs to the element that has the focus. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(FIELD));
}

/** The fields of a key event that show whether an input method takes the key. */
interface Composing {
  readonly isComposing: boolean;
  readonly keyCode: number;
}

/** What browsers report as `keyCode` of a key that went to the input method. */
const TAKEN_BY_INPUT_METHOD = 229;

/**
 * True while an input method has the key: its Enter accepts a candidate, its Escape drops one, its arrows choose
 * among them. Safari ends the composition before it reports that Enter, which then shows by the key code alone.
 */
export function isComposing(event: Composing | { readonly nativeEvent: Composing }): boolean {
  const native = 'nativeEvent' in event ? event.nativeEvent : event;
  return native.isComposing || native.keyCode === TAKEN_BY_INPUT_METHOD;
}

/**
 * Keeps what a field uses from what is around it: keys that type, edit and move in it. Shortcuts go on to the page,
 * which knows which of them hold in a field.
 */
export function keepTyping(event: ReactKeyboardEvent): void {
  const isChord = event.ctrlKey || event.metaKey || event.altKey || /^F\d/.test(event.key);
  if (!isChord) event.stopPropagation();
}

/**
 * For the `onEscapeKeyDown` of Radix, which hears of the key before the field does: what drops a candidate or
 * gives a typed name up does not close the layer around the field.
 */
export function unlessForField(event: KeyboardEvent): void {
  const { target } = event;
  const isUsed = target instanceof HTMLElement && target.dataset['usesEscape'] !== undefined;
  if (isUsed || isComposing(event)) event.preventDefault();
}
