import type { NewsRelay, News } from './newsRelay';
import { StorageError } from './errors';
import { within } from './probe';
import type { StatusKeeper } from './status';
import type { Store } from './store';

/** A write that has not ended by then counts as failed; should it succeed later, no harm is done. */
export const WORK_PATIENCE_MS = 15_000;

/** Runs a write and announces to the tabs what it was about. */
export type Writing = <T>(work: () => Promise<T>, ...news: readonly News[]) => Promise<T>;

/** Turns a write's failure into a state of storage and an error with a code. */
export function guard(status: StatusKeeper, newsRelay: NewsRelay): Writing {
  return async (work, ...news) => {
    const refusal = status.refusal();
    if (refusal) throw refusal;
    try {
      const result = await within(WORK_PATIENCE_MS, work);
      status.succeeded();
      for (const item of news) newsRelay.announce(item);
      return result;
    } catch (error) {
      if (error instanceof StorageError) throw error;
      const { failure, reason } = status.failed(error);
      throw new StorageError(failure, reason);
    }
  };
}

/** News: a leaving page has left letters for the map. */
export const ofLetters = (mapId: string): News => ({ about: 'letters', mapId });
/** News: the map's journal has grown. */
export const ofJournal = (mapId: string): News => ({ about: 'journal', mapId });

/** The store with every failed read, one that never ends included, as a `StorageError`. */
export function guarded<Guarded extends Store>(store: Guarded, status: StatusKeeper): Guarded {
  return {
    ...store,
    async read(tables, work) {
      try {
        return await within(WORK_PATIENCE_MS, () => store.read(tables, work));
      } catch (error) {
        if (error instanceof StorageError) throw error;
        const { failure, reason } = status.failed(error);
        throw new StorageError(failure, reason);
      }
    },
    watch: (tables, work, onResult, onError) =>
      store.watch(tables, work, onResult, (error) => {
        status.failed(error);
        onError(error);
      }),
  };
}
