import { createContext } from 'react';
import type { Toasts } from './toasts';

/** The toasts of the app; null outside of a `ToastProvider`. */
export const ToastContext = createContext<Toasts | null>(null);
