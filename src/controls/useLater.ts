import { useEffect, useState } from 'react';

/** Calls back when the page has nothing better to do; answers how to call it off. */
function whenIdle(task: () => void): () => void {
  // Missing in Safari, whatever the types say.
  const idle = globalThis as Partial<Pick<Window, 'requestIdleCallback' | 'cancelIdleCallback'>>;
  if (idle.requestIdleCallback && idle.cancelIdleCallback) {
    const { cancelIdleCallback } = idle;
    const id = idle.requestIdleCallback(task, { timeout: 1_000 });
    return () => cancelIdleCallback(id);
  }
  const timer = setTimeout(task, 100);
  return () => clearTimeout(timer);
}

/**
 * What the page can do without at first: fetched after the first paint, null until it is here.
 * `load` is a constant function around `import()`. What cannot be fetched is tried again when the page is back online:
 * until then the page works without it.
 */
export function useLater<Part extends object>(load: () => Promise<Part>): Part | null {
  const [part, setPart] = useState<Part | null>(null);
  useEffect(() => {
    let gone = false;
    const fetch = () => {
      load().then(
        (loaded) => {
          if (!gone) setPart(loaded);
        },
        () => {
          if (!gone) addEventListener('online', fetch, { once: true });
        },
      );
    };
    const cancel = whenIdle(fetch);
    return () => {
      gone = true;
      cancel();
      removeEventListener('online', fetch);
    };
  }, [load]);
  return part;
}
