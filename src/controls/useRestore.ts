import { useRef, type KeyboardEvent } from 'react';
import { isComposing } from './typing';

/**
 * Escape puts back what a field held when it was entered; a second Escape is left to whatever is
 * around it. Spread `onFocus` and `onKeyDown` onto the input.
 */
export function useRestore<Value>(value: Value, restore: (value: Value) => void) {
  const entered = useRef(value);
  return {
    onFocus: () => {
      entered.current = value;
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || isComposing(event)) return;
      if (Object.is(entered.current, value)) return;
      event.stopPropagation();
      event.preventDefault();
      restore(entered.current);
    },
  };
}
