import type { RunRecord, RunSummary } from '../../src/storage';

/** A storage of runs in memory; it fails on request. */
export function shelf() {
  const kept = new Map<string, RunRecord>();
  const state = { broken: false };
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const tell of listeners) tell();
  };
  return {
    kept,
    state,
    saveRun: (run: RunRecord) => {
      if (state.broken) return Promise.reject(new Error('full'));
      kept.set(run.id, structuredClone(run));
      changed();
      return Promise.resolve();
    },
    watchRuns: (_mapId: string, listener: (runs: RunSummary[]) => void) => {
      const tell = () => queueMicrotask(() => listener([...kept.values()].reverse()));
      listeners.add(tell);
      tell();
      return () => listeners.delete(tell);
    },
    run: (id: string) => Promise.resolve(kept.get(id) ?? null),
    removeRun: (id: string) => {
      kept.delete(id);
      changed();
      return Promise.resolve();
    },
  };
}
