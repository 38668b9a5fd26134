/** How long work may wait for a quiet moment. */
const LATEST_MS = 5_000;

interface Idle {
  /**
   * Runs a task when the page has nothing better to do, at most once in `every` milliseconds under
   * one name; asking again while it waits changes nothing.
   */
  run(name: string, every: number, task: () => Promise<unknown>): void;
  /** Runs everything that waits, now, and resolves when all of it is done. */
  settle(): Promise<void>;
  stop(): void;
}

/** Work that may be late and may fail: the caller has its result already. */
export function idle(): Idle {
  const waiting = new Map<string, () => Promise<unknown>>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const last = new Map<string, number>();
  let running: Promise<void> = Promise.resolve();

  function start(name: string): Promise<void> {
    clearTimeout(timers.get(name));
    timers.delete(name);
    running = running.then(async () => {
      const task = waiting.get(name);
      if (!task) return;
      waiting.delete(name);
      last.set(name, Date.now());
      // Tried again when it is next asked for; nothing acknowledged depends on it.
      await task().catch(() => undefined);
    });
    return running;
  }

  return {
    run(name, every, task) {
      if (waiting.has(name)) return;
      waiting.set(name, task);
      const wait = Math.max(200, (last.get(name) ?? -Infinity) + every - Date.now());
      const timer = setTimeout(() => {
        whenQuiet(() => void start(name));
      }, wait);
      timers.set(name, timer);
    },
    async settle() {
      for (const name of [...waiting.keys()]) await start(name);
      await running;
    },
    stop() {
      for (const timer of timers.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
}

function whenQuiet(task: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(task, { timeout: LATEST_MS });
  else task();
}
