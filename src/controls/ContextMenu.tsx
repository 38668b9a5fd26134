import {
  cloneElement,
  useState,
  type HTMLAttributes,
  type MouseEvent,
  type PointerEvent,
  type ReactElement,
} from 'react';
import { Later, later } from './Later';
import type { MenuItem } from './menuItems';
import { createMenuTrigger } from './menuTrigger';
import { useLater } from './useLater';

const loadLayer = () => import('./ContextMenuLayer');
const ContextMenuLayer = later(async () => (await loadLayer()).ContextMenuLayer);

interface ContextMenuProps {
  /** What is clicked: one element that takes event handlers. */
  readonly children: ReactElement<HTMLAttributes<HTMLElement>>;
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** The menu opens when this has come. */
  readonly wait?: Promise<unknown> | null;
  readonly onOpenChange?: (open: boolean) => void;
}

/**
 * The menu of a right click, a long press or Shift+F10. The library's menu is loaded after the first
 * paint, and its trigger is a hidden element that the events are passed on to: to wrap the child in
 * the trigger later would mount the child again.
 */
export function ContextMenu({
  children,
  label,
  items,
  wait = null,
  onOpenChange,
}: ContextMenuProps) {
  const isLoaded = useLater(loadLayer) !== null;
  const [waiting, setWaiting] = useState<globalThis.MouseEvent | null>(null);
  /** Once somebody has asked for it the menu stays: a finger may rest before the page is idle. */
  const [isAsked, setAsked] = useState(false);
  const [trigger] = useState(createMenuTrigger);
  const { props } = children;

  function change(open: boolean) {
    const press = trigger.takePress();
    if (open && press) props.onContextMenu?.(press);
    if (!open) setWaiting(null);
    onOpenChange?.(open);
  }

  function ask(event: globalThis.MouseEvent | null) {
    setWaiting(event);
    setAsked(event !== null);
  }

  return (
    <>
      {cloneElement(children, {
        onContextMenu: (event: MouseEvent<HTMLElement>) => {
          props.onContextMenu?.(event);
          if (event.defaultPrevented) return;
          event.preventDefault();
          if (trigger.open(event.nativeEvent)) return;
          ask(event.nativeEvent);
        },
        onPointerDown: (event: PointerEvent<HTMLElement>) => {
          props.onPointerDown?.(event);
          trigger.press(event);
        },
        onPointerMove: (event: PointerEvent<HTMLElement>) => {
          props.onPointerMove?.(event);
          trigger.press(event);
        },
        onPointerUp: (event: PointerEvent<HTMLElement>) => {
          props.onPointerUp?.(event);
          trigger.press(event);
        },
        onPointerCancel: (event: PointerEvent<HTMLElement>) => {
          props.onPointerCancel?.(event);
          trigger.press(event);
        },
      })}
      {(isLoaded || isAsked) && (
        <Later missing="notice" onMissing={() => ask(null)} onRetry={() => ask(waiting)}>
          <ContextMenuLayer
            trigger={trigger}
            waiting={waiting}
            label={label}
            items={items}
            wait={wait}
            onOpenChange={change}
          />
        </Later>
      )}
    </>
  );
}
