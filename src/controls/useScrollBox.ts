import { useCallback, useState, type RefCallback } from 'react';

/** Where a list stands. */
export interface ScrollBox {
  /** The nearest element around the list that scrolls down. */
  readonly scroller: Element;
  /** From the top of all that scrolls to the top of the list, in CSS pixels. */
  readonly margin: number;
}

/** The scroll box of a list, null until the returned ref is set on the list. */
export function useScrollBox(): readonly [ScrollBox | null, RefCallback<HTMLElement>] {
  const [box, setBox] = useState<ScrollBox | null>(null);
  const attach = useCallback((list: HTMLElement | null) => {
    if (!list) return;
    const scroller = scrollerOf(list);
    const measure = () => {
      const margin = Math.round(
        topOf(list) - topOf(scroller) - scroller.clientTop + scroller.scrollTop,
      );
      setBox((before) =>
        before?.scroller === scroller && before.margin === margin ? before : { scroller, margin },
      );
    };
    measure();
    // Whatever grows above the list makes one of these grow, too.
    const observer = new ResizeObserver(measure);
    let around = list.parentElement;
    while (around && around !== scroller) {
      observer.observe(around);
      around = around.parentElement;
    }
    return () => observer.disconnect();
  }, []);
  return [box, attach];
}

const topOf = (element: Element) => element.getBoundingClientRect().top;

function scrollerOf(list: Element): Element {
  for (let around = list.parentElement; around; around = around.parentElement) {
    const { overflowY } = getComputedStyle(around);
    if (overflowY === 'auto' || overflowY === 'scroll') return around;
  }
  return document.documentElement;
}
