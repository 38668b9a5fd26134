import { newId } from '../map/records';
import type { Announcer, News } from './announce';
import { append } from './journal';
import { compact } from './compaction';
import type { Context } from './context';
import { openDocument } from './documents';
import { deleteDataset, listDatasets, readDataset, saveDataset } from './datasets';
import { StorageError } from './errors';
import { idle } from './idle';
import { collect, leave } from './letters';
import { createMap, listMaps, purgeMap, putThumbnail, readMap, setDeleted } from './library';
import { within } from './probe';
import { type BadRow, keep, listQuarantine, readRow } from './quarantine';
import { EntryRow, PreferenceRow } from './rows';
import { deleteRun, listRuns, readRun, saveRun } from './runs';
import type { StatusKeeper } from './status';
import type { Store } from './store';
import { follow } from './subscription';
import type { AppendRequest, AppendResult, Storage } from './types';
import { listVersions, saveVersion, versionMap } from './versions';

/** A write that has not ended by then is reported as failed; should it succeed later, no harm is done. */
const PATIENCE_MS = 15_000;

interface Parts {
  store: Store;
  tab: string;
  status: StatusKeeper;
  announcer: Announcer;
  now: () => string;
}

/** The storage the app works with, on whatever store there is. */
export function storageOn({ store, tab, status, announcer, now }: Parts): Storage {
  const context: Context = {
    store,
    tab,
    now,
    announce: (news) => {
      announcer.announce(news);
    },
    report: async (bad: readonly BadRow[]) => {
      if (bad.length === 0 || status.current.state === 'newer') return;
      const added = await keep(store, bad, now());
      if (added > 0) status.change({ quarantined: status.current.quarantined + added });
    },
  };
  const library = (mapId: string): News => ({ about: 'library', mapId });
  const journal = (mapId: string): News => ({ about: 'journal', mapId });
  const later = idle();

  /** Runs a write, turns its failure into a state and an error with a code, and tells the tabs. */
  async function writing<T>(work: () => Promise<T>, ...news: News[]): Promise<T> {
    const refusal = status.refusal();
    if (refusal) throw refusal;
    try {
      const result = await within(PATIENCE_MS, work);
      status.succeeded();
      for (const item of news) announcer.announce(item);
      return result;
    } catch (error) {
      if (error instanceof StorageError) throw error;
      const { failure, reason } = status.failed(error);
      throw new StorageError(failure === 'gone' ? 'missing' : failure, reason);
    }
  }

  async function appending(request: AppendRequest): Promise<AppendResult> {
    const fields = { mapId: request.mapId, seq: 0, tab, at: now() };
    const unfit = request.entries.find(
      (entry) => !EntryRow.safeParse({ ...entry, ...fields }).success,
    );
    if (unfit)
      return { status: 'failed', failure: 'broken', reason: `entry ${unfit.id} is no JSON` };
    const refusal = status.refusal();
    if (refusal) return failedBy(refusal);
    try {
      const written = await within(PATIENCE_MS, () => append(context, request));
      status.succeeded();
      if (written.status === 'gone') {
        return { status: 'failed', failure: 'gone', reason: `no map ${request.mapId}` };
      }
      if (written.status === 'saved') {
        announcer.announce(journal(request.mapId));
        announcer.announce(library(request.mapId));
        later.run(`compact ${request.mapId}`, () => compact(context, request.mapId));
      }
      return written;
    } catch (error) {
      return { status: 'failed', ...status.failed(error) };
    }
  }

  async function edited(mapId: string, title: string): Promise<void> {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const opened = await openDocument(context, mapId);
      if (!opened) throw new StorageError('missing', mapId);
      const { map, head } = opened;
      const replace = (value: string) => ({ op: 'replace' as const, path: ['title'], value });
      const result = await appending({
        mapId,
        expectedHead: head,
        entries: [
          {
            id: crypto.randomUUID(),
            gesture: crypto.randomUUID(),
            kind: 'edit',
            label: 'map.rename',
            patches: [replace(title)],
            inverse: [replace(map.title)],
          },
        ],
      });
      if (result.status === 'saved') return;
      if (result.status === 'failed') {
        throw new StorageError(
          result.failure === 'gone' ? 'missing' : result.failure,
          result.reason,
        );
      }
    }
    throw new StorageError('broken', 'the map is being edited too busily to rename it');
  }

  return {
    get status() {
      return status.current;
    },
    onStatus: (listener) => status.listen(listener),
    tab,

    list: () => listMaps(context),
    watchLibrary(listener) {
      const tell = () => {
        // A failed look is repeated by the next hint; writes report what is wrong.
        listMaps(context).then(listener, () => undefined);
      };
      tell();
      return announcer.listen(({ about }) => {
        if (about === 'library') tell();
      });
    },
    create: (map) => writing(() => createMap(context, map), library(map.id)),
    rename: edited,
    duplicate: async (mapId, title) => {
      const map = { ...(await readMap(context, mapId)), id: newId(), title };
      return writing(() => createMap(context, map), library(map.id));
    },
    remove: (mapId) => writing(() => setDeleted(context, mapId, now()), library(mapId)),
    restore: (mapId) => writing(() => setDeleted(context, mapId, null), library(mapId)),
    purge: (mapId) => writing(() => purgeMap(context, mapId), library(mapId), journal(mapId)),
    setThumbnail: (mapId, svg) => writing(() => putThumbnail(context, mapId, svg), library(mapId)),

    async openMap(mapId) {
      if (!status.refusal())
        await collect(context, mapId).catch((error: unknown) => status.failed(error));
      return openDocument(context, mapId);
    },
    append: appending,
    appendOnLeave(request) {
      if (status.current.state === 'newer' || request.entries.length === 0) return;
      try {
        leave(context, request);
        announcer.announce(journal(request.mapId));
      } catch (error) {
        status.failed(error);
      }
    },
    subscribe: (mapId, fromHead, listener) => follow(context, announcer, mapId, fromHead, listener),

    saveVersion: (mapId, name) => writing(() => saveVersion(context, mapId, name)),
    versions: (mapId) => listVersions(context, mapId),
    versionMap: (mapId, versionId) => versionMap(context, mapId, versionId),
    removeVersion: (mapId, id) =>
      writing(() => store.write(['versions'], (tx) => tx.delete('versions', mapId, id))),

    saveRun: (run) => writing(() => saveRun(context, run)),
    runs: (mapId) => listRuns(context, mapId),
    run: (id) => readRun(context, id),
    removeRun: (id) => writing(() => deleteRun(context, id)),

    saveDataset: (dataset, rows) => writing(() => saveDataset(context, dataset, rows)),
    datasets: () => listDatasets(context),
    datasetRows: (id) => readDataset(context, id),
    removeDataset: (id) => writing(() => deleteDataset(context, id)),

    async preference(key) {
      const row = await store.read(['preferences'], (tx) => tx.get('preferences', key));
      return readRow(PreferenceRow, 'preferences', row, [])?.value;
    },
    setPreference: (key, value) =>
      writing(() => store.write(['preferences'], (tx) => tx.put('preferences', { key, value }))),

    quarantine: () => listQuarantine(store),
    removeQuarantined: (id) =>
      writing(async () => {
        await store.write(['quarantine'], (tx) => tx.delete('quarantine', id));
        status.change({ quarantined: (await listQuarantine(store)).length });
      }),

    settle: () => later.settle(),
    async close() {
      await later.settle();
      announcer.close();
      store.close();
    },
  };
}

function failedBy(error: StorageError): AppendResult {
  const failure = error.code === 'newer' || error.code === 'closed' ? error.code : 'broken';
  return { status: 'failed', failure, reason: error.message };
}
