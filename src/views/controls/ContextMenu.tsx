import * as Radix from '@radix-ui/react-context-menu';
import type { ReactElement } from 'react';
import { MenuLines } from './MenuLines';
import type { MenuItem } from './menuItems';
import styles from './Menu.module.css';

export interface ContextMenuProps {
  /** What is clicked: one element that takes a ref and props. */
  readonly children: ReactElement;
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly onOpenChange?: (open: boolean) => void;
}

/** The menu of a right click, a long press or Shift+F10. */
export function ContextMenu({ children, label, items, onOpenChange }: ContextMenuProps) {
  return (
    <Radix.Root modal={false} {...(onOpenChange ? { onOpenChange } : {})}>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className={styles.menu} collisionPadding={8} aria-label={label} loop>
          <MenuLines items={items} parts={Radix} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
