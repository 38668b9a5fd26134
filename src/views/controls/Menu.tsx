import * as Radix from '@radix-ui/react-dropdown-menu';
import type { ReactElement } from 'react';
import { MenuLines } from './MenuLines';
import type { MenuItem } from './menuItems';
import styles from './Menu.module.css';

export interface MenuProps {
  /** A button. */
  readonly trigger: ReactElement;
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
  readonly align?: 'start' | 'center' | 'end';
  readonly onOpenChange?: (open: boolean) => void;
}

/** A menu that opens from a button. Its lines are data, so that one command registry can feed it. */
export function Menu({
  trigger,
  label,
  items,
  side = 'bottom',
  align = 'start',
  onOpenChange,
}: MenuProps) {
  return (
    <Radix.Root modal={false} {...(onOpenChange ? { onOpenChange } : {})}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className={styles.menu}
          side={side}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
          loop
        >
          <MenuLines items={items} parts={Radix} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
