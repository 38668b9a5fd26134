import type { JourneyMap } from '../../map/schema';
import type { AppendRequest, AppendResult } from './entries';
import type {
  DatasetSummary,
  DatasetValues,
  NamedVersion,
  Quarantined,
  RunRecord,
  RunSummary,
} from './kept';
import type { MapSummary } from './library';
import type { MapCopy, MapNews, OpenedMap, Subscription } from './opened';
import type { StorageStatus } from './status';

/**
 * Everything the app keeps on this computer. What cannot be done rejects with a `StorageError`
 * (`append` returns it instead). A record that cannot be read never rejects: it goes to quarantine.
 */
export interface Storage {
  readonly status: StorageStatus;
  /** Calls back on every change of `status`; returns how to stop. */
  onStatus(listener: (status: StorageStatus) => void): () => void;
  /** This tab's name on its entries; survives a reload. */
  readonly tab: string;

  /** All maps, also those in the bin, newest first. */
  list(): Promise<MapSummary[]>;
  /** Calls back at once and after every change made in any tab. */
  watchLibrary(listener: (maps: MapSummary[]) => void): () => void;
  /** Keeps a new map. Rejects with `exists` when its id is taken. */
  create(map: JourneyMap): Promise<MapSummary>;
  /** An edit of the title like any other, for maps that are not open. */
  rename(mapId: string, title: string): Promise<void>;
  /** A copy under a new id. */
  duplicate(mapId: string, title: string): Promise<MapSummary>;
  /** Puts a map into the bin. */
  remove(mapId: string): Promise<void>;
  /** Takes it out again. */
  restore(mapId: string): Promise<void>;
  /** Deletes a map with its journal, versions, runs and pictures for good. */
  purge(mapId: string): Promise<void>;
  setThumbnail(mapId: string, svg: string | null): Promise<void>;

  /** Null where there is no such map, or nothing of it can be read. */
  openMap(mapId: string): Promise<OpenedMap | null>;
  /** What can be put back of a map that `openMap` did not find; null where there is no copy. */
  copyOf(mapId: string): Promise<MapCopy | null>;
  /** Puts that back, in memory where the disk refuses it. False where there is no copy. */
  putBack(mapId: string): Promise<boolean>;
  append(request: AppendRequest): Promise<AppendResult>;
  /**
   * For `pagehide` and `visibilitychange`: writes what is not acknowledged yet, in one synchronous
   * call that survives the page. It joins the journal when the map is next opened or followed.
   * Sending the same entries by `append` too is harmless.
   */
  appendOnLeave(request: AppendRequest): void;
  subscribe(mapId: string, fromHead: number, listener: (news: MapNews) => void): Subscription;

  saveVersion(mapId: string, name: string): Promise<NamedVersion>;
  /** Newest first. Calls back at once and after every change; empty while it cannot be read. */
  watchVersions(mapId: string, listener: (versions: NamedVersion[]) => void): () => void;
  /** The map of a version, to be put back by an edit of the caller; null if it cannot be read. */
  versionMap(mapId: string, versionId: string): Promise<JourneyMap | null>;
  removeVersion(mapId: string, versionId: string): Promise<void>;

  saveRun(run: RunRecord): Promise<void>;
  /** Newest first, without results; calls back as `watchVersions` does. */
  watchRuns(mapId: string, listener: (runs: RunSummary[]) => void): () => void;
  run(runId: string): Promise<RunRecord | null>;
  removeRun(runId: string): Promise<void>;

  saveDataset(
    dataset: Omit<DatasetSummary, 'rows'>,
    rows: DatasetValues[],
  ): Promise<DatasetSummary>;
  datasets(): Promise<DatasetSummary[]>;
  datasetRows(datasetId: string): Promise<DatasetValues[]>;
  removeDataset(datasetId: string): Promise<void>;

  /** JSON values by name, e.g. `theme`; the caller parses what it gets. */
  preference(key: string): Promise<unknown>;
  setPreference(key: string, value: unknown): Promise<void>;

  quarantine(): Promise<Quarantined[]>;
  removeQuarantined(id: string): Promise<void>;

  /** Writes what waits for idle time (snapshots, mirror, canary) and resolves when it is done. */
  settle(): Promise<void>;
  close(): Promise<void>;
}
