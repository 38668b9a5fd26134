import {
  cloneElement,
  createContext,
  use,
  useEffect,
  useId,
  useMemo,
  useState,
  type Dispatch,
  type FocusEvent,
  type HTMLAttributes,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  type SetStateAction,
} from 'react';
import { Later, later } from './Later';
import type { Hint } from './TooltipLayer';

const TooltipLayer = later(async () => (await import('./TooltipLayer')).TooltipLayer);

/** In ms: until the first tooltip shows; how long after one the next shows at once; to reach one. */
const DELAY = 450;
const STILL_WARM = 250;
const WAY = 120;

interface Hints {
  /** `at once` for the keyboard; a pointer has to rest. */
  show: (owner: string, hint: Hint, atOnce: boolean) => void;
  /** A pointer that leaves has a moment to reach the tooltip itself. */
  hide: (owner: string, atOnce: boolean) => void;
  keep: () => void;
  /** What is said has changed while it is in sight: in another language, or pressed. */
  renew: (owner: string, words: Pick<Hint, 'text' | 'keys'>) => void;
}

interface Shown {
  readonly owner: string;
  readonly hint: Hint;
}

const Context = createContext<Hints | null>(null);

/** Once, around the app: one tooltip at a time; after the first, others open without waiting. */
export function TooltipProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null);
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

/** Who may show a tooltip when. */
function hintsOn(set: Dispatch<SetStateAction<Shown | null>>): Hints {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current: string | null = null;
  let closedAt = -Infinity;

  function open(owner: string, hint: Hint) {
    current = owner;
    set({ owner, hint });
  }
  function close() {
    if (current !== null) closedAt = performance.now();
    current = null;
    set(null);
  }
  return {
    show(owner, hint, atOnce) {
      clearTimeout(timer);
      const isWarm = current !== null || performance.now() - closedAt < STILL_WARM;
      if (atOnce || isWarm) open(owner, hint);
      else timer = setTimeout(() => open(owner, hint), DELAY);
    },
    hide(owner, atOnce) {
      if (current !== null && current !== owner) return;
      clearTimeout(timer);
      if (atOnce || current === null) close();
      else timer = setTimeout(close, WAY);
    },
    keep: () => clearTimeout(timer),
    renew(owner, words) {
      set((shown) =>
        shown?.owner === owner ? { owner, hint: { ...shown.hint, ...words } } : shown,
      );
    },
  };
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
