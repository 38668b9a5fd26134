import { type CSSProperties, type FocusEvent, type ReactNode, useCallback, useState } from 'react';
import { useInSight } from './useInSight';
import { useScrollBox } from './useScrollBox';
import styles from './VirtualLines.module.css';

interface VirtualLinesProps<Item> {
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** Height of a line in CSS pixels until it is mounted and measured. */
  readonly estimate: number;
  /** Lines beyond either edge that are mounted already, so that scrolling shows no gap; 8 where nothing is said. */
  readonly ahead?: number;
  /** Keys of lines to mount even out of sight. The line with the keyboard is kept in any case, with its neighbours. */
  readonly kept?: readonly string[];
  readonly children: (item: Item, index: number) => ReactNode;
}

/**
 * Lines below each other in a box that scrolls, of which only those in sight are mounted. The
 * elements around a line mean nothing to a screen reader: a line says its own role and place.
 */
export function VirtualLines<Item>(props: VirtualLinesProps<Item>) {
  const { items, keyOf, estimate, ahead = 8, kept = [], children } = props;
  const [box, attach] = useScrollBox();
  const [held, setHeld] = useState<string | null>(null);
  const indexOf = (key: string) => items.findIndex((item) => keyOf(item) === key);
  const getItemKey = useCallback(
    (index: number) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
    [items, keyOf],
  );
  const virtualizer = useInSight({
    count: items.length,
    enabled: box !== null,
    getScrollElement: () => box?.scroller ?? null,
    // A list that appears leaves its scroll box where it is.
    initialOffset: () => box?.scroller.scrollTop ?? 0,
    scrollMargin: box?.margin ?? 0,
    estimateSize: () => estimate,
    getItemKey,
    overscan: ahead,
    kept: [...kept.map(indexOf), ...around(held === null ? -1 : indexOf(held))],
  });

  function hold({ target, currentTarget }: FocusEvent) {
    // What a line opens in a layer of its own is within it for React only.
    if (!currentTarget.contains(target)) return;
    const place = target.closest<HTMLElement>('[data-index]');
    const item = items[Number(place?.dataset.index)];
    if (item !== undefined) setHeld(keyOf(item));
  }

  return (
    <div
      ref={attach}
      role="presentation"
      className={styles.lines}
      style={{ '--height': `${virtualizer.getTotalSize()}px` } as CSSProperties}
      onFocus={hold}
      onBlur={() => setHeld(null)}
    >
      {virtualizer.getVirtualItems().map(({ index, key, start }) => {
        const item = items[index];
        if (item === undefined) return null;
        const top = start - virtualizer.options.scrollMargin;
        return (
          <div
            key={key}
            ref={virtualizer.measureElement}
            role="presentation"
            data-index={index}
            className={styles.place}
            style={{ '--start': `${top}px` } as CSSProperties}
          >
            {children(item, index)}
          </div>
        );
      })}
    </div>
  );
}

/** A line and its neighbours: Tab finds the next one however fast it is pressed. */
const around = (index: number) => (index < 0 ? [] : [index - 1, index, index + 1]);
