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

export interface SaverEvents {
  /** Somebody else's edits came in: the map on screen is another one now. */
  changed(timeline: Timeline<NewEntry>): void;
  /** The map was deleted elsewhere. */
  gone(): void;
  state(state: SaveState): void;
}

/** The edits of one map that are on disk and those that wait; one call at a time, but for `leave`. */
export interface JournalSync {
  /** Takes an edit that is on screen already. */
  add(entry: NewEntry): void;
  /** Takes over what another tab has changed. */
  takeNews(news: MapNews): Promise<void>;
  /**
   * Appends all that waits, rebased where another tab was faster; calls `onHead` with each number
   * of the last entry on disk. Rejects with `SaveFailed`.
   */
  write(onHead: (head: number) => void): Promise<void>;
  /** Hands everything that waits to storage in one synchronous call. */
  leave(): void;
}

export function journalSync(
  mapId: string,
  start: Timeline<NewEntry>,
  keeper: Keeper,
  events: SaverEvents,
): JournalSync {
  let timeline = start;

  async function takeNews(news: MapNews): Promise<void> {
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

  async function write(onHead: (head: number) => void): Promise<void> {
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
        onHead(result.head);
        if (timeline.pending.length === 0) {
          events.state(result.durable ? 'saved' : 'memory');
          return;
        }
      }
    }
  }

  return {
    add(entry) {
      const { patches, inverse } = entry;
      timeline = { ...timeline, pending: [...timeline.pending, { patches, inverse, meta: entry }] };
    },
    takeNews,
    write,
    leave() {
      if (timeline.pending.length === 0) return;
      keeper.appendOnLeave({
        mapId,
        expectedHead: timeline.head,
        entries: timeline.pending.map(toEntry),
      });
    },
  };
}

/** A rebased edit has patches of its own; the rest of the entry stays. */
function toEntry({ patches, inverse, meta }: Timeline<NewEntry>['pending'][number]): NewEntry {
  return { ...meta, patches: [...patches], inverse: [...inverse] };
}
