import type { PointerEvent as ReactPointerEvent } from 'react';

/** The hidden element that opens a context menu: it receives the events of what the menu belongs to. */
export interface MenuTrigger {
  /** The element, or null while the menu's code is not here. */
  readonly attach: (element: HTMLElement | null) => void;
  /** Asks for the menu at the event's point; false while the menu's code is not here. */
  readonly open: (event: MouseEvent) => boolean;
  /** A press, or what ends one: a finger or pen that rests opens the menu as well. */
  readonly press: (event: ReactPointerEvent<HTMLElement>) => void;
  /** The press that has opened the menu, once; null where the browser sent an event for it. */
  readonly takePress: () => ReactPointerEvent<HTMLElement> | null;
}

/** Nothing is attached yet: `open` returns false until the menu is mounted. */
export function createMenuTrigger(): MenuTrigger {
  let trigger: HTMLElement | null = null;
  let pressed: ReactPointerEvent<HTMLElement> | null = null;
  return {
    attach(element) {
      trigger = element;
    },
    open(event) {
      pressed = null;
      trigger?.dispatchEvent(new MouseEvent('contextmenu', initOf(event)));
      return trigger !== null;
    },
    press(event) {
      // A mouse asks by an event of its own.
      if (event.pointerType === 'mouse') return;
      const { nativeEvent, type, pointerType } = event;
      pressed = type === 'pointerdown' ? event : null;
      trigger?.dispatchEvent(new PointerEvent(type, { ...initOf(nativeEvent), pointerType }));
    },
    takePress() {
      const press = pressed;
      pressed = null;
      return press;
    },
  };
}

function initOf({ clientX, clientY }: MouseEvent): MouseEventInit {
  return { clientX, clientY, bubbles: true, cancelable: true };
}
