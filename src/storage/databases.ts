import { type Connection, openDexieStore } from './dexieStore';
import { openLetterbox } from './letterbox';
import { memoryStore } from './memoryStore';
import type { Letterbox, Store } from './store';

/** Letters have a database of their own, so that no transaction on the maps can hold them up. */
export interface Databases {
  store: Store;
  letters: Letterbox;
}

/** Opens the database of the maps and the one of the letters, both in Dexie. */
export async function openDatabases(connection: Connection): Promise<Databases> {
  const ofLetters: Connection = {
    ...connection,
    name: `${connection.name}-letters`,
    tables: ['letters'],
  };
  const [store, letters] = await Promise.all([
    openDexieStore(connection),
    // What may not be written needs no letters.
    connection.isNewer ? memoryStore() : openLetterbox(ofLetters).catch(noLetterbox),
  ]);
  return { store, letters };
}

/** Everything but leaving works without letters; each attempt to leave one says why it failed. */
function noLetterbox(reason: unknown): Letterbox {
  return {
    ...memoryStore(),
    putNow() {
      throw new Error('the letters did not open', { cause: reason });
    },
  };
}
