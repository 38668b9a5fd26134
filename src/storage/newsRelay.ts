import * as z from 'zod';
// Says to zod, before it is first used, that the page's policy forbids eval.
import '../map/schema/primitives';

/**
 * A hint that a map's journal has grown, or that a leaving page has left letters for it. It carries
 * no data: storage is the truth. Lists need none, Dexie repeats their reads in every tab.
 */
export const News = z.object({
  /** Builds of 0.1 take `journal` for both. */
  about: z.enum(['journal', 'letters']),
  mapId: z.string(),
});
export type News = z.infer<typeof News>;

/** The part of BroadcastChannel that is used. */
export interface NewsChannel {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => void) | null;
  close(): void;
}

/** One for each tab. */
export interface NewsRelay {
  announce(news: News): void;
  /** Passes on, within this tab, what arrived by another channel. */
  hear(news: News): void;
  listen(listener: (news: News) => void): () => void;
  close(): void;
}

/**
 * Passes hints between tabs and, because a channel does not deliver to its own tab, within this one. Hints may
 * be lost, repeated or late, so listeners also read the journal at intervals.
 */
export function newsRelay(open: (() => NewsChannel) | null): NewsRelay {
  const listeners = new Set<(news: News) => void>();
  const tell = (news: News) => {
    for (const listener of listeners) listener(news);
  };
  const channel = openQuietly(open);
  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const news = News.safeParse(data);
      if (news.success) tell(news.data);
    };
  }
  return {
    announce(news) {
      tell(news);
      try {
        channel?.postMessage(news);
      } catch {
        // Closed or refused: the other tabs read the journal at intervals.
      }
    },
    hear: tell,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      listeners.clear();
      channel?.close();
    },
  };
}

function openQuietly(open: (() => NewsChannel) | null): NewsChannel | null {
  try {
    return open?.() ?? null;
  } catch {
    return null;
  }
}
