import { use, type ReactNode } from 'react';
import { ToastContext } from './toastContext';
import type { Toasts } from './toasts';
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

/** The way to show a toast from a component. */
export function useToasts(): Toasts {
  const toasts = use(ToastContext);
  if (!toasts) throw new Error('useToasts needs a <ToastProvider> above it.');
  return toasts;
}
