/** How long work may wait for a quiet moment. */
const LATEST_MS = 5_000;

export interface Idle {
  /** Runs a task when the page has nothing better to do; the same name waiting twice runs once. */
  run(name: string, task: () => Promise<unknown>): void;
  /** Runs everything that waits, now, and resolves when all of it is done. */
  settle(): Promise<void>;
}

/** Work that may be late and may fail: whoever asked has been answered already. */
export function idle(): Idle {
  const waiting = new Map<string, () => Promise<unknown>>();
  let running: Promise<void> = Promise.resolve();
  let scheduled = false;

  function drain(): Promise<void> {
    scheduled = false;
    running = running.then(async () => {
      for (const [name, task] of waiting) {
        waiting.delete(name);
        // Tried again when it is next asked for; nothing acknowledged depends on it.
        await task().catch(() => undefined);
      }
    });
    return running;
  }

  return {
    run(name, task) {
      waiting.set(name, task);
      if (scheduled) return;
      scheduled = true;
      if (typeof requestIdleCallback === 'function') {
        requestIdleCallback(() => void drain(), { timeout: LATEST_MS });
      } else {
        setTimeout(() => void drain(), 200);
      }
    },
    settle: drain,
  };
}
