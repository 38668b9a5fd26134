import { CircleAlert, X } from 'lucide-react';
import {
  createContext,
  use,
  useEffect,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { Button } from './Button';
import { IconButton } from './IconButton';
import { useText } from './LanguageProvider';
import styles from './ToastRegion.module.css';
import type { ShownToast, Toasts } from './toasts';

/** How long a toast stays, and how much longer one with something to do. */
const STAY = 5_000;
const STAY_WITH_ACTION = 10_000;

const ToastContext = createContext<Toasts | null>(null);

/** Shows toasts at the foot of the page. While one is hovered or focused none goes away. */
export function ToastProvider({
  toasts,
  children,
}: {
  readonly toasts: Toasts;
  readonly children: ReactNode;
}) {
  const t = useText();
  const shown = useSyncExternalStore(toasts.subscribe, toasts.current);
  const [held, setHeld] = useState(false);
  return (
    <ToastContext value={toasts}>
      {children}
      <section
        className={styles.region}
        aria-label={t('control.toast.region')}
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
      >
        <div role="status" aria-live="polite" className={styles.list}>
          {shown.map((toast) => (
            <ToastCard
              key={toast.id}
              toast={toast}
              held={held}
              onClose={() => {
                // A card that goes takes its pointer and focus along without saying so.
                setHeld(false);
                toasts.close(toast.id);
              }}
            />
          ))}
        </div>
      </section>
    </ToastContext>
  );
}

/** The way to show a toast from a component. */
export function useToasts(): Toasts {
  const toasts = use(ToastContext);
  if (!toasts) throw new Error('useToasts needs a <ToastProvider> above it.');
  return toasts;
}

function ToastCard({
  toast,
  held,
  onClose,
}: {
  readonly toast: ShownToast;
  readonly held: boolean;
  readonly onClose: () => void;
}) {
  const t = useText();
  const { text, tone = 'info', action, stays = false } = toast;
  const waits = !stays && !held;
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setTimeout(onClose, action ? STAY_WITH_ACTION : STAY);
    return () => clearTimeout(timer);
    // The parent makes a new onClose at every render; only being held restarts the clock.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [waits]);

  return (
    <div className={styles.toast} data-tone={tone}>
      {tone === 'error' && <CircleAlert className={styles.icon} aria-hidden="true" />}
      <p className={styles.text}>{text}</p>
      {action && (
        <Button
          size="sm"
          variant="ghost"
          className={styles.action}
          onClick={() => {
            action.run();
            onClose();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton
        label={t('control.dismiss')}
        size="sm"
        tooltipSide="top"
        className={styles.dismiss}
        onClick={onClose}
      >
        <X aria-hidden="true" />
      </IconButton>
    </div>
  );
}
