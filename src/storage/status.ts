import { isQuota, reasonOf, StorageError } from './errors';
import type { StorageState, StorageStatus } from './types';

/** States that stand for a refused write. */
export type Trouble = Exclude<StorageState, 'ready' | 'memory'>;

/** What storage can do just now; listeners are called only when something has changed. */
export interface StatusKeeper {
  readonly current: StorageStatus;
  change(next: Partial<StorageStatus>): void;
  listen(listener: (status: StorageStatus) => void): () => void;
  /** Why nothing may be written now, or null. */
  refusal(): StorageError | null;
  succeeded(): void;
  /** Notes a failed write and says what it means. */
  failed(error: unknown): { failure: Trouble; reason: string };
}

/** States that only a new page ends. */
const FINAL: readonly StorageState[] = ['memory', 'newer', 'closed'];

/** `reason` is the browser's own words, or null. */
export function statusKeeper(state: StorageState, reason: string | null): StatusKeeper {
  let current: StorageStatus = {
    state,
    reason,
    blocked: false,
    recovery: null,
    quarantined: 0,
    copies: 0,
  };
  const listeners = new Set<(status: StorageStatus) => void>();

  function change(next: Partial<StorageStatus>): void {
    const keys = Object.keys(next) as (keyof StorageStatus)[];
    if (keys.every((key) => current[key] === next[key])) return;
    current = { ...current, ...next };
    for (const listener of listeners) listener(current);
  }

  return {
    get current() {
      return current;
    },
    change,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refusal() {
      const { state: now, reason: why } = current;
      return now === 'newer' || now === 'closed' ? new StorageError(now, why ?? now) : null;
    },
    succeeded() {
      if (!FINAL.includes(current.state)) change({ state: 'ready', reason: null });
    },
    failed(error) {
      const reason = reasonOf(error);
      if (!FINAL.includes(current.state)) {
        change({ state: isQuota(error) ? 'full' : 'broken', reason });
      }
      const { state: now } = current;
      return { failure: now === 'ready' || now === 'memory' ? 'broken' : now, reason };
    },
  };
}
