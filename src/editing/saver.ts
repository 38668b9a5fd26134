import type { NewEntry } from '../storage';
import { journalSync, type Keeper, type SaverEvents } from './journalSync';
import type { Timeline } from './timeline';

/** Typing and dragging may be this far behind, in milliseconds; everything else is written at once. */
const GESTURE_DELAY = 80;
/** Milliseconds until a failed write is tried again. */
const RETRY_DELAY = 5_000;

/** Keeps the edits of one open map. */
export interface Saver {
  /** Takes an edit that is on screen already; `lazy` ones may wait for their gesture to go on. */
  add(entry: NewEntry, lazy: boolean): void;
  /** Resolves when everything added so far is kept; rejects with `SaveFailed`. */
  flush(): Promise<void>;
  /** The page is being left: passes everything that waits to storage in one synchronous call. */
  leave(): void;
  close(): void;
}

/**
 * Keeps storage in step with the screen. All calls of storage go through one queue, so
 * an append, a conflict and another tab's news never overtake each other.
 */
export function createSaver(
  mapId: string,
  start: Timeline<NewEntry>,
  keeper: Keeper,
  events: SaverEvents,
): Saver {
  const journal = journalSync(mapId, start, keeper, events);
  let queue: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | null = null;

  const subscription = keeper.subscribe(mapId, start.head, (news) => {
    // A failure leaves the map as it is; the next append or news brings the same entries again.
    enqueue(() => journal.takeNews(news)).catch(() => undefined);
  });

  function enqueue(task: () => Promise<void>): Promise<void> {
    const next = queue.then(task);
    // The queue itself goes on after a failure; the caller receives it through `next`.
    queue = next.catch(() => undefined);
    return next;
  }

  function write(): Promise<void> {
    return journal.write((head) => {
      subscription.advance(head);
    });
  }

  function flush(): Promise<void> {
    stopTimer();
    const written = enqueue(write);
    written.catch(() => {
      events.state('failed');
      schedule(RETRY_DELAY);
    });
    return written;
  }

  function schedule(delay: number): void {
    timer ??= setTimeout(flushQuietly, delay);
  }

  /** Failures are reported through `state`. */
  function flushQuietly(): void {
    flush().catch(() => undefined);
  }

  function stopTimer(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  return {
    add(entry, lazy) {
      journal.add(entry);
      events.state('saving');
      if (lazy) schedule(GESTURE_DELAY);
      else flushQuietly();
    },
    flush,
    leave: () => {
      journal.leave();
    },
    close() {
      stopTimer();
      subscription.stop();
      journal.leave();
    },
  };
}
