import type { RunRecord, RunSummary } from '../../storage';
import { readResult } from './readResult';
import type { Desk } from './running';
import type { OpenRun } from './runTypes';

/** The runs kept on this computer. */
export function keepingOf(desk: Desk) {
  const {
    store,
    mapNow,
    parts: { storage },
  } = desk;

  /** The list follows what any tab keeps and removes; `isKnown` resolves when it is there. */
  function followList(): { isKnown: Promise<void>; stop: () => void } {
    let stop: () => void = () => undefined;
    const isKnown = new Promise<void>((resolve) => {
      stop = storage.watchRuns(mapNow().id, (runs) => {
        store.setState({ runs });
        resolve();
      });
    });
    return { isKnown, stop };
  }

  /** The newest run kept, as it was left by whoever reloads the page. */
  async function reopen(): Promise<void> {
    const [newest] = store.getState().runs ?? [];
    const isTaken = () =>
      !desk.isFollowing || desk.running !== null || store.getState().current !== null;
    if (!newest || isTaken()) return;
    const record = await storage.run(newest.id).catch(() => null);
    const result = record && readResult(record.result);
    // Nobody asked for it: what cannot be read is not mentioned, and a run begun since goes first.
    if (!result || isTaken()) return;
    store.setState({ current: { summary: newest, result }, isShown: true, isPreview: false });
  }

  async function keep(run: OpenRun): Promise<void> {
    try {
      await storage.saveRun({ ...run.summary, result: run.result });
      store.setState({ isUnsaved: false });
    } catch {
      store.setState({ isUnsaved: true });
    }
  }

  async function read(id: string): Promise<OpenRun | null> {
    const record = await storage.run(id).catch(() => null);
    const result = record && readResult(record.result);
    if (!record || !result) {
      store.setState({ failure: 'unreadable' });
      return null;
    }
    return { summary: summaryOf(record), result };
  }

  async function remove(id: string): Promise<() => Promise<void>> {
    const record: RunRecord | null = await storage.run(id);
    await storage.removeRun(id);
    const { current, comparison } = store.getState();
    if (current?.summary.id === id) store.setState({ current: null, isShown: false });
    if (comparison?.summary.id === id) store.setState({ comparison: null });
    return async () => {
      if (record) await storage.saveRun(record);
    };
  }

  return { followList, reopen, keep, read, remove };
}

/** What `keepingOf` returns. */
export type Keeping = ReturnType<typeof keepingOf>;

function summaryOf(record: RunRecord): RunSummary {
  const { id, mapId, title, mapRevision, scenario, seed, customers, createdAt } = record;
  return { id, mapId, title, mapRevision, scenario, seed, customers, createdAt };
}
