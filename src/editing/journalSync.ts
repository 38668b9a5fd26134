import type { JournalEntry, Failure, MapNews, NewEntry, Storage } from '../storage';
import { acknowledge, rebase, type Rebased, type Timeline } from './timeline';

/** A map can change faster than it can be written; after this many rounds of one write it counts as failed. */
const MOST_ROUNDS = 50;

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

/** What the editor hears of its saver. */
export interface SaverEvents {
  /** Somebody else's edits came in: the map on screen is another one now. */
  changed(timeline: Timeline<NewEntry>): void;
  /** Edits of ours that could not be kept, or not wholly: the map that is shown is the one on disk. */
  setAside(count: number): void;
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

/** `start` is the map as it was opened. Calls back whenever the map on screen is another one. */
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
    else await catchUp(news.entries, news.head);
  }

  /** Takes over entries that this tab has not seen; what is pending and among them is written already. */
  async function catchUp(entries: readonly JournalEntry[], head: number): Promise<void> {
    const unknown = entries.filter(({ seq }) => seq > timeline.head);
    if (unknown.length === 0) return;
    if (unknown[0]?.seq !== timeline.head + 1) return reopen();
    const written = new Set(unknown.map(({ id }) => id));
    try {
      take(rebase(without(timeline, written), unknown, head));
    } catch {
      // They do not fit: what this tab takes for confirmed is not what is on disk.
      await reopen();
    }
  }

  /** Takes the map from disk for the truth, and makes again what is pending. */
  async function reopen(): Promise<void> {
    const opened = await keeper.openMap(mapId);
    if (!opened) {
      events.gone();
      return;
    }
    const rest = without(timeline, new Set(opened.written));
    take(rebase({ ...rest, confirmed: opened.map }, [], opened.head));
  }

  function take(rebased: Rebased<NewEntry>): void {
    timeline = rebased.timeline;
    events.changed(timeline);
    if (rebased.setAside > 0) events.setAside(rebased.setAside);
  }

  /** Gives up edits that can never be written: the rest must not wait behind them for ever. */
  async function giveUp(ids: readonly string[]): Promise<void> {
    timeline = without(timeline, new Set(ids));
    await reopen();
    events.setAside(ids.length);
  }

  async function write(onHead: (head: number) => void): Promise<void> {
    if (timeline.pending.length === 0) return;
    events.state('saving');
    let durable = true;
    for (let round = 0; timeline.pending.length > 0; round += 1) {
      if (round === MOST_ROUNDS) throw new SaveFailed('broken', 'the map changes without an end');
      const batch = timeline.pending;
      const { head } = timeline;
      const result = await keeper.append({
        mapId,
        expectedHead: head,
        entries: batch.map(toEntry),
      });
      if (result.status === 'failed') throw new SaveFailed(result.failure, result.reason);
      if (result.status === 'unfit') await giveUp(result.ids);
      if (result.status === 'conflict') {
        await catchUp(result.entries, result.head);
        // Nothing new came: what says so is damaged, and the stored map itself says how far it reaches.
        if (timeline.head === head) await reopen();
      }
      if (result.status === 'stale') await reopen();
      if (result.status === 'saved') {
        timeline = acknowledge(timeline, batch.length, result.head);
        durable = result.durable;
      }
      onHead(timeline.head);
    }
    events.state(durable ? 'saved' : 'memory');
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

/** The timeline without pending edits of these ids. */
function without(timeline: Timeline<NewEntry>, ids: ReadonlySet<string>): Timeline<NewEntry> {
  return { ...timeline, pending: timeline.pending.filter(({ meta }) => !ids.has(meta.id)) };
}
