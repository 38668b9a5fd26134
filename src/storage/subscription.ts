import type { NewsRelay } from './newsRelay';
import type { Context } from './context';
import { entriesAfter, withPictures } from './journal';
import { collect } from './letters';
import { HeadRow } from './rows';
import type { MapNews, Subscription } from './types';

/** How often a visible page reads the journal by itself, in case a hint was lost. */
const READ_EVERY_MS = 4_000;

/**
 * Follows a map's journal. Hints only say when to read it; what is there, in which order, and whether
 * anything is missing, the journal itself says.
 */
export function follow(
  /** Called before every reading: a map may move from memory to disk. */
  where: () => Context,
  newsRelay: NewsRelay,
  mapId: string,
  fromHead: number,
  listener: (news: MapNews) => void,
): Subscription {
  let known = fromHead;
  let stopped = false;
  let reading: Promise<void> | null = null;
  let again = false;
  let lettersWait = true;

  async function readNews(): Promise<void> {
    const context = where();
    // Only when there may be some: a page that is leaving must not find the letters being read.
    if (lettersWait) {
      lettersWait = false;
      await collect(context, mapId);
    }
    const news = await newsAfter(context, mapId, known);
    // `stop` may have been called while the journal was read.
    if (stopped || news === null) return;
    if (news.kind !== 'gone') known = Math.max(known, news.head);
    listener(news);
  }

  function refresh(withLetters = true): void {
    if (stopped) return;
    lettersWait ||= withLetters;
    if (reading) {
      again = true;
      return;
    }
    reading = readNews()
      .catch(() => undefined) // The next hint or interval tries again; writes report what is wrong.
      .finally(() => {
        reading = null;
        if (again) {
          again = false;
          refresh(false);
        }
      });
  }

  const forget = newsRelay.listen((news) => {
    if (news.mapId === mapId) refresh(news.about === 'letters');
  });
  const timer = setInterval(() => {
    if (typeof document === 'undefined' || document.visibilityState === 'visible') refresh();
  }, READ_EVERY_MS);
  const shown = () => {
    if (document.visibilityState === 'visible') refresh();
  };
  if (typeof document !== 'undefined') document.addEventListener('visibilitychange', shown);
  refresh();

  return {
    advance(head) {
      known = Math.max(known, head);
    },
    stop() {
      stopped = true;
      forget();
      clearInterval(timer);
      if (typeof document !== 'undefined') document.removeEventListener('visibilitychange', shown);
    },
  };
}

/** The news for a follower at `known`; null if there are none. */
function newsAfter(context: Context, mapId: string, known: number): Promise<MapNews | null> {
  return context.store.read(['heads', 'journal', 'assets'], async (tx) => {
    const row = await tx.get('heads', mapId);
    if (row === undefined) return { kind: 'gone' };
    const stand = HeadRow.safeParse(row);
    if (!stand.success) return { kind: 'stale', head: known };
    const { head } = stand.data;
    if (head <= known) return null;
    const entries = await entriesAfter(tx, mapId, known, []);
    if (entries.length !== head - known) return { kind: 'stale', head };
    return { kind: 'entries', entries: await withPictures(tx, mapId, entries), head };
  });
}
