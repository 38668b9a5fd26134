import { useMemo } from 'react';
import { isFocusFree } from './focus';

/**
 * Returns the focus to where it was when a window opened, unless something else has taken it meanwhile. Radix
 * returns it to a trigger alone, and a window that a key or a command opens has none. Spread the result onto the
 * window's content.
 */
export function useReturnFocus(isOpen: boolean) {
  // Asked while rendering: a field of the window may take the focus as soon as it is there.
  const before = useMemo(
    () => (isOpen && !isFocusFree() ? document.activeElement : null),
    [isOpen],
  );
  return {
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      if (isFocusFree() && before instanceof HTMLElement && before.isConnected) {
        before.focus({ preventScroll: true });
      }
    },
  };
}
