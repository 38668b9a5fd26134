import { use } from 'react';
import { useText } from './LanguageProvider';
import { ToastContext } from './toastContext';
import type { Toasts } from './toasts';

/** What one notice tries again, by whose toasts it is. */
const retries = new WeakMap<Toasts, Set<() => void>>();

/**
 * Reports by a notice that a part could not be fetched; its button tries again what can be. Parts that are missing at the same time
 * share one notice.
 */
export function useMissingNotice(): (retry?: () => void) => void {
  const t = useText();
  const toasts = use(ToastContext);
  return (retry) => {
    if (!toasts) return;
    const text = t('control.missing');
    const isShown = toasts.current().some((toast) => toast.text === text);
    const tasks = (isShown && retries.get(toasts)) || new Set<() => void>();
    if (retry) tasks.add(retry);
    retries.set(toasts, tasks);
    if (isShown) return;
    const run = () => {
      for (const task of tasks) task();
    };
    const actions = retry && { actions: [{ label: t('control.retry'), run }] };
    toasts.show({ text, tone: 'error', ...actions });
  };
}

/** Is this the failure of an `import()`, or of a style sheet that came with one? In the words of the browsers and of Vite. */
export function isMissingPart(error: unknown): boolean {
  return (
    error instanceof Error &&
    /dynamically imported module|importing a module script|preload CSS/i.test(error.message)
  );
}
