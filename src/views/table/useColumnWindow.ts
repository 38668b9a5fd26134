import { useLayoutEffect, useState, type RefObject, type UIEvent } from 'react';

/** Columns beyond either edge that are mounted already, so that scrolling shows no gaps. */
const AHEAD = 4;
/** Mounted before anything is measured. */
const FIRST = 40;

export interface ColumnWindow {
  /** First and last column, both inclusive, to mount. */
  readonly start: number;
  readonly end: number;
  readonly onScroll: (event: UIEvent<HTMLElement>) => void;
}

/**
 * Which columns are in sight, so that a journey of any length mounts only those. The first child of
 * the element that scrolls is the sheet, as wide as all columns and the lanes' heads.
 */
export function useColumnWindow(
  scroller: RefObject<HTMLElement | null>,
  count: number,
): ColumnWindow {
  const [{ start, end }, setRange] = useState<Range>({ start: 0, end: FIRST });

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    // It also tells the first size, and any other after the journey has grown.
    const observer = new ResizeObserver(() =>
      setRange((before) => changed(before, rangeOf(box, count))),
    );
    observer.observe(box);
    return () => observer.disconnect();
  }, [scroller, count]);

  return {
    start,
    end: Math.min(count - 1, end),
    onScroll: ({ currentTarget }) =>
      setRange((before) => changed(before, rangeOf(currentTarget, count))),
  };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** The old object where nothing changed, so that nothing renders. */
function changed(before: Range, after: Range | null): Range {
  if (!after || (before.start === after.start && before.end === after.end)) return before;
  return after;
}

/** Null where nothing is laid out. */
function rangeOf(box: HTMLElement, count: number): Range | null {
  const sheet = box.firstElementChild;
  const corner = sheet?.querySelector('[data-corner]');
  if (!(sheet instanceof HTMLElement) || !(corner instanceof HTMLElement)) return null;
  const column = (sheet.offsetWidth - corner.offsetWidth) / count;
  if (!(column > 0)) return null;
  const first = Math.floor(box.scrollLeft / column) - AHEAD;
  const shown = Math.ceil((box.clientWidth - corner.offsetWidth) / column);
  return { start: Math.max(0, first), end: first + shown + 2 * AHEAD };
}
