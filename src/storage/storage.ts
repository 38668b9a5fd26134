import { newId } from '../map/records';
import type { Announcer } from './announce';
import { appendSafely } from './appending';
import type { Context } from './context';
import { DATASETS, deleteDataset, readDataset, saveDataset } from './datasets';
import { openDocument } from './documents';
import { StorageError } from './errors';
import { guard, ofJournal, ofLetters } from './guard';
import { collect, leave } from './letters';
import { createMap, purgeMap, putThumbnail, readMap, setDeleted } from './library';
import { emptyAtFirst, readList, watchList } from './lists';
import { listQuarantine, readRow } from './quarantine';
import { rename } from './rename';
import { PreferenceRow } from './rows';
import { deleteRun, readRun, runsOf, saveRun } from './runs';
import type { Spare } from './spare';
import type { StatusKeeper } from './status';
import { follow } from './subscription';
import type { AppendRequest, MapSummary, Storage } from './types';
import type { Upkeep } from './upkeep';
import { readLibrary, watchLibrary } from './wholeLibrary';
import { saveVersion, versionMap, versionsOf } from './versions';
import type { JourneyMap } from '../map/schema';

export interface Parts {
  context: Context;
  spare: Spare;
  status: StatusKeeper;
  announcer: Announcer;
  upkeep: Upkeep;
}

/** The storage the app works with, put together from its parts. */
export function storageOn({ context, spare, status, announcer, upkeep }: Parts): Storage {
  const { store } = context;
  const writing = guard(status, announcer);
  /** Where a map is kept: on disk, or in the spare memory while the disk refuses it. */
  const at = (mapId: string): Context => (spare.has(mapId) ? spare.context : context);
  const changed = async <T>(mapId: string, work: Promise<T>): Promise<T> => {
    const result = await work;
    upkeep.changed(mapId);
    return result;
  };

  async function append(request: AppendRequest) {
    const result = await appendSafely(at(request.mapId), status, announcer, request);
    if (result.status === 'saved') upkeep.changed(request.mapId);
    return result;
  }

  async function create(map: JourneyMap): Promise<MapSummary> {
    try {
      return await changed(
        map.id,
        writing(() => createMap(context, map)),
      );
    } catch (error) {
      const refused = error instanceof StorageError && /^(full|broken)$/.test(error.code);
      if (!refused) throw error;
      spare.add(map.id);
      const summary = await createMap(spare.context, map);
      upkeep.changed(map.id);
      return summary;
    }
  }

  return {
    get status() {
      return status.current;
    },
    onStatus: (listener) => status.listen(listener),
    tab: context.tab,

    list: () => readLibrary(context, spare),
    watchLibrary: (listener) => watchLibrary(context, spare, listener),
    create,
    rename: (mapId, title) => rename(at(mapId), append, mapId, title),
    duplicate: async (mapId, title) =>
      create({ ...(await readMap(at(mapId), mapId)), id: newId(), title }),
    remove: (mapId) => writing(() => setDeleted(at(mapId), mapId, context.now())),
    restore: (mapId) => writing(() => setDeleted(at(mapId), mapId, null)),
    purge: async (mapId) => {
      await upkeep.forget(mapId);
      await writing(() => purgeMap(at(mapId), mapId), ofJournal(mapId));
      upkeep.listed();
    },
    setThumbnail: (mapId, svg) => writing(() => putThumbnail(at(mapId), mapId, svg)),

    async openMap(mapId) {
      if (!status.refusal()) {
        await collect(at(mapId), mapId).catch((error: unknown) => status.failed(error));
      }
      const opened = await openDocument(at(mapId), mapId);
      // What a leaving page wrote has no other moment to reach snapshot, mirror and canary.
      if (opened && !status.refusal()) upkeep.changed(mapId);
      return opened;
    },
    append,
    appendOnLeave(request) {
      if (status.current.state === 'newer' || request.entries.length === 0) return;
      try {
        leave(at(request.mapId), request);
        announcer.announce(ofLetters(request.mapId));
      } catch (error) {
        status.failed(error);
      }
    },
    subscribe: (mapId, fromHead, listener) =>
      follow(() => at(mapId), announcer, mapId, fromHead, listener),

    saveVersion: (mapId, name) => writing(() => saveVersion(at(mapId), mapId, name)),
    watchVersions: (mapId, listener) =>
      watchList(at(mapId), versionsOf(mapId), emptyAtFirst(listener)),
    versionMap: (mapId, versionId) => versionMap(at(mapId), mapId, versionId),
    removeVersion: (mapId, id) =>
      writing(() => at(mapId).store.write(['versions'], (tx) => tx.delete('versions', mapId, id))),

    saveRun: (run) => writing(() => saveRun(context, run)),
    watchRuns: (mapId, listener) => watchList(context, runsOf(mapId), emptyAtFirst(listener)),
    run: (id) => readRun(context, id),
    removeRun: (id) => writing(() => deleteRun(context, id)),

    saveDataset: (dataset, rows) => writing(() => saveDataset(context, dataset, rows)),
    datasets: () => readList(context, DATASETS),
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

    settle: () => upkeep.settle(),
    async close() {
      await upkeep.settle();
      upkeep.stop();
      announcer.close();
      context.letters.close();
      store.close();
    },
  };
}
