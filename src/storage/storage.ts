import { appendSafely } from './appending';
import type { CallParts, Parts } from './callParts';
import type { Context } from './context';
import { guard } from './guard';
import { documentCalls } from './documentCalls';
import { libraryCalls } from './libraryCalls';
import { listQuarantine } from './quarantine';
import { recordCalls } from './recordCalls';
import type { Storage } from './types';

/** The storage the app works with, put together from its parts. */
export function storageOn(parts: Parts): Storage {
  const { context, spare, status, newsRelay, upkeep } = parts;
  const { store } = context;
  const writing = guard(status, newsRelay);
  const at = (mapId: string): Context => (spare.has(mapId) ? spare.context : context);
  const append: Storage['append'] = async (request) => {
    const result = await appendSafely(at(request.mapId), status, newsRelay, request);
    if (result.status === 'saved') upkeep.changed(request.mapId);
    return result;
  };
  const calls: CallParts = { ...parts, writing, at, append };

  return {
    get status() {
      return status.current;
    },
    onStatus: (listener) => status.listen(listener),
    tab: context.tab,
    ...libraryCalls(calls),
    ...documentCalls(calls),
    ...recordCalls(calls),

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
      newsRelay.close();
      context.letters.close();
      store.close();
    },
  };
}
