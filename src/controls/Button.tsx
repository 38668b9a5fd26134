import type { ComponentProps, ReactNode } from 'react';
import styles from './Button.module.css';
import { cx } from './cx';

/** Also takes the props of a `<button>`; `type` is `button` by default. */
export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` once a view at most: the thing to do next. */
  readonly variant?: 'primary' | 'secondary' | 'ghost' | 'danger';
  readonly size?: 'sm' | 'md' | 'lg';
  readonly icon?: ReactNode;
}

/** A button with words on it. */
export function Button({
  variant = 'secondary',
  size = 'md',
  icon,
  className,
  children,
  ...props
}: ButtonProps) {
  return (
    <button
      type="button"
      className={cx(styles.button, styles[variant], styles[size], className)}
      {...props}
    >
      {icon}
      {children}
    </button>
  );
}
