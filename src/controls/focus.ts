/** Nothing in particular has the focus: the page as a whole, or its main part (see `app/useKeyboardHome`). */
export function isFocusFree(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body || activeElement.tagName === 'MAIN';
}
