import {
  cloneElement,
  lazy,
  Suspense,
  useEffect,
  useState,
  type HTMLAttributes,
  type MouseEvent,
  type PointerEvent,
  type ReactElement,
} from 'react';
import type { MenuItem, MenuPlace } from './menuItems';
import { useLater } from './useLater';

const loadMenu = async () => ({ default: (await import('./MenuLayer')).MenuLayer });
const MenuLayer = lazy(loadMenu);

/** How long a finger rests until the menu opens, where the browser does not tell. In ms. */
const LONG_PRESS = 700;

export interface ContextMenuProps {
  /** What is clicked: one element that takes event handlers. */
  readonly children: ReactElement<HTMLAttributes<HTMLElement>>;
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly onOpenChange?: (open: boolean) => void;
}

/** The menu of a right click, a long press or Shift+F10. */
export function ContextMenu({ children, label, items, onOpenChange }: ContextMenuProps) {
  const [place, setPlace] = useState<(MenuPlace & { readonly serial: number }) | null>(null);
  const [press] = useState(longPress);
  useEffect(() => press.end, [press]);
  // The first menu shall not wait for its code.
  useLater(loadMenu);

  function show(at: MouseEvent, byKeyboard: boolean) {
    const { clientX: x, clientY: y, target } = at;
    press.end();
    const focused = document.activeElement;
    const owner = focused instanceof HTMLElement ? focused : (target as HTMLElement);
    const rect = { x, y, width: 0, height: 0 };
    // Asked for again elsewhere it is another menu.
    setPlace((before) => ({
      rect,
      owner,
      toggles: false,
      byKeyboard,
      serial: (before?.serial ?? 0) + 1,
    }));
    onOpenChange?.(true);
  }
  function close() {
    setPlace(null);
    onOpenChange?.(false);
  }

  const { props } = children;
  return (
    <>
      {cloneElement(children, {
        onContextMenu: (event: MouseEvent<HTMLElement>) => {
          props.onContextMenu?.(event);
          if (event.defaultPrevented) return;
          event.preventDefault();
          show(event, event.button !== 2);
        },
        onPointerDown: (event: PointerEvent<HTMLElement>) => {
          props.onPointerDown?.(event);
          press.end();
          if (event.pointerType === 'mouse') return;
          press.begin(() => {
            // Where the browser tells nothing of a finger that rests, it is asked for here.
            props.onContextMenu?.(event);
            show(event, false);
          });
        },
        onPointerMove: (event: PointerEvent<HTMLElement>) => {
          props.onPointerMove?.(event);
          press.end();
        },
        onPointerUp: (event: PointerEvent<HTMLElement>) => {
          props.onPointerUp?.(event);
          press.end();
        },
        onPointerCancel: (event: PointerEvent<HTMLElement>) => {
          props.onPointerCancel?.(event);
          press.end();
        },
      })}
      {place && (
        <Suspense fallback={null}>
          <MenuLayer
            key={place.serial}
            place={place}
            label={label}
            items={items}
            side="right"
            align="start"
            onClose={close}
          />
        </Suspense>
      )}
    </>
  );
}

/** A finger that rests. */
function longPress() {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    begin: (task: () => void) => {
      timer = setTimeout(task, LONG_PRESS);
    },
    end: () => clearTimeout(timer),
  };
}
