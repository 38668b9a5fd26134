import type { ComponentProps } from 'react';
import { cx } from './cx';
import styles from './IconButton.module.css';
import { Tooltip, type TooltipProps } from './Tooltip';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'title'> {
  /** Its name, also shown as the tooltip. */
  readonly label: string;
  /** A word of the label that stands beside the icon where the bar has room (`--captions: block`). */
  readonly caption?: string;
  /** Keys that do the same, e.g. `Mod+Z`. */
  readonly keys?: string;
  readonly size?: 'sm' | 'md';
  /** For a button that stays down: on or off. */
  readonly pressed?: boolean;
  readonly tooltipSide?: NonNullable<TooltipProps['side']>;
}

/** A button with an icon; always named, always with a tooltip, and with its word where there is room. */
export function IconButton({
  label,
  caption,
  keys,
  size = 'md',
  pressed,
  tooltipSide = 'bottom',
  className,
  children,
  ...props
}: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys} side={tooltipSide}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        className={cx(styles.button, styles[size], caption && styles.captioned, className)}
        {...props}
      >
        {children}
        {caption && <span className={styles.caption}>{caption}</span>}
      </button>
    </Tooltip>
  );
}
