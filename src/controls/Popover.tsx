import { Content, Portal, Root, Trigger } from '@radix-ui/react-popover';
import type { ReactElement, ReactNode } from 'react';
import styles from './Popover.module.css';
import { unlessForField } from './typing';

interface PopoverProps {
  /** A button. */
  readonly trigger: ReactElement;
  /** What opens, for screen readers. */
  readonly label: string;
  readonly children: ReactNode;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
  readonly align?: 'start' | 'center' | 'end';
}

/** A small panel beside its button. Escape and a click elsewhere close it. */
export function Popover({
  trigger,
  label,
  children,
  open,
  onOpenChange,
  side = 'bottom',
  align = 'start',
}: PopoverProps) {
  return (
    <Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      <Trigger asChild>{trigger}</Trigger>
      <Portal>
        <Content
          className={styles.popover}
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          aria-label={label}
          onEscapeKeyDown={unlessForField}
        >
          {children}
        </Content>
      </Portal>
    </Root>
  );
}
