import { type RefObject, useLayoutEffect, useState } from 'react';
import { useInSight } from '../../controls/useInSight';

/** Columns beyond either edge that are mounted already, so that scrolling shows no gaps. */
const AHEAD = 4;

/** The columns to mount. */
export interface ColumnsInSight {
  /** In order: those in sight, and the kept one. */
  readonly indexes: readonly number[];
  /** First and last column in sight, both inclusive. */
  readonly start: number;
  readonly end: number;
}

/**
 * Which columns are in sight, so that a journey of any length mounts only those and `kept`. The first
 * child of the element that scrolls is the sheet, as wide as all columns and the lanes' heads.
 */
export function useColumns(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  kept: number,
): ColumnsInSight {
  const { lane, column } = useWidths(scroller, count);
  const columns = useInSight({
    count,
    horizontal: true,
    getScrollElement: () => scroller.current,
    paddingStart: lane,
    estimateSize: () => column,
    overscan: AHEAD,
    kept: [kept],
  });
  // All columns are as wide: another width moves them all.
  useLayoutEffect(() => columns.measure(), [columns, column]);

  const indexes = columns.getVirtualItems().map(({ index }) => index);
  const { startIndex = 0, endIndex = 0 } = columns.range ?? {};
  return {
    indexes,
    start: Math.max(0, startIndex - AHEAD),
    end: Math.min(count - 1, endIndex + AHEAD),
  };
}

/** In CSS pixels. */
interface Widths {
  /** Of the lanes' heads. */
  readonly lane: number;
  readonly column: number;
}

/** The widths as laid out: the style sheet gives them in units of the text's size, and others on a phone. */
function useWidths(scroller: RefObject<HTMLElement | null>, count: number): Widths {
  const [widths, setWidths] = useState<Widths>({ lane: 176, column: 188 });
  useLayoutEffect(() => {
    const sheet = scroller.current?.firstElementChild;
    const corner = sheet?.querySelector('[data-corner]');
    if (!(sheet instanceof HTMLElement) || !(corner instanceof HTMLElement)) return;
    // It also reports the first size.
    const observer = new ResizeObserver(() => {
      const lane = corner.offsetWidth;
      const column = (sheet.offsetWidth - lane) / count;
      if (!(column > 0)) return;
      setWidths((now) => (now.lane === lane && now.column === column ? now : { lane, column }));
    });
    observer.observe(sheet);
    observer.observe(corner);
    return () => observer.disconnect();
  }, [scroller, count]);
  return widths;
}
