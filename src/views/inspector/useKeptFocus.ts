import { useEffect, useRef, type RefObject } from 'react';
import { isFocusFree } from '../../controls/focus';

const CONTROL = 'button, input, select, textarea, [tabindex="0"]';

/**
 * Keeps the keyboard's place where what had the focus goes away by its own doing: a button that adds and is
 * replaced by what it added, a row that is deleted. The focus goes to the first control of the same field.
 */
export function useKeptFocus(): RefObject<HTMLDivElement | null> {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    let focused: Element | null = null;
    let fields: readonly HTMLElement[] = [];
    const remember = ({ target }: FocusEvent) => {
      focused = target as Element;
      fields = fieldsAround(focused);
    };
    const observer = new MutationObserver(() => {
      if (!focused || focused.isConnected || !isFocusFree()) return;
      focused = null;
      controlOf(fields)?.focus();
    });
    element.addEventListener('focusin', remember);
    observer.observe(element, { childList: true, subtree: true });
    return () => {
      element.removeEventListener('focusin', remember);
      observer.disconnect();
    };
  }, []);
  return root;
}

/** The field an element is in and the fields around that, the nearest first. */
function fieldsAround(element: Element): readonly HTMLElement[] {
  const field = element.closest<HTMLElement>('[data-field]');
  if (!field) return [];
  return field.parentElement ? [field, ...fieldsAround(field.parentElement)] : [field];
}

function controlOf(fields: readonly HTMLElement[]): HTMLElement | undefined {
  const here = fields.find((field) => field.isConnected && field.querySelector(CONTROL));
  return here?.querySelector<HTMLElement>(CONTROL) ?? undefined;
}
