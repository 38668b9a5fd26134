import type { MessageId } from '../language';
import type { MapPatch } from '../map/edits';
import type { CollectionName, JourneyMap } from '../map/schema';
import type { Said } from './consequences';
import type { SpokenValues } from './spoken';
import { whereabouts } from './whereabouts';

/** Said to the live region and, where it matters, shown. `serial` distinguishes repeats. */
export interface Announcement {
  readonly id: MessageId;
  readonly values: SpokenValues;
  /** A value `what` that is itself a message. */
  readonly what: MessageId | null;
  readonly urgent: boolean;
  /** What else the edit changed: with any of it everybody sees the announcement, and can undo it. */
  readonly more: readonly Said[];
  /** One thing to do about it, for an edit besides undoing it. */
  readonly offer: Offer | null;
  /** It reports an edit, which can be undone. */
  readonly ofEdit: boolean;
  readonly serial: number;
}

/** Something that can be done about what was announced, until the map changes again. */
export interface Offer {
  readonly action: MessageId;
  readonly run: () => void;
  /** What is to be done next stands in the inspector, which opens. */
  readonly inInspector?: boolean;
}

/** What was undone or redone, and where what it moved is now. */
export function announcementOfUndo(
  kind: 'undo' | 'redo',
  what: MessageId,
  patches: readonly MapPatch[],
  map: JourneyMap,
): Omit<Announcement, 'serial'> {
  const moved = patches.find(({ path }) => path[2] === undefined || MOVES.has(path[2]));
  const place = moved
    ? whereabouts(map, { collection: moved.path[0] as CollectionName, id: String(moved.path[1]) })
    : null;
  const [done, doneAt] = DONE[kind];
  const id = place ? doneAt : done;
  return { id, values: place ?? {}, urgent: false, what, more: [], offer: null, ofEdit: false };
}

/** Fields of a touchpoint or note that say where it is. */
const MOVES: ReadonlySet<string | number> = new Set(['position', 'stage']);

/** The messages without a place and with one. */
const DONE = {
  undo: ['editing.undone', 'editing.undoneAt'],
  redo: ['editing.redone', 'editing.redoneAt'],
} as const;
