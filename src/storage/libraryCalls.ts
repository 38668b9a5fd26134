import type { CallParts } from './callParts';
import { newId } from '../map/records';
import type { JourneyMap } from '../map/schema';
import { openDocument } from './openDocument';
import { StorageError } from './errors';
import { ofJournal } from './guard';
import { createMap, purgeMap, putThumbnail, readStoredMap, setDeleted } from './library';
import { rename } from './rename';
import type { MapSummary, Storage } from './types';
import { readLibrary, watchLibrary } from './wholeLibrary';

type LibraryCalls = Pick<
  Storage,
  | 'list'
  | 'watchLibrary'
  | 'create'
  | 'rename'
  | 'duplicate'
  | 'remove'
  | 'restore'
  | 'purge'
  | 'setThumbnail'
>;

/** The calls about whole maps: the library and its bin. */
export function libraryCalls(parts: CallParts): LibraryCalls {
  const { context, spare, mirrored, upkeep, writing, at, append } = parts;

  async function create(map: JourneyMap): Promise<MapSummary> {
    const summary = await createOnDisk(map);
    upkeep.changed(map.id);
    return summary;
  }

  /** Where the disk is full or broken, the map is kept in the spare memory. */
  async function createOnDisk(map: JourneyMap): Promise<MapSummary> {
    try {
      return await writing(() => createMap(context, map));
    } catch (error) {
      const refused = error instanceof StorageError && /^(full|broken)$/.test(error.code);
      if (!refused) throw error;
      spare.add(map.id);
      return createMap(spare.context, map);
    }
  }

  return {
    list: () => readLibrary(context, spare),
    watchLibrary: (listener) => watchLibrary(context, spare, listener),
    create,
    rename: (mapId, title) =>
      rename(() => openDocument(at(mapId), mapId, mirrored), append, mapId, title),
    duplicate: async (mapId, title) =>
      create({ ...(await readStoredMap(at(mapId), mapId)), id: newId(), title }),
    remove: (mapId) => writing(() => setDeleted(at(mapId), mapId, context.now())),
    restore: (mapId) => writing(() => setDeleted(at(mapId), mapId, null)),
    purge: async (mapId) => {
      await upkeep.forget(mapId);
      await writing(() => purgeMap(at(mapId), mapId), ofJournal(mapId));
      upkeep.listed();
    },
    setThumbnail: (mapId, svg) => writing(() => putThumbnail(at(mapId), mapId, svg)),
  };
}
