import {
  cloneElement,
  useState,
  type HTMLAttributes,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
} from 'react';
import { Later, later } from './Later';
import type { MenuItem, MenuPlace } from './menuItems';

const MenuLayer = later(async () => (await import('./MenuLayer')).MenuLayer);

interface MenuProps {
  /** A button. */
  readonly trigger: ReactElement<HTMLAttributes<HTMLElement>>;
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
  readonly align?: 'start' | 'center' | 'end';
  /** The menu opens when this has come. */
  readonly wait?: Promise<unknown> | null;
  readonly onOpenChange?: (open: boolean) => void;
}

/** A menu that opens from a button. Its lines are data, so that one command registry can feed it. */
export function Menu({
  trigger,
  label,
  items,
  side = 'bottom',
  align = 'start',
  wait = null,
  onOpenChange,
}: MenuProps) {
  const [place, setPlace] = useState<MenuPlace | null>(null);

  function show(owner: HTMLElement, byKeyboard: boolean) {
    open({ rect: owner.getBoundingClientRect(), owner, byKeyboard });
  }
  function open(at: MenuPlace) {
    setPlace(at);
    onOpenChange?.(true);
  }
  function close() {
    setPlace(null);
    onOpenChange?.(false);
  }

  return (
    <>
      {cloneElement(trigger, {
        'aria-haspopup': 'menu',
        'aria-expanded': place !== null,
        onClick: (event: MouseEvent<HTMLElement>) => {
          trigger.props.onClick?.(event);
          if (place) close();
          // Enter and Space come as clicks that no pointer has counted.
          else show(event.currentTarget, event.detail === 0);
        },
        onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
          trigger.props.onKeyDown?.(event);
          if (event.key !== 'ArrowDown' || place) return;
          event.preventDefault();
          show(event.currentTarget, true);
        },
      })}
      {place && (
        <Later missing="notice" onMissing={close} onRetry={() => open(place)}>
          <MenuLayer
            place={place}
            label={label}
            items={items}
            wait={wait}
            side={side}
            align={align}
            onClose={close}
          />
        </Later>
      )}
    </>
  );
}
