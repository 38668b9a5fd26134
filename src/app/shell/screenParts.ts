/** Marks a part of the screen that the keyboard goes to as a whole: the bar, the view, a panel. */
export const SCREEN_PART = { 'data-part': '' } as const;

const TABBABLE = 'a[href], button, input, select, textarea, [tabindex="0"]';

/** Where the focus was when it left a part: who comes back goes on there. */
const left = new WeakMap<Element, HTMLElement>();

/**
 * Moves the focus to the next part of the screen (1) or the one before (−1), round and round. Within the
 * canvas Tab follows the journey, so this is the way out of it and back.
 */
export function moveToPart(by: 1 | -1): void {
  const parts = [...document.querySelectorAll<HTMLElement>('[data-part]')];
  const focused = document.activeElement;
  const around = parts.findIndex((part) => part.contains(focused));
  // Where nothing has the focus, what was last done was done in the view.
  const from = around < 0 ? parts.findIndex(({ tagName }) => tagName === 'MAIN') : around;
  const here = parts[around];
  if (here && focused instanceof HTMLElement) left.set(here, focused);
  const next = parts[(from + by + parts.length) % parts.length];
  if (next) entryOf(next).focus();
}

function entryOf(part: HTMLElement): HTMLElement {
  const before = left.get(part);
  if (before?.isConnected) return before;
  const card = part.querySelector<HTMLElement>('[data-focus][tabindex="0"]');
  if (card) return card;
  const controls = [...part.querySelectorAll<HTMLElement>(TABBABLE)];
  const isOpen = (control: HTMLElement) =>
    control.tabIndex >= 0 && !control.matches(':disabled') && control.checkVisibility();
  return controls.find(isOpen) ?? part;
}
