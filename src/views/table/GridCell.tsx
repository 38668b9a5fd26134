import { type CSSProperties, type ReactNode } from 'react';
import { cx } from '../../controls/cx';
import styles from './Table.module.css';

/** Where a cell is, and how the grid sees it; `row` and `column` are keys. */
export interface CellProps {
  readonly row: string;
  readonly column: string;
  /** Place among the columns, from 0. */
  readonly index: number;
  readonly isActive: boolean;
  readonly isSelected: boolean;
}

/** One cell in its place; how it reads aloud is `label`, with its heads. */
export function GridCell({
  row,
  column,
  index,
  isActive,
  isSelected,
  label,
  className,
  children,
  ...rest
}: CellProps & {
  readonly label?: string;
  readonly className?: string | undefined;
  readonly children?: ReactNode;
  readonly onPointerEnter?: () => void;
  readonly onPointerLeave?: () => void;
}) {
  return (
    <div
      role="gridcell"
      aria-colindex={index + 2}
      aria-label={label}
      aria-selected={isSelected}
      tabIndex={isActive ? 0 : -1}
      data-row={row}
      data-column={column}
      data-active={isActive || undefined}
      className={cx(styles.cell, className)}
      style={{ '--place': index } as CSSProperties}
      {...rest}
    >
      {children}
    </div>
  );
}
