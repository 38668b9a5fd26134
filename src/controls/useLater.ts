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
 * `load` is a constant function around `import()`.
 */
export function useLater<Part extends object>(load: () => Promise<Part>): Part | null {
  const [part, setPart] = useState<Part | null>(null);
  useEffect(() => {
    let gone = false;
    const cancel = whenIdle(() => {
      // Without it the page works on; a missing chunk is told by `vite:preloadError`.
      load().then(
        (loaded) => {
          if (!gone) setPart(loaded);
        },
        () => undefined,
      );
    });
    return () => {
      gone = true;
      cancel();
    };
  }, [load]);
  return part;
}
