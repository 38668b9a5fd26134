import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx';
import styles from './Table.module.css';

/** A table that scrolls in its own box, so that the page never scrolls sideways. */
export function Table({
  label,
  children,
  className,
}: {
  readonly label: string;
  readonly children: ReactNode;
  readonly className?: string;
}) {
  return (
    // A box that scrolls must be reachable by key.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
    <div className={cx(styles.scroll, className)} role="region" aria-label={label} tabIndex={0}>
      <table className={styles.table}>{children}</table>
    </div>
  );
}

interface HeadCellProps extends ComponentProps<'th'> {
  /** Right-aligned, with figures in columns. */
  readonly numeric?: boolean;
  readonly sort?: 'ascending' | 'descending' | 'none';
  readonly onSort?: () => void;
}

/** The head of a column (`scope="row"`: of a row), which may sort. */
export function HeadCell({ numeric, sort, onSort, children, className, ...props }: HeadCellProps) {
  const Arrow = sort === 'ascending' ? ArrowUp : ArrowDown;
  return (
    <th
      scope="col"
      aria-sort={sort}
      className={cx(styles.head, numeric && styles.numeric, className)}
      {...props}
    >
      {onSort ? (
        <button type="button" className={styles.sort} onClick={onSort}>
          {children}
          {sort !== undefined && sort !== 'none' && <Arrow aria-hidden="true" />}
        </button>
      ) : (
        children
      )}
    </th>
  );
}

/** A cell; `numeric` aligns figures in columns. */
export function Cell({
  numeric,
  className,
  ...props
}: ComponentProps<'td'> & { readonly numeric?: boolean }) {
  return <td className={cx(styles.cell, numeric && styles.numeric, className)} {...props} />;
}
