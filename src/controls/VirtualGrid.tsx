import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { cx } from './cx';
import styles from './VirtualGrid.module.css';
import { VirtualLines } from './VirtualLines';

interface VirtualGridProps<Item> {
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** Height of a row with its gap in CSS pixels until it is mounted and measured. */
  readonly estimate: number;
  /** A CSS grid that decides how many cells stand side by side. */
  readonly className: string | undefined;
  readonly children: (item: Item) => ReactNode;
}

interface Row<Item> {
  readonly key: string;
  readonly items: readonly Item[];
}

/** A list whose items stand in rows of a grid, of which only the rows in sight are mounted. */
export function VirtualGrid<Item>(props: VirtualGridProps<Item>) {
  const { items, keyOf, estimate, className, children } = props;
  const [columns, probe] = useColumnCount();
  const rows = useMemo(() => rowsOf(items, columns), [items, columns]);
  return (
    <div role="list" className={styles.rows}>
      <div ref={probe} className={className} role="presentation" />
      <VirtualLines items={rows} keyOf={({ key }) => key} estimate={estimate} ahead={2}>
        {(row, index) => (
          <div className={cx(className, styles.row)} role="presentation">
            {row.items.map((item, place) => (
              <div
                key={keyOf(item)}
                role="listitem"
                aria-setsize={items.length}
                aria-posinset={index * columns + place + 1}
                className={styles.cell}
              >
                {children(item)}
              </div>
            ))}
          </div>
        )}
      </VirtualLines>
    </div>
  );
}

/** A row is known by its place: an item that comes or goes leaves the rows, and the focus in them, where they are. */
function rowsOf<Item>(items: readonly Item[], columns: number): Row<Item>[] {
  return Array.from({ length: Math.ceil(items.length / columns) }, (_, row) => ({
    key: String(row),
    items: items.slice(row * columns, (row + 1) * columns),
  }));
}

/** How many columns an empty grid of the same tracks has, kept up with its width; and the ref for that grid. */
function useColumnCount() {
  const [columns, setColumns] = useState(1);
  const probe = useCallback((grid: HTMLElement | null) => {
    if (!grid) return;
    const count = () => {
      const { gridTemplateColumns } = getComputedStyle(grid);
      // Tracks are resolved to lengths where the grid is laid out, and only there.
      const tracks = gridTemplateColumns.split(' ').filter((track) => track.endsWith('px'));
      setColumns(Math.max(1, tracks.length));
    };
    count();
    const observer = new ResizeObserver(count);
    observer.observe(grid);
    return () => observer.disconnect();
  }, []);
  return [columns, probe] as const;
}
