import type { CallParts } from './callParts';
import { openDocument } from './openDocument';
import { ofLetters } from './guard';
import { collect, leave } from './letters';
import { follow } from './subscription';
import type { Storage } from './types';

type DocumentCalls = Pick<
  Storage,
  'openMap' | 'copyOf' | 'putBack' | 'append' | 'appendOnLeave' | 'subscribe'
>;

/** The calls about one open map: its journal, and what other tabs add to it. */
export function documentCalls(parts: CallParts): DocumentCalls {
  const { status, newsRelay, upkeep, mirrored, at, append } = parts;
  return {
    async openMap(mapId) {
      if (!status.refusal()) {
        await collect(at(mapId), mapId).catch((error: unknown) => status.failed(error));
      }
      const opened = await openDocument(at(mapId), mapId, mirrored);
      // What a leaving page wrote has no other moment to reach snapshot, mirror and canary.
      if (opened && !status.refusal()) upkeep.changed(mapId);
      return opened;
    },
    copyOf: mirrored.offer,
    putBack: mirrored.putBack,
    append,
    appendOnLeave(request) {
      if (status.current.state === 'newer' || request.entries.length === 0) return;
      try {
        leave(at(request.mapId), request);
        newsRelay.announce(ofLetters(request.mapId));
      } catch (error) {
        status.failed(error);
      }
    },
    subscribe: (mapId, fromHead, listener) =>
      follow(() => at(mapId), newsRelay, mapId, fromHead, listener),
  };
}
