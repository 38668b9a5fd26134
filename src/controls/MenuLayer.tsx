import * as Radix from '@radix-ui/react-dropdown-menu';
import { use, useRef } from 'react';
import { MenuLines } from './MenuLines';
import type { MenuItem, MenuPlace } from './menuItems';
import styles from './Menu.module.css';
import { isFocusFree } from './focus';

/** `side` and `align` say where the menu stands at its place, as long as there is room. */
export interface MenuLayerProps {
  readonly place: MenuPlace;
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly side: 'top' | 'right' | 'bottom' | 'left';
  readonly align: 'start' | 'center' | 'end';
  /** Its lines are complete when this has come. */
  readonly wait?: Promise<unknown> | null;
  readonly onClose: () => void;
}

/**
 * An open menu. It is fetched when somebody opens the first one, so it hangs on a stand-in that lies
 * over what it belongs to: the button itself must not render again for it.
 */
export function MenuLayer({
  place,
  label,
  items,
  side,
  align,
  wait = null,
  onClose,
}: MenuLayerProps) {
  if (wait) use(wait);
  const { rect, owner, byKeyboard } = place;
  const leftByHand = useRef(false);

  function focusFirst(menu: HTMLElement | null) {
    if (!menu || !byKeyboard) return;
    requestAnimationFrame(() => {
      menu.querySelector<HTMLElement>('[role^=menuitem]:not([data-disabled])')?.focus();
    });
  }

  return (
    <Radix.Root
      open
      modal={false}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Radix.Portal>
        <Radix.Trigger asChild>
          <span
            className={styles.place}
            aria-label={label}
            aria-hidden="true"
            style={{ left: rect.x, top: rect.y, width: rect.width, height: rect.height }}
          />
        </Radix.Trigger>
      </Radix.Portal>
      <Radix.Portal>
        <Radix.Content
          ref={focusFirst}
          className={styles.menu}
          side={side}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
          loop
          onInteractOutside={(event) => {
            const { target } = event.detail.originalEvent;
            // The button that opened the menu closes it itself.
            const isOwn = target instanceof Node && owner.contains(target);
            if (isOwn) event.preventDefault();
            else leftByHand.current = true;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            // What a line of the menu opened may have taken the keyboard meanwhile.
            if (!leftByHand.current && isFocusFree()) owner.focus();
          }}
        >
          <MenuLines items={items} parts={Radix} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
