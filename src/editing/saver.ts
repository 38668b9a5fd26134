import type { Entry, Failure, MapNews, NewEntry, Storage } from '../storage';
import { acknowledge, rebase, type Timeline } from './timeline';

/** What the editor needs of storage. */
export type Keeper = Pick<Storage, 'append' | 'appendOnLeave' | 'openMap' | 'subscribe'>;

/** `memory`: kept for as long as the page lives; `failed`: the last attempt reached no disk. */
export type SaveState = 'saved' | 'saving' | 'memory' | 'failed';

/** Why edits cannot be kept just now; they stay on screen and in the queue. */
class SaveFailed extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, reason: string) {
    super(reason);
    this.name = 'SaveFailed';
    this.failure = failure;
  }
}

/** Typing and dragging may be this far behind, in milliseconds; everything else is written at once. */
const GESTURE_DELAY = 80;
/** Milliseconds until a failed write is tried again. */
const RETRY_DELAY = 5_000;

export interface Saver {
  /** Takes an edit that is on screen already; `lazy` ones may wait for their gesture to go on. */
  add(entry: NewEntry, lazy: boolean): void;
  /** Resolves when everything added so far is kept; rejects with `SaveFailed`. */
  flush(): Promise<void>;
  /** The page goes away: hands everything that waits to storage in one synchronous call. */
  leave(): void;
  close(): void;
}

export interface SaverEvents {
  /** Somebody else's edits came in: the map on screen is another one now. */
  changed(timeline: Timeline<NewEntry>): void;
  /** The map was deleted elsewhere. */
  gone(): void;
  state(state: SaveState): void;
}

/**
 * Keeps storage in step with the screen. One queue does all the talking, so an append, a conflict
 * and another tab's news never overtake each other.
 */
export function createSaver(
  mapId: string,
  start: Timeline<NewEntry>,
  keeper: Keeper,
  events: SaverEvents,
): Saver {
  let timeline = start;
  let queue: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | null = null;

  const subscription = keeper.subscribe(mapId, start.head, (news) => {
    void enqueue(() => hear(news));
  });

  function enqueue(task: () => Promise<void>): Promise<void> {
    const next = queue.then(task);
    // The queue itself goes on after a failure; whoever asked hears of it through `next`.
    queue = next.catch(() => undefined);
    return next;
  }

  async function hear(news: MapNews): Promise<void> {
    if (news.kind === 'gone') events.gone();
    else if (news.kind === 'stale') await reopen();
    else catchUp(news.entries, news.head);
  }

  function catchUp(entries: readonly Entry[], head: number): void {
    const unknown = entries.filter(({ seq }) => seq > timeline.head);
    if (unknown.length === 0) return;
    timeline = rebase(timeline, unknown, head);
    events.changed(timeline);
  }

  async function reopen(): Promise<void> {
    const opened = await keeper.openMap(mapId);
    if (!opened) {
      events.gone();
      return;
    }
    timeline = rebase({ ...timeline, confirmed: opened.map }, [], opened.head);
    events.changed(timeline);
  }

  async function write(): Promise<void> {
    if (timeline.pending.length === 0) return;
    events.state('saving');
    for (;;) {
      const batch = timeline.pending;
      const result = await keeper.append({
        mapId,
        expectedHead: timeline.head,
        entries: batch.map(toEntry),
      });
      if (result.status === 'failed') throw new SaveFailed(result.failure, result.reason);
      if (result.status === 'conflict') catchUp(result.entries, result.head);
      if (result.status === 'stale') await reopen();
      if (result.status === 'saved') {
        timeline = acknowledge(timeline, batch.length, result.head);
        subscription.advance(result.head);
        if (timeline.pending.length === 0) {
          events.state(result.durable ? 'saved' : 'memory');
          return;
        }
      }
    }
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

  /** Failures are told through `state`. */
  function flushQuietly(): void {
    flush().catch(() => undefined);
  }

  function stopTimer(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  function leave(): void {
    if (timeline.pending.length === 0) return;
    keeper.appendOnLeave({
      mapId,
      expectedHead: timeline.head,
      entries: timeline.pending.map(toEntry),
    });
  }

  return {
    add(entry, lazy) {
      const { patches, inverse } = entry;
      timeline = { ...timeline, pending: [...timeline.pending, { patches, inverse, meta: entry }] };
      events.state('saving');
      if (lazy) schedule(GESTURE_DELAY);
      else flushQuietly();
    },
    flush,
    leave,
    close() {
      stopTimer();
      subscription.stop();
      leave();
    },
  };
}

/** A rebased edit has patches of its own; the rest of the entry stays. */
function toEntry({ patches, inverse, meta }: Timeline<NewEntry>['pending'][number]): NewEntry {
  return { ...meta, patches: [...patches], inverse: [...inverse] };
}
