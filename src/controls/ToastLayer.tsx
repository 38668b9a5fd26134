import * as Radix from '@radix-ui/react-toast';
import { CircleAlert, X } from 'lucide-react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
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
        label={t('control.toast.region')}
        hotkey={NO_KEY}
      />
    </Radix.Provider>
  );
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
