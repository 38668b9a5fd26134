import * as Radix from '@radix-ui/react-context-menu';
import { use, useEffect, type SyntheticEvent } from 'react';
import { MenuLines } from './MenuLines';
import type { MenuItem } from './menuItems';
import styles from './Menu.module.css';
import type { MenuTrigger } from './menuTrigger';
import { isFocusFree } from './focus';

interface ContextMenuLayerProps {
  readonly trigger: MenuTrigger;
  /** What asked for the menu before its code was here. */
  readonly waiting: MouseEvent | null;
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** Its lines are complete when this has come; what asks for the menu before is `waiting`. */
  readonly wait: Promise<unknown> | null;
  readonly onOpenChange: (open: boolean) => void;
}

/** Radix' context menu around a trigger that nobody sees. */
export function ContextMenuLayer(props: ContextMenuLayerProps) {
  const { trigger, waiting, label, items, wait, onOpenChange } = props;
  if (wait) use(wait);
  const { attach, open } = trigger;
  useEffect(() => {
    if (waiting) open(waiting);
  }, [waiting, open]);

  /** Radix did not see the key that asked for a menu before its code was here. */
  function focusFirst(menu: HTMLElement | null) {
    if (!menu || (waiting?.button ?? 2) === 2) return;
    requestAnimationFrame(() => {
      menu.querySelector<HTMLElement>('[role^=menuitem]:not([data-disabled])')?.focus();
    });
  }

  return (
    <Radix.Root modal={false} onOpenChange={onOpenChange}>
      <Radix.Trigger
        ref={attach}
        hidden
        onContextMenu={stop}
        onPointerDown={stop}
        onPointerMove={stop}
        onPointerUp={stop}
        onPointerCancel={stop}
      />
      <Radix.Portal>
        <Radix.Content
          ref={focusFirst}
          className={styles.menu}
          collisionPadding={8}
          aria-label={label}
          loop
          onCloseAutoFocus={(event) => {
            // What a line of the menu opened may have taken the keyboard meanwhile.
            if (!isFocusFree()) event.preventDefault();
          }}
        >
          <MenuLines items={items} parts={Radix} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** What is around the trigger has had the event already. */
function stop(event: SyntheticEvent): void {
  event.stopPropagation();
}
