import type { CallParts } from './callParts';
import { DATASETS, deleteDataset, readDataset, saveDataset } from './datasets';
import { emptyAtFirst, readList, watchList } from './lists';
import { readRow } from './quarantine';
import { PreferenceRow } from './rows';
import { deleteRun, readRun, runsOf, saveRun } from './runs';
import type { Storage } from './types';
import { saveVersion, versionMap, versionsOf } from './versions';

type RecordCalls = Pick<
  Storage,
  | 'saveVersion'
  | 'watchVersions'
  | 'versionMap'
  | 'removeVersion'
  | 'saveRun'
  | 'watchRuns'
  | 'run'
  | 'removeRun'
  | 'saveDataset'
  | 'datasets'
  | 'datasetRows'
  | 'removeDataset'
  | 'preference'
  | 'setPreference'
>;

/** The calls about what is kept beside the maps: versions, runs, datasets, preferences. */
export function recordCalls({ context, writing, at }: CallParts): RecordCalls {
  const { store } = context;
  return {
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
  };
}
