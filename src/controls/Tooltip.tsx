import {
  cloneElement,
  createContext,
  use,
  useEffect,
  useId,
  useMemo,
  useState,
  type FocusEvent,
  type HTMLAttributes,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import { type Hints, hintsOn, type ShownHint } from './hints';
import { Later, later } from './Later';
import type { Hint } from './TooltipLayer';

const TooltipLayer = later(async () => (await import('./TooltipLayer')).TooltipLayer);

const Context = createContext<Hints | null>(null);

/** Once, around the app: one tooltip at a time; after the first, others open without waiting. */
export function TooltipProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<ShownHint | null>(null);
  const hints = useMemo(() => hintsOn(setShown), []);
  return (
    <Context value={hints}>
      {children}
      {shown && (
        <Later missing="nothing">
          <TooltipLayer
            key={shown.owner}
            hint={shown.hint}
            onKeep={hints.keep}
            onClose={() => hints.hide(shown.owner, true)}
          />
        </Later>
      )}
    </Context>
  );
}

/** The tooltip does not name its child for a screen reader: the child has a name of its own. */
export interface TooltipProps {
  readonly text: string;
  /** Keys that do the same, e.g. `Mod+Z`. */
  readonly keys?: string | undefined;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
  /** One element that takes event handlers. */
  readonly children: ReactElement<HTMLAttributes<HTMLElement>>;
}

/** A hint on hover and focus. Never the only place where something is said. */
export function Tooltip({ text, keys, side = 'bottom', children }: TooltipProps) {
  const hints = use(Context);
  if (!hints) throw new Error('Tooltip needs a <TooltipProvider> above it.');
  const owner = useId();
  useEffect(() => () => hints.hide(owner, true), [hints, owner]);
  useEffect(() => hints.renew(owner, { text, keys }), [hints, owner, text, keys]);
  const hintAt = (anchor: HTMLElement): Hint => ({ anchor, text, keys, side });

  const { props } = children;
  return cloneElement(children, {
    onPointerEnter: (event: PointerEvent<HTMLElement>) => {
      props.onPointerEnter?.(event);
      if (event.pointerType !== 'touch') hints.show(owner, hintAt(event.currentTarget), false);
    },
    onPointerLeave: (event: PointerEvent<HTMLElement>) => {
      props.onPointerLeave?.(event);
      hints.hide(owner, false);
    },
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      props.onPointerDown?.(event);
      hints.hide(owner, true);
    },
    onFocus: (event: FocusEvent<HTMLElement>) => {
      props.onFocus?.(event);
      if (event.currentTarget.matches(':focus-visible')) {
        hints.show(owner, hintAt(event.currentTarget), true);
      }
    },
    onBlur: (event: FocusEvent<HTMLElement>) => {
      props.onBlur?.(event);
      hints.hide(owner, true);
    },
  });
}
