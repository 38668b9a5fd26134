import { use, useEffect, useMemo, type ReactNode } from 'react';
import { ToastContext } from './toastContext';
import { ownedToasts, type Toasts } from './toasts';
import { useLater } from './useLater';

const loadLayer = () => import('./ToastLayer');

/** Lets components show toasts. What draws them is loaded after the first paint. */
export function ToastProvider({
  toasts,
  children,
}: {
  readonly toasts: Toasts;
  readonly children: ReactNode;
}) {
  const layer = useLater(loadLayer);
  return (
    <ToastContext value={toasts}>
      {children}
      {layer && <layer.ToastLayer toasts={toasts} />}
    </ToastContext>
  );
}

/** Toasts shown from below with something to do belong to what is below: they go when it goes. */
export function OwnToasts({ children }: { readonly children: ReactNode }) {
  const toasts = useToasts();
  const own = useMemo(() => ownedToasts(toasts), [toasts]);
  useEffect(() => {
    own.begin();
    return () => own.end();
  }, [own]);
  return <ToastContext value={own}>{children}</ToastContext>;
}

/** The way to show a toast from a component. */
export function useToasts(): Toasts {
  const toasts = use(ToastContext);
  if (!toasts) throw new Error('useToasts needs a <ToastProvider> above it.');
  return toasts;
}
