import * as Radix from '@radix-ui/react-toast';
import { CircleAlert, X } from 'lucide-react';
import {
  type CSSProperties,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { Button } from './Button';
import { IconButton } from './IconButton';
import { useText } from './LanguageProvider';
import styles from './ToastLayer.module.css';
import type { ShownToast, Toasts } from './toasts';
import { unlessForField } from './typing';

/** How long a toast stays, and how much longer one with something to do. In ms. */
const STAY = 5_000;
const STAY_WITH_ACTION = 10_000;

/** Keys belong to the commands. */
const NO_KEY: string[] = [];

/** Shows toasts at the foot of the page. While one is hovered or focused none goes away. */
export function ToastLayer({ toasts }: { readonly toasts: Toasts }) {
  const t = useText();
  const shown = useSyncExternalStore(toasts.subscribe, toasts.current);
  const list = useRef<HTMLOListElement>(null);
  const isEmpty = shown.length === 0;
  const place = usePlace(isEmpty);
  useEffect(() => {
    // A toast that closes gives the focus to the list. With the last one it goes back to the page,
    // where the keys of the canvas work.
    if (isEmpty) list.current?.blur();
  }, [isEmpty]);

  return (
    <Radix.Provider label={t('control.toast.one')} swipeDirection="down">
      {shown.map((toast) => (
        <ToastCard key={toast.id} toast={toast} onClose={() => toasts.close(toast.id)} />
      ))}
      <Radix.Viewport
        ref={list}
        className={styles.list}
        style={
          {
            '--toast-left': `${place.left}px`,
            '--toast-right': `${place.right}px`,
            '--toast-foot': `${place.foot}px`,
          } as CSSProperties
        }
        label={t('control.toast.region')}
        hotkey={NO_KEY}
      />
    </Radix.Provider>
  );
}

/** How far from the edges of the page toasts stand, in px. */
interface Place {
  readonly left: number;
  readonly right: number;
  readonly foot: number;
}

/** Below this the view is too narrow for a toast: it may lie over what stands beside it. In px. */
const NARROW = 320;

/** In the middle of the view, above the bars at its foot: a toast covers no control. */
function placeNow(): Place {
  const view = document.querySelector('main')?.getBoundingClientRect();
  const isWide = view !== undefined && view.width >= NARROW;
  const tops = [...document.querySelectorAll('[data-bar]')]
    .map((bar) => bar.getBoundingClientRect())
    .filter(({ height, top }) => height > 0 && top > innerHeight / 2)
    .map(({ top }) => innerHeight - top);
  return {
    left: isWide ? view.left : 0,
    right: isWide ? document.documentElement.clientWidth - view.right : 0,
    foot: Math.max(0, ...tops),
  };
}

/** Where toasts stand while there are any, also when a panel opens beside the view meanwhile. */
function usePlace(isEmpty: boolean): Place {
  const [place, setPlace] = useState<Place>({ left: 0, right: 0, foot: 0 });
  useLayoutEffect(() => {
    if (isEmpty) return undefined;
    const follow = () => setPlace(placeNow());
    follow();
    const observer = new ResizeObserver(follow);
    for (const each of document.querySelectorAll('main, [data-bar]')) observer.observe(each);
    return () => observer.disconnect();
  }, [isEmpty]);
  return place;
}

function ToastCard({
  toast,
  onClose,
}: {
  readonly toast: ShownToast;
  readonly onClose: () => void;
}) {
  const t = useText();
  const { text, tone = 'info', actions = [], stays = false } = toast;
  const duration = actions.length > 0 ? STAY_WITH_ACTION : STAY;
  return (
    <Radix.Root
      className={styles.toast}
      data-tone={tone}
      type={tone === 'error' ? 'foreground' : 'background'}
      duration={stays ? Infinity : duration}
      // What went wrong can be copied.
      style={{ userSelect: 'text' }}
      onOpenChange={onClose}
      onEscapeKeyDown={unlessForField}
    >
      {tone === 'error' && <CircleAlert className={styles.icon} aria-hidden="true" />}
      <Radix.Description className={styles.text}>{text}</Radix.Description>
      {actions.map(({ label, run }) => (
        // Said to screen readers right behind the text, which would run into it.
        <Radix.Action key={label} asChild altText={` ${label}`}>
          <Button size="sm" variant="ghost" className={styles.action} onClick={run}>
            {label}
          </Button>
        </Radix.Action>
      ))}
      <Radix.Close asChild>
        <IconButton
          label={t('control.dismiss')}
          size="sm"
          tooltipSide="top"
          className={styles.dismiss}
        >
          <X aria-hidden="true" />
        </IconButton>
      </Radix.Close>
    </Radix.Root>
  );
}
