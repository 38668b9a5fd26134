import type { Databases } from './databases';
import type { Connection } from './dexieStore';
import { StorageError } from './errors';
import { DATABASE_VERSION, isNewer } from './nativeVersion';
import { OPENING_PATIENCE_MS, probe, within } from './probe';
import type { StatusKeeper } from './status';
import { type TableName, TABLES } from './store';

interface DiskOptions {
  name: string;
  factory: IDBFactory | null;
  keyRange: typeof IDBKeyRange | null;
}

/** Opens the databases, or notes in `status` why memory has to take their place and gives null. */
export async function openDisk(
  { name, factory, keyRange }: DiskOptions,
  status: StatusKeeper,
): Promise<Databases | null> {
  // Dexie weighs a fifth of the first load: it is fetched beside the probe and the language.
  const code = import(/* first: database */ './databases');
  code.catch(() => undefined);
  const inMemory = (reason: string) => {
    status.change({ state: 'memory', reason });
    return null;
  };
  if (!factory || !keyRange) return inMemory('no IndexedDB');
  const found = await probe(factory, name);
  if (!found.usable) return inMemory(found.reason);
  const isOfNewerBuild = isNewer(found.nativeVersion);
  if (isOfNewerBuild) {
    const versions = `database ${found.nativeVersion / 10}, this build ${DATABASE_VERSION}`;
    status.change({ state: 'newer', reason: versions });
  }
  const connection: Connection = {
    name,
    factory,
    keyRange,
    tables: Object.keys(TABLES) as TableName[],
    isNewer: isOfNewerBuild,
    // Listeners are notified before the connection closes: their last `appendOnLeave` still works.
    onVersionChange: () => {
      status.change({ state: 'closed', reason: 'a newer build needs the database' });
    },
    onBlocked: () => {
      status.change({ blocked: true });
    },
    onLost: () => {
      if (status.current.state === 'ready') {
        status.change({ state: 'broken', reason: 'the browser closed the database' });
      }
    },
  };
  try {
    // A slow network is waited for, a database that does not answer is not.
    const { openDatabases } = await code;
    return await within(OPENING_PATIENCE_MS, () => openDatabases(connection));
  } catch (error) {
    const isTaken = error instanceof StorageError && error.code === 'newer';
    return isTaken ? null : inMemory(String(error));
  }
}
